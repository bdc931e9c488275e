/**
 * The engine: a chart filled from the right to the left, so that when a rule is tried at a token all
 * that may follow it is known. Each token meets a bounded number of nodes, and a node a bounded
 * number of rules of bounded length: the cost is linear in the text, whatever the text.
 */
import type { Grammar, Variant } from './grammar.ts'
import { lexicalNodes } from './lexical-nodes.ts'
import type { Node } from './node.ts'
import type { Item, Made, Rule } from './rule.ts'
import type { Token } from './scan.ts'

/** For each token the nodes that begin there, and one empty list for the end. */
export type Chart = readonly (readonly Node[])[]

/** Bounds that no real text reaches; they keep hostile text cheap. */
const MAX_NODES = 48
const MAX_DEPTH = 16
const MAX_LENGTH = 40
const NONE: readonly Node[] = []

/** Fill the chart of a stretch of tokens. */
export function parseChart(tokens: readonly Token[], grammar: Grammar): Chart {
  const chart = emptyChart(tokens)
  fillChart(chart, tokens, 0, tokens.length, grammar)
  return chart
}

/** A chart in which nothing begins anywhere; its cells are replaced, never written to. */
export function emptyChart(tokens: readonly Token[]): (readonly Node[])[] {
  const chart: (readonly Node[])[] = []
  for (let at = 0; at <= tokens.length; at++) chart.push(NONE)
  return chart
}

/** Fill the chart of the tokens from `from` to before `until`. */
export function fillChart(
  chart: (readonly Node[])[],
  tokens: readonly Token[],
  from: number,
  until: number,
  grammar: Grammar,
): void {
  for (let at = until - 1; at >= from; at--) {
    const leaves = lexicalNodes(tokens, at, grammar, chart[at + 1]!.length === 0)
    if (leaves.length > 0) chart[at] = close(leaves, chart, grammar)
  }
}

/** Apply every rule to every node that begins at a token, those that rules make included. */
function close(nodes: Node[], chart: Chart, { lone, pairs }: Grammar): readonly Node[] {
  const parts: (Node | undefined)[] = []
  for (let k = 0; k < nodes.length && nodes.length < MAX_NODES; k++) {
    const node = nodes[k]!
    if (node.depth >= MAX_DEPTH) continue
    const alone = lone.get(node.category)
    if (alone !== undefined) {
      for (const variant of alone) start(variant, node, parts, chart, nodes)
    }
    const following = chart[node.end]!
    const bySecond = following.length === 0 ? undefined : pairs.get(node.category)
    if (bySecond === undefined) continue
    for (const second of following) {
      const variants = bySecond.get(second.category)
      if (variants === undefined) continue
      for (const variant of variants) {
        if (!fits(variant.items[1]!, second)) continue
        parts[1] = second
        start(variant, node, parts, chart, nodes)
      }
    }
  }
  return nodes
}

/** The first part, and the second where there is one, are known; match the rest. */
function start(variant: Variant, node: Node, parts: (Node | undefined)[], chart: Chart, nodes: Node[]): void {
  const { definite } = variant.items[0]!
  if (definite !== undefined && node.definite !== definite) return
  parts[0] = node
  const second = variant.items[1]
  if (second === undefined || second.negative) match(variant, 1, node.end, parts, chart, nodes)
  else match(variant, 2, parts[1]!.end, parts, chart, nodes)
}

/** Match items from `k` on at token `at`; every full match makes a node. */
function match(
  variant: Variant,
  k: number,
  at: number,
  parts: (Node | undefined)[],
  chart: Chart,
  nodes: Node[],
): void {
  const item = variant.items[k]
  if (item === undefined) {
    add(variant, at, parts, nodes)
    return
  }
  const candidates = chart[at]!
  if (item.negative) {
    for (const node of candidates) if (node.category === item.category && node.clitics === '') return
    match(variant, k + 1, at, parts, chart, nodes)
    return
  }
  for (const node of candidates) {
    if (node.category !== item.category || !fits(item, node)) continue
    parts[k] = node
    match(variant, k + 1, node.end, parts, chart, nodes)
  }
}

function fits(item: Item, node: Node): boolean {
  if (item.definite !== undefined && node.definite !== item.definite) return false
  if (item.clitics === 'and') return node.clitics === 'و'
  return (
    node.clitics === '' || (item.clitics === 'preposition' && (node.clitics === 'ل' || node.clitics === 'ب'))
  )
}

function add(variant: Variant, end: number, parts: readonly (Node | undefined)[], nodes: Node[]): void {
  const first = parts[0]!
  if (nodes.length >= MAX_NODES || end - first.start > MAX_LENGTH) return
  const args: (Node | undefined)[] = []
  let depth = 0
  for (let k = 0; k < variant.items.length; k++) {
    const slot = variant.slots[k]!
    if (slot < 0) continue
    const part = parts[k]!
    args[slot] = part
    if (part.depth > depth) depth = part.depth
  }
  const made = produce(variant.rule, args)
  if (made === null) return
  const { category, value } = made
  if (category !== 'date' && isKnown(nodes, category, end, first.clitics)) return
  const { start: at, clitics, definite } = first
  const from = made.first === undefined ? first.from : (args[made.first]?.from ?? first.from)
  const { name } = variant.rule
  nodes.push({
    category,
    value,
    start: at,
    end,
    clitics,
    definite,
    from,
    depth: depth + 1,
    rule: name,
    rank: variant.rank,
  })
}

/** What a date is may differ with the rule; of the rest one reading of the same words is enough. */
function isKnown(nodes: readonly Node[], category: Node['category'], end: number, clitics: string): boolean {
  for (const node of nodes)
    if (node.category === category && node.end === end && node.clitics === clitics && node.depth > 0)
      return true
  return false
}

/** No pattern has more than eight parts; handing them over one by one spares a copy. */
function produce(rule: Rule, args: readonly (Node | undefined)[]): Made | null {
  const call = rule.produce as (...args: (Node | undefined)[]) => Made | null
  return call(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7])
}
