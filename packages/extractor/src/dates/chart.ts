/**
 * The engine: a chart filled from the right to the left, so that when a rule is tried at a token all
 * that may follow it is known. Each token meets a bounded number of nodes, and a node a bounded
 * number of rules of bounded length: the cost is linear in the text, whatever the text.
 */
import type { CategorySet } from './category-set.ts'
import { addCategory, emptySet, intersects } from './category-set.ts'
import { lexicalNodes } from './lexical-nodes.ts'
import type { Category, Node } from './node.ts'
import type { Item, Made, Rule } from './rule.ts'
import type { Token } from './scan.ts'

/** For each token the nodes that begin there, and one empty list for the end. */
export type Chart = readonly (readonly Node[])[]

/** A rule made ready: where it stands in the order, and what its second part may be. */
interface Prepared {
  readonly rule: Rule
  readonly rank: number
  readonly next: CategorySet
  /** It needs no second part, or looks ahead for what must not come. */
  readonly mayEnd: boolean
}

export type Grammar = ReadonlyMap<Category, readonly Prepared[]>

/** Bounds that no real text reaches; they keep hostile text cheap. */
const MAX_NODES = 48
const MAX_DEPTH = 16
const MAX_LENGTH = 40
const NONE: readonly Node[] = []

/** Index rules by the category they begin with. */
export function prepareGrammar(rules: readonly Rule[]): Grammar {
  const grammar = new Map<Category, Prepared[]>()
  for (const [rank, rule] of rules.entries()) {
    const { category } = rule.items[0]!
    const prepared = grammar.get(category) ?? []
    prepared.push({ rule, rank, ...nextOf(rule.items) })
    grammar.set(category, prepared)
  }
  return grammar
}

function nextOf(items: readonly Item[]): Pick<Prepared, 'next' | 'mayEnd'> {
  const next = emptySet()
  for (const item of items.slice(1)) {
    if (item.negative) return { next, mayEnd: true }
    addCategory(next, item.category)
    if (!item.optional) return { next, mayEnd: false }
  }
  return { next, mayEnd: true }
}

/** Fill the chart of a stretch of tokens. */
export function parseChart(tokens: readonly Token[], grammar: Grammar): Chart {
  const chart: (readonly Node[])[] = Array.from({ length: tokens.length + 1 }, () => NONE)
  const begins: CategorySet[] = Array.from({ length: tokens.length + 1 }, () => NOTHING)
  for (let at = tokens.length - 1; at >= 0; at--) {
    const leaves = lexicalNodes(tokens, at)
    if (leaves.length === 0) continue
    const cell = new Cell(leaves, chart, grammar)
    cell.close(begins)
    chart[at] = cell.nodes
    begins[at] = cell.begins
  }
  return chart
}

const NOTHING = emptySet()

/** The nodes of one token while they are made. */
class Cell {
  readonly nodes: Node[]
  readonly begins = emptySet()
  private readonly chart: Chart
  private readonly grammar: Grammar
  private readonly parts: (Node | undefined)[] = []

  constructor(leaves: readonly Node[], chart: Chart, grammar: Grammar) {
    this.nodes = [...leaves]
    this.chart = chart
    this.grammar = grammar
    for (const { category } of leaves) addCategory(this.begins, category)
  }

  /** Apply every rule to every node, those that rules make included. */
  close(begins: readonly CategorySet[]): void {
    const { nodes, grammar, parts } = this
    for (let k = 0; k < nodes.length && nodes.length < MAX_NODES; k++) {
      const node = nodes[k]!
      if (node.depth >= MAX_DEPTH) continue
      const following = begins[node.end]!
      for (const prepared of grammar.get(node.category) ?? []) {
        if (!prepared.mayEnd && !intersects(prepared.next, following)) continue
        const { definite } = prepared.rule.items[0]!
        if (definite !== undefined && node.definite !== definite) continue
        parts.length = 0
        parts.push(node)
        this.match(prepared, 1, node.end)
      }
    }
  }

  /** Match items from `k` on at token `at`; every full match makes a node. */
  private match(prepared: Prepared, k: number, at: number): void {
    const item = prepared.rule.items[k]
    if (item === undefined) {
      this.add(prepared, at)
      return
    }
    const candidates = this.chart[at]!
    if (item.negative) {
      if (!candidates.some((node) => node.category === item.category && node.clitics === ''))
        this.match(prepared, k + 1, at)
      return
    }
    for (const node of candidates) {
      if (node.category !== item.category || !fits(item, node)) continue
      this.parts.push(node)
      this.match(prepared, k + 1, node.end)
      this.parts.pop()
    }
    if (!item.optional) return
    this.parts.push(undefined)
    this.match(prepared, k + 1, at)
    this.parts.pop()
  }

  private add({ rule, rank }: Prepared, end: number): void {
    const { parts, nodes } = this
    const first = parts[0]!
    if (nodes.length >= MAX_NODES || end - first.start > MAX_LENGTH) return
    const made = produce(rule, parts)
    if (made === null) return
    const { category, value } = made
    const from = made.first === undefined ? first.from : (parts[made.first]?.from ?? first.from)
    if (
      category !== 'date' &&
      nodes.some((node) => node.category === category && node.end === end && node.from === first.from)
    )
      return
    let depth = 0
    for (const part of parts) if (part !== undefined && part.depth > depth) depth = part.depth
    const { start, clitics, definite } = first
    nodes.push({
      category,
      value,
      start,
      end,
      clitics,
      definite,
      from,
      depth: depth + 1,
      rule: rule.name,
      rank,
    })
    addCategory(this.begins, category)
  }
}

/** No pattern has more than eight parts; handing them over one by one spares a copy. */
function produce(rule: Rule, parts: readonly (Node | undefined)[]): Made | null {
  const call = rule.produce as (...parts: (Node | undefined)[]) => Made | null
  return call(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7])
}

function fits(item: Item, node: Node): boolean {
  if (item.definite !== undefined && node.definite !== item.definite) return false
  if (item.clitics === 'and') return node.clitics === 'و'
  return (
    node.clitics === '' || (item.clitics === 'preposition' && (node.clitics === 'ل' || node.clitics === 'ب'))
  )
}
