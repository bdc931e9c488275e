/** The leaves of the chart: what a token is by itself. */
import { charClasses, LIGATURE, SILENT, SPACE } from './char-class.ts'
import type { Category, Node, Values } from './node.ts'
import { GRAMMAR } from './rules/all.ts'
import type { Tokens } from './scan.ts'
import type { Reading, Word } from './words.ts'

const NONE: Node[] = []

/** Where a token's nodes stand. */
interface Place {
  readonly at: number
  readonly from: number
  readonly clitics: string
  readonly definite: boolean
}

/**
 * The nodes that a token begins by itself, or with the words that follow it in a fixed phrase, as far
 * as a rule could make something of them: alone, with a node that follows, or with one before.
 * `follow` are the nodes that begin after it; `isFirst` where none can begin just before.
 */
export function lexicalNodes(tokens: Tokens, at: number, follow: readonly Node[], isFirst: boolean): Node[] {
  const word = tokens.words[at]!
  if (word.kind === 'number') return [numberNode(word, glued(tokens, at))]
  if (word.kind === 'group') return groupNodes(word, glued(tokens, at))
  let nodes = NONE
  if (word.phrases.length > 0 && at + 1 < tokens.length && tokens.words[at + 1]!.isInner) {
    for (const reading of word.phrases)
      if (follows(tokens, at + 1, reading.entry.rest)) nodes = push(nodes, wordNode(tokens, at, reading))
  }
  for (const reading of follow.length === 0 ? word.endings : word.leaves)
    if (isOfUse(reading.symbol, follow, isFirst)) nodes = push(nodes, wordNode(tokens, at, reading))
  return nodes
}

function isOfUse(symbol: number, follow: readonly Node[], isFirst: boolean): boolean {
  const { lone, pairs, continues } = GRAMMAR
  if (lone[symbol] !== undefined || (!isFirst && continues[symbol]!)) return true
  const bySecond = pairs[symbol]
  if (bySecond === undefined) return false
  for (const node of follow) if (bySecond[node.symbol] !== undefined) return true
  return false
}

/** Most tokens begin one node: a list of one is kept small. */
function push(nodes: Node[], node: Node): Node[] {
  if (nodes.length === 0) return [node]
  nodes.push(node)
  return nodes
}

function wordNode(tokens: Tokens, at: number, { entry, clitics, cut, definite, symbol }: Reading): Node {
  const { category, value, rest } = entry
  const start = tokens.starts[at]!
  const from = cut === 0 ? start : behind(tokens.text, start, cut)
  return nodeOf(category, symbol, value, { at, from, clitics, definite }, at + 1 + rest.length)
}

const leaf = <C extends Category>(category: C, value: Values[C], place: Place): Node<C> =>
  nodeOf(category, GRAMMAR.symbols.get(category)!, value, place, place.at + 1)

function nodeOf<C extends Category>(
  category: C,
  symbol: number,
  value: Values[C],
  { at, from, clitics, definite }: Place,
  end: number,
): Node<C> {
  return {
    category,
    symbol,
    value,
    start: at,
    end,
    clitics,
    definite,
    from,
    depth: 0,
    rule: category,
    rank: -1,
  }
}

/** The offset behind the first `letters` letters of a word, and behind the space of «و العشرين». */
function behind(text: string, start: number, letters: number): number {
  const classes = charClasses()
  let left = letters
  for (let at = start; ; at++) {
    const kind = classes[text.charCodeAt(at)]!
    if (kind === SILENT || kind === SPACE) continue
    const length = kind === LIGATURE ? 2 : 1
    if (left < length) return at
    left -= length
  }
}

/** True where the words of a phrase stand at a token and after it. */
export function follows(tokens: Tokens, at: number, rest: readonly string[]): boolean {
  for (let k = 0; k < rest.length; k++) {
    if (at + k >= tokens.length) return false
    const { prefix, text } = tokens.words[at + k]!
    if ((prefix === '' ? text : prefix + text) !== rest[k]) return false
  }
  return true
}

/** Letters glued before digits: proclitics, and whether the article is among them. */
function glued({ words, starts, text }: Tokens, at: number): Place {
  const { prefix } = words[at]!
  const letters = prefix.endsWith('ال') ? 2 : prefix.endsWith('لل') ? 1 : 0
  const clitics = prefix.slice(0, prefix.length - letters)
  const from = clitics === '' ? starts[at]! : behind(text, starts[at]!, clitics.length)
  return { at, from, clitics, definite: letters > 0 }
}

function numberNode({ text }: Word, place: Place): Node<'number'> {
  const digits = text.length
  return leaf('number', { value: digits > 9 ? Infinity : Number(text), digits, ordinal: false }, place)
}

function groupNodes({ text }: Word, place: Place): Node[] {
  const parts = text.split(/[^0-9]/u)
  const signs = text.replace(/[0-9]/gu, '')
  const [first, second, third, fourth] = parts.map(Number)
  if (signs[0] === ':' || signs[0] === ',' || second === undefined) return NONE
  if (parts.length === 2) {
    const digits = Math.max(...parts.map((part) => part.length))
    return [leaf('pair', { first: first!, second, sign: signs, digits }, place)]
  }
  if (signs === '-//') return [leaf('dayspan', [first!, second, third!, fourth!], place)]
  if (parts.length !== 3 || signs[0] !== signs[1] || third === undefined) return NONE
  if (parts.some((part) => part.length > 4 || part.length === 3)) return NONE
  // `10.5.2` is a version.
  if (signs[0] === '.' && !parts.some((part) => part.length === 4)) return NONE
  return [leaf('triple', [first!, second, third], place)]
}
