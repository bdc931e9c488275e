/** Rules made ready for the chart: optional parts written out, and indexed by their first two categories. */
import type { Category } from './node.ts'
import type { Item, Rule } from './rule.ts'

/** A rule with each of its optional parts either there or not. */
export interface Variant {
  readonly rule: Rule
  /** Earlier rules win ties. */
  readonly rank: number
  readonly items: readonly Item[]
  /** Which argument of the production each item is; lookaheads are none and have -1. */
  readonly slots: readonly number[]
}

export interface Grammar {
  /** By the category of the first item: what needs no second, and the rest by the category of the second. */
  readonly lone: ReadonlyMap<Category, readonly Variant[]>
  readonly pairs: ReadonlyMap<Category, ReadonlyMap<Category, readonly Variant[]>>
  /** Categories with which some rule ends, or may not go on: where nothing follows, only these are worth a node. */
  readonly ends: ReadonlySet<Category>
  /** Categories that rules know at all; the others are context. */
  readonly used: ReadonlySet<Category>
}

/** Index rules. */
export function prepareGrammar(rules: readonly Rule[]): Grammar {
  const lone = new Map<Category, Variant[]>()
  const pairs = new Map<Category, Map<Category, Variant[]>>()
  const ends = new Set<Category>()
  const used = new Set<Category>()
  for (const variant of rules.flatMap(variantsOf)) {
    const first = variant.items[0]!
    const second = variant.items[1]
    ends.add(variant.items.findLast((item) => !item.negative)!.category)
    for (const { category, negative } of variant.items) {
      used.add(category)
      if (negative) ends.add(category)
    }
    if (second === undefined || second.negative) push(lone, first.category, variant)
    else
      push(
        pairs.get(first.category) ?? put(pairs, first.category, new Map<Category, Variant[]>()),
        second.category,
        variant,
      )
  }
  return { lone, pairs, ends, used }
}

function variantsOf(rule: Rule, rank: number): Variant[] {
  let variants: Pick<Variant, 'items' | 'slots'>[] = [{ items: [], slots: [] }]
  let slot = 0
  for (const item of rule.items) {
    const at = item.negative ? -1 : slot++
    const longer = variants.map(({ items, slots }) => ({
      items: items.concat(item),
      slots: slots.concat(at),
    }))
    variants = item.optional ? [...longer, ...variants] : longer
  }
  return variants.map(({ items, slots }) => ({ rule, rank, items, slots }))
}

function push<K>(map: Map<K, Variant[]>, key: K, variant: Variant): void {
  const list = map.get(key) ?? put(map, key, [])
  list.push(variant)
}

function put<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value)
  return value
}
