/** The leaves of the chart: what a token is by itself. */
import type { Grammar } from './grammar.ts'
import type { Category, Node, Values } from './node.ts'
import type { Token } from './scan.ts'

const NONE: Node[] = []

/** False for what no time expression holds: the chart is filled between such tokens. */
export function isLive({ kind, text, readings }: Token): boolean {
  if (kind === 'word') return readings.length > 0
  return kind === 'number' || kind === 'group' || (kind === 'mark' && MARKS.has(text))
}

/**
 * The nodes that a token begins by itself, or with the words that follow it in a fixed phrase. Where
 * nothing follows that a rule could go on with (`last`), only what rules end with is worth a node.
 */
export function lexicalNodes(tokens: readonly Token[], at: number, grammar: Grammar, last: boolean): Node[] {
  const token = tokens[at]!
  switch (token.kind) {
    case 'word':
      return token.readings.length === 0 ? NONE : wordNodes(tokens, at, grammar, last)
    case 'number':
      return [numberNode(token, at)]
    case 'group':
      return groupNodes(token, at)
    case 'mark': {
      const category = MARKS.get(token.text)
      const useless = category === undefined || (last && !grammar.ends.has(category))
      return useless ? NONE : [leaf(category, true, at, at + 1, token.start, '', false)]
    }
    default:
      return NONE
  }
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

function leaf<C extends Category>(
  category: C,
  value: Values[C],
  start: number,
  end: number,
  from: number,
  clitics: string,
  definite: boolean,
): Node<C> {
  return { category, value, start, end, clitics, definite, from, depth: 0, rule: category, rank: -1 }
}

function wordNodes(tokens: readonly Token[], at: number, { ends, used }: Grammar, last: boolean): Node[] {
  const token = tokens[at]!
  let nodes = NONE
  for (const { entry, clitics, cut, definite } of token.readings) {
    const { category, value, rest } = entry
    if (!(last && rest.length === 0 ? ends : used).has(category)) continue
    if (rest.length > 0 && !follows(tokens, at + 1, rest)) continue
    if (nodes === NONE) nodes = []
    nodes.push(leaf(category, value, at, at + 1 + rest.length, token.start + cut, clitics, definite))
  }
  return nodes
}

/** What a word, or a phrase that it begins, is to the words after it: cues and bounds, which no rule reads. */
export function contextAt(tokens: readonly Token[], at: number, end?: number): Node[] {
  const token = tokens[at]!
  const nodes: Node[] = []
  for (const { entry, clitics, cut, definite } of token.readings) {
    const { category, value, rest } = entry
    if (end !== undefined && at + 1 + rest.length !== end) continue
    if (!follows(tokens, at + 1, rest)) continue
    nodes.push(leaf(category, value, at, at + 1 + rest.length, token.start + cut, clitics, definite))
  }
  return nodes
}

/** True where the words of a phrase stand at a token and after it. */
export function follows(tokens: readonly Token[], at: number, rest: readonly string[]): boolean {
  for (let k = 0; k < rest.length; k++) {
    const token = tokens[at + k]
    if (token === undefined || token.prefix + token.text !== rest[k]) return false
  }
  return true
}

/** Letters glued before digits: proclitics, and whether the article is among them. */
function readPrefix({ prefix, start }: Token): { clitics: string; definite: boolean; from: number } {
  const letters = prefix.endsWith('ال') ? 2 : prefix.endsWith('لل') ? 1 : 0
  const clitics = prefix.slice(0, prefix.length - letters)
  return { clitics, definite: letters > 0, from: start + clitics.length }
}

function numberNode(token: Token, at: number): Node<'number'> {
  const { clitics, definite, from } = readPrefix(token)
  const digits = token.text.length
  const value = { value: digits > 9 ? Infinity : Number(token.text), digits, ordinal: false }
  return leaf('number', value, at, at + 1, from, clitics, definite)
}

/** No date is longer than `27/09/2024`. */
const LONGEST_GROUP = 12

function groupNodes(token: Token, at: number): Node[] {
  if (token.text.length > LONGEST_GROUP) return NONE
  const { clitics, definite, from } = readPrefix(token)
  const parts = token.text.split(/[^0-9]/u)
  const signs = token.text.replace(/[0-9]/gu, '')
  const [first, second, third] = parts.map(Number)
  if (signs[0] === ':' || signs[0] === ',' || second === undefined) return NONE
  if (parts.length === 2) {
    const digits = Math.max(...parts.map((part) => part.length))
    return [leaf('pair', { first: first!, second, sign: signs, digits }, at, at + 1, from, clitics, definite)]
  }
  if (parts.length !== 3 || signs[0] !== signs[1] || third === undefined) return NONE
  if (parts.some((part) => part.length > 4 || part.length === 3)) return NONE
  // `10.5.2` is a version.
  if (signs[0] === '.' && !parts.some((part) => part.length === 4)) return NONE
  return [leaf('triple', [first!, second, third], at, at + 1, from, clitics, definite)]
}
