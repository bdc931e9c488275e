/** Rules made ready for the chart: optional parts written out, and indexed by their first two categories. */
import type { Category, Node } from './node.ts'
import type { Item, Rule } from './rule.ts'

/** A rule with each of its optional parts either there or not. */
export interface Variant {
  readonly rule: Rule
  /** Earlier rules win ties. */
  readonly rank: number
  readonly items: readonly (Item & { readonly symbol: number })[]
  /** Which argument of the production each item is; lookaheads are none and have -1. */
  readonly slots: readonly number[]
  /** The arguments that are not there. */
  readonly absent: readonly number[]
}

/** The categories of which mentions are made; their numbers come first. */
const MENTIONS = ['date', 'duration', 'set', 'block'] as const satisfies Category[]

export type MentionNode = { [C in (typeof MENTIONS)[number]]: Node<C> }[(typeof MENTIONS)[number]]

export const isMention = (node: Node): node is MentionNode => node.symbol < MENTIONS.length

export interface Grammar {
  /** Categories as numbers, by which the other tables go. */
  readonly symbols: ReadonlyMap<Category, number>
  /** By the first item: what needs no second, and the rest by the second. */
  readonly lone: readonly (readonly Variant[] | undefined)[]
  readonly pairs: readonly (readonly (readonly Variant[] | undefined)[] | undefined)[]
  /** Categories with which some rule ends, or may not go on: where nothing follows, only these are worth a node. */
  readonly ends: readonly boolean[]
  /** Categories that some rule has after its first item. */
  readonly continues: readonly boolean[]
}

/** Index rules. */
export function prepareGrammar(rules: readonly Rule[]): Grammar {
  const items = rules.flatMap((of) => of.items.map(({ category }) => category))
  const categories = [...new Set<Category>([...MENTIONS, ...items])]
  const symbols = new Map(categories.map((category, symbol) => [category, symbol]))
  const lone: (Variant[] | undefined)[] = categories.map(() => undefined)
  const pairs: ((Variant[] | undefined)[] | undefined)[] = categories.map(() => undefined)
  const ends = categories.map(() => false)
  const continues = categories.map(() => false)
  for (const variant of rules.flatMap((of, rank) => variantsOf(of, rank, symbols))) {
    const [first, second] = variant.items
    ends[variant.items.findLast((item) => !item.negative)!.symbol] = true
    for (const { symbol, negative } of variant.items) if (negative) ends[symbol] = true
    for (const { symbol } of variant.items.slice(1)) continues[symbol] = true
    const isLone = second === undefined || second.negative
    const row = isLone ? lone : (pairs[first!.symbol] ??= categories.map(() => undefined))
    const list = (row[isLone ? first!.symbol : second.symbol] ??= [])
    list.push(variant)
  }
  return { symbols, lone, pairs, ends, continues }
}

function variantsOf(rule: Rule, rank: number, symbols: ReadonlyMap<Category, number>): Variant[] {
  let variants: Pick<Variant, 'items' | 'slots'>[] = [{ items: [], slots: [] }]
  let slot = 0
  for (const of of rule.items) {
    const item = { ...of, symbol: symbols.get(of.category)! }
    const at = item.negative ? -1 : slot++
    const longer = variants.map(({ items, slots }) => ({
      items: items.concat(item),
      slots: slots.concat(at),
    }))
    variants = item.optional ? [...longer, ...variants] : longer
  }
  const all = Array.from({ length: slot }, (_, i) => i)
  return variants.map(({ items, slots }) => {
    return { rule, rank, items, slots, absent: all.filter((i) => !slots.includes(i)) }
  })
}
