/**
 * The engine: a chart filled from the right to the left, so that when a rule is tried at a token all
 * that may follow it is known. Each token meets a bounded number of nodes, and a node a bounded
 * number of rules of bounded length: the cost is linear in the text, whatever the text.
 */
import type { Variant } from './grammar.ts'
import { lexicalNodes } from './lexical-nodes.ts'
import type { Node } from './node.ts'
import type { Item, Made, Rule } from './rule.ts'
import { GRAMMAR } from './rules/all.ts'
import type { Tokens } from './scan.ts'

/** For each token the nodes that begin there, and one empty list for the end. */
export type Chart = (readonly Node[])[]

/** Bounds that no real text reaches; they keep hostile text cheap. */
const MAX_NODES = 48
const MAX_DEPTH = 16
const MAX_LENGTH = 40
const NONE: readonly Node[] = []

/** Make a chart, which may have been another segment's, one in which nothing begins anywhere. */
export function clearChart(chart: Chart, length: number): void {
  for (let at = 0; at <= length; at++) chart[at] = NONE
}

/** Fill the chart of the tokens from `from` to before `until`. */
export function fillChart(chart: Chart, tokens: Tokens, from: number, until: number): void {
  for (let at = until - 1; at >= from; at--) {
    const before = at === from ? undefined : tokens.words[at - 1]!
    const isFirst = before === undefined || !(before.isLeaf || before.isInner)
    const leaves = lexicalNodes(tokens, at, chart[at + 1]!, isFirst)
    if (leaves.length > 0) chart[at] = close(leaves, chart)
  }
}

/** What the pattern that is tried has matched so far; a rule has eight parts at most. */
const parts: (Node | undefined)[] = Array<Node | undefined>(8).fill(undefined)

/** Apply every rule to every node that begins at a token, those that rules make included. */
function close(nodes: Node[], chart: Chart): readonly Node[] {
  const { lone, pairs } = GRAMMAR
  for (let k = 0; k < nodes.length && nodes.length < MAX_NODES; k++) {
    const node = nodes[k]!
    if (node.depth >= MAX_DEPTH) continue
    const alone = lone[node.symbol]
    if (alone !== undefined) for (const variant of alone) start(variant, node, chart, nodes)
    const following = chart[node.end]!
    const bySecond = following.length === 0 ? undefined : pairs[node.symbol]
    if (bySecond === undefined) continue
    for (const second of following) {
      const variants = bySecond[second.symbol]
      if (variants === undefined) continue
      for (const variant of variants) {
        if (!fits(variant.items[1]!, second)) continue
        parts[1] = second
        start(variant, node, chart, nodes)
      }
    }
  }
  return nodes
}

/** The first part, and the second where there is one, are known; match the rest. */
function start(variant: Variant, node: Node, chart: Chart, nodes: Node[]): void {
  const { definite } = variant.items[0]!
  if (definite !== undefined && node.definite !== definite) return
  parts[0] = node
  const second = variant.items[1]
  if (second === undefined || second.negative) match(variant, 1, node.end, chart, nodes)
  else match(variant, 2, parts[1]!.end, chart, nodes)
}

/** Match items from `k` on at token `at`; every full match makes a node. */
function match(variant: Variant, k: number, at: number, chart: Chart, nodes: Node[]): void {
  const item = variant.items[k]
  if (item === undefined) {
    add(variant, at, nodes)
    return
  }
  const candidates = chart[at]!
  if (item.negative) {
    for (const node of candidates) if (node.symbol === item.symbol && node.clitics === '') return
    match(variant, k + 1, at, chart, nodes)
    return
  }
  for (const node of candidates) {
    if (node.symbol !== item.symbol || !fits(item, node)) continue
    parts[k] = node
    match(variant, k + 1, node.end, chart, nodes)
  }
}

function fits(item: Item, node: Node): boolean {
  if (item.definite !== undefined && node.definite !== item.definite) return false
  if (item.clitics === 'and') return node.clitics === 'و'
  return (
    node.clitics === '' || (item.clitics === 'preposition' && (node.clitics === 'ل' || node.clitics === 'ب'))
  )
}

/** What the production takes, each part in the place that the pattern gives it. */
const args: (Node | undefined)[] = Array<Node | undefined>(8).fill(undefined)

function add({ rule, rank, items, slots, absent }: Variant, end: number, nodes: Node[]): void {
  const head = parts[0]!
  if (nodes.length >= MAX_NODES || end - head.start > MAX_LENGTH) return
  for (const slot of absent) args[slot] = undefined
  let depth = 0
  for (let k = 0; k < items.length; k++) {
    const slot = slots[k]!
    if (slot < 0) continue
    const part = parts[k]!
    args[slot] = part
    if (part.depth > depth) depth = part.depth
  }
  const made = produce(rule, args)
  if (made === null) return
  const { category, value, first = 0 } = made
  const symbol = GRAMMAR.symbols.get(category)!
  const { start: at, clitics, definite } = head
  if (category !== 'date' && isKnown(nodes, symbol, end, clitics)) return
  const from = args[first]?.from ?? head.from
  const { name } = rule
  nodes.push({
    category,
    symbol,
    value,
    start: at,
    end,
    clitics,
    definite,
    from,
    depth: depth + 1,
    rule: name,
    rank,
  })
}

/** What a date is may differ with the rule; of the rest one reading of the same words is enough. */
function isKnown(nodes: readonly Node[], symbol: number, end: number, clitics: string): boolean {
  for (const node of nodes)
    if (node.symbol === symbol && node.end === end && node.clitics === clitics && node.depth > 0) return true
  return false
}

/** No pattern has more than eight parts; handing them over one by one spares a copy. */
function produce(rule: Rule, args: readonly (Node | undefined)[]): Made | null {
  const call = rule.produce as (...args: (Node | undefined)[]) => Made | null
  return call(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7])
}
