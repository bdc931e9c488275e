/**
 * The engine: a chart filled from the right to the left, so that when a rule is tried at a token all
 * that may follow it is known. Each token meets a bounded number of nodes, and a node a bounded
 * number of rules of bounded length: the cost is linear in the text, whatever the text.
 */
import { lexicon } from './lexicon.ts'
import type { Category, Node, Values } from './node.ts'
import type { Item, Rule } from './rule.ts'
import type { Scanned, Token } from './scan.ts'

export type Chart = readonly (readonly Node[])[]

/** Bounds that no real text reaches; they keep hostile text cheap. */
const MAX_NODES = 64
const MAX_DEPTH = 16
const NONE: readonly Node[] = []

/** Fill the chart of a scanned text: for each token, the nodes that begin there. */
export function parseChart(scanned: Scanned, rules: readonly Rule[]): Chart {
  const byFirst = indexByFirst(rules)
  const chart: Node[][] = []
  const { tokens } = scanned
  for (let at = tokens.length - 1; at >= 0; at--) {
    const nodes = lexicalNodes(tokens, at)
    chart[at] = nodes
    // The list grows while it is read: a node made here may begin another.
    for (let k = 0; k < nodes.length && nodes.length < MAX_NODES; k++) {
      const node = nodes[k]!
      if (node.depth >= MAX_DEPTH) continue
      for (const { rule, rank } of byFirst.get(node.category) ?? []) applyRule(rule, rank, node, chart, nodes)
    }
  }
  return chart
}

interface Ranked {
  readonly rule: Rule
  readonly rank: number
}

function indexByFirst(rules: readonly Rule[]): Map<Category, Ranked[]> {
  const index = new Map<Category, Ranked[]>()
  for (const [rank, rule] of rules.entries()) {
    const category = rule.items[0]!.category
    const list = index.get(category) ?? []
    list.push({ rule, rank })
    index.set(category, list)
  }
  return index
}

function applyRule(rule: Rule, rank: number, first: Node, chart: Chart, nodes: Node[]): void {
  const { definite } = rule.items[0]!
  if (definite !== undefined && first.definite !== definite) return
  matchRest(rule, rank, 1, first.end, [first], chart, nodes)
}

/** Match items from `k` on at token `at`; every full match makes a node. */
function matchRest(
  rule: Rule,
  rank: number,
  k: number,
  at: number,
  parts: (Node | undefined)[],
  chart: Chart,
  nodes: Node[],
): void {
  const item = rule.items[k]
  if (item === undefined) {
    addNode(rule, rank, at, parts, nodes)
    return
  }
  const candidates = chart[at] ?? NONE
  if (item.negative) {
    if (!candidates.some((node) => node.category === item.category && node.clitics === ''))
      matchRest(rule, rank, k + 1, at, parts, chart, nodes)
    return
  }
  for (const node of candidates) {
    if (!fits(item, node)) continue
    matchRest(rule, rank, k + 1, node.end, [...parts, node], chart, nodes)
  }
  if (item.optional) matchRest(rule, rank, k + 1, at, [...parts, undefined], chart, nodes)
}

function fits(item: Item, node: Node): boolean {
  if (node.category !== item.category) return false
  if (item.definite !== undefined && node.definite !== item.definite) return false
  if (item.clitics === 'and') return node.clitics === 'و'
  return (
    node.clitics === '' || (item.clitics === 'preposition' && (node.clitics === 'ل' || node.clitics === 'ب'))
  )
}

function addNode(rule: Rule, rank: number, end: number, parts: (Node | undefined)[], nodes: Node[]): void {
  if (nodes.length >= MAX_NODES) return
  const made = rule.produce(...(parts as never[]))
  if (made === null) return
  const first = parts[0]!
  const same = nodes.some(
    (n) => n.category === made.category && n.end === end && n.rank <= rank && n.from === first.from,
  )
  if (same && made.category !== 'date') return
  const depth = 1 + Math.max(...parts.map((part) => part?.depth ?? 0))
  const { start, clitics, definite } = first
  const from = parts[made.first ?? 0]?.from ?? first.from
  nodes.push({ ...made, start, end, clitics, definite, from, depth, rule: rule.name, rank })
}

const MARKS = new Map<string, Category>([
  ['/', 'slash'],
  ['\\', 'slash'],
  ['-', 'dash'],
  ['–', 'dash'],
  ['—', 'dash'],
  ['−', 'dash'],
  ['‐', 'dash'],
  ['‑', 'dash'],
  ['(', 'open'],
  ['[', 'open'],
  [')', 'close'],
  [']', 'close'],
  ['،', 'comma'],
  [',', 'comma'],
])

function lexicalNodes(tokens: readonly Token[], at: number): Node[] {
  const token = tokens[at]!
  switch (token.kind) {
    case 'word':
      return wordNodes(tokens, at)
    case 'number':
      return [numberNode(token, at)]
    case 'group':
      return groupNodes(token, at)
    case 'mark': {
      const category = MARKS.get(token.text)
      return category === undefined ? [] : [leaf(category, true, at, at + 1, token.start)]
    }
    default:
      return []
  }
}

function leaf<C extends Category>(
  category: C,
  value: Values[C],
  start: number,
  end: number,
  from: number,
  clitics = '',
  definite = false,
): Node<C> {
  return { category, value, start, end, clitics, definite, from, depth: 0, rule: category, rank: -1 }
}

/** Every reading of a word that the lexicon knows: whole, without the article, without proclitics. */
function wordNodes(tokens: readonly Token[], at: number): Node[] {
  const nodes: Node[] = []
  const { text } = tokens[at]!
  articleReadings(text, '', 0)
  const first = text[0]!
  if (text.length > 2 && (first === 'و' || first === 'ف')) {
    const rest = text.slice(1)
    articleReadings(rest, first, 1)
    prepositionReadings(rest, first, 1)
  }
  prepositionReadings(text, '', 0)
  return nodes

  function prepositionReadings(word: string, before: string, cut: number): void {
    const letter = word[0]!
    if (word.length < 3 || (letter !== 'ب' && letter !== 'ل' && letter !== 'ك')) return
    // للعام is ل + العام.
    if (letter === 'ل' && word[1] === 'ل') look(word.slice(2), before + letter, cut + 1, true)
    articleReadings(word.slice(1), before + letter, cut + 1)
  }
  function articleReadings(word: string, clitics: string, cut: number): void {
    look(word, clitics, cut, false)
    if (word.length > 3 && word[0] === 'ا' && word[1] === 'ل') look(word.slice(2), clitics, cut, true)
  }
  function look(stem: string, clitics: string, cut: number, definite: boolean): void {
    const from = tokens[at]!.start + cut
    for (const { category, value, rest } of lexicon().get(stem) ?? []) {
      const end = at + 1 + rest.length
      if (rest.every((word, k) => surface(tokens[at + 1 + k]) === word))
        nodes.push(leaf(category, value, at, end, from, clitics, definite))
    }
  }
}

const surface = (token: Token | undefined): string => (token === undefined ? '' : token.prefix + token.text)

/** Letters glued before digits: proclitics, and whether the article is among them. */
function readPrefix(token: Token): { clitics: string; definite: boolean; from: number } {
  const definite = token.prefix.endsWith('ال') || token.prefix.endsWith('لل')
  const clitics = token.prefix.endsWith('ال')
    ? token.prefix.slice(0, -2)
    : definite
      ? token.prefix.slice(0, -1)
      : token.prefix
  return { clitics, definite, from: token.start + clitics.length }
}

function numberNode(token: Token, at: number): Node<'number'> {
  const { clitics, definite, from } = readPrefix(token)
  const value = {
    value: token.text.length > 9 ? Infinity : Number(token.text),
    digits: token.text.length,
    ordinal: false,
  }
  return leaf('number', value, at, at + 1, from, clitics, definite)
}

function groupNodes(token: Token, at: number): Node[] {
  const { clitics, definite, from } = readPrefix(token)
  // No date is longer than `27/09/2024`.
  if (token.text.length > 12) return []
  const parts = token.text.split(/[^0-9]/u)
  const signs = token.text.replace(/[0-9]/gu, '')
  const [first, second, third] = parts.map(Number)
  if (signs[0] === ':' || signs[0] === ',' || second === undefined) return []
  if (parts.length === 2) {
    const digits = Math.max(...parts.map((part) => part.length))
    const value = { first: first!, second, sign: signs, digits }
    return [leaf('pair', value, at, at + 1, from, clitics, definite)]
  }
  if (parts.length !== 3 || signs[0] !== signs[1] || third === undefined) return []
  if (parts.some((part) => part.length > 4 || part.length === 3)) return []
  return [leaf('triple', [first!, second, third], at, at + 1, from, clitics, definite)]
}
