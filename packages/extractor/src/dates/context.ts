/** What the words around a date make of it: whether it is one, what it bounds, whether it is to come. */
import type { Expression } from './expression.ts'
import { contextAt, follows } from './lexical-nodes.ts'
import type { Bound, Category, Node } from './node.ts'
import type { Token } from './scan.ts'

/** The longest phrase of the lexicon that may stand before a date, in tokens. */
const REACH = 5

/** Words and phrases of the lexicon that end just before a token, the nearest first. */
function wordsBefore(tokens: readonly Token[], start: number): Node[] {
  const nodes: Node[] = []
  for (let at = start - 1; at >= Math.max(0, start - REACH); at--) {
    if (tokens[at]!.readings.length > 0) nodes.push(...contextAt(tokens, at, start))
  }
  return nodes
}

/** Ambiguous words need a cue before them, bare numbers no counted noun after them. */
export function isBorneOut(node: Node, tokens: readonly Token[], last: number): boolean {
  if (node.category !== 'date') return true
  const { cue, countable } = (node as Node<'date'>).value
  if (countable && isCounted(node.end, tokens)) return false
  if (cue === 'bound') return wordsBefore(tokens, node.start).some((before) => BOUNDING.has(before.category))
  return cue === 'none' || isCued(node, tokens, last)
}

function isCounted(end: number, tokens: readonly Token[]): boolean {
  const next = tokens[end]
  if (next === undefined) return false
  return (
    next.text === '%' ||
    contextAt(tokens, end).some((node) => node.category === 'counted' && node.clitics === '')
  )
}

const CUES: ReadonlySet<Category> = new Set([
  'cue',
  'bound',
  'of',
  'to',
  'opener',
  'between',
  'before',
  'after',
  'since',
  'within',
  'for',
  'matching',
  'label',
  'edge',
  'futurecue',
])

/** «خلال الصيف»، «حتى الخريف»: a season alone is a date only where it bounds something. */
const BOUNDING: ReadonlySet<Category> = new Set(['bound', 'within', 'before', 'after'])

/** `last` is the token after the mention before. */
function isCued(node: Node, tokens: readonly Token[], last: number): boolean {
  if (/[بلك]/u.test(node.clitics)) return true
  // All there is, in brackets, or next in a list of dates.
  if (node.start === 0 && node.end === tokens.length) return true
  if (tokens[node.start - 1]?.text === '(' && tokens[node.end]?.text === ')') return true
  if (last > 0 && last === node.start && node.clitics === 'و') return true
  if (last > 0 && last === node.start - 1 && tokens[last]!.text === '،') return true
  const cues = wordsBefore(tokens, node.start).filter((before) => CUES.has(before.category))
  // «من مارس الضغوط» is who exercised pressure, «من مارس إلى يونيو» a date.
  const isWeakCue =
    cues.every((cue) => tokens[cue.start]!.text === 'من') && tokens[node.end]?.text.startsWith('ال')
  return cues.length > 0 && isWeakCue !== true
}

/** حتى، بحلول، منذ، بعد … before it, «بنهاية» in it, «فصاعداً» after it. */
export function boundOf(node: Node, expression: Expression, tokens: readonly Token[]): Bound {
  if (expression.is === 'duration' || expression.is === 'set') return 'at'
  if (node.rule === 'since-amount') return 'from'
  if (node.end < tokens.length && contextAt(tokens, node.end).some((after) => after.category === 'onwards'))
    return 'from'
  const label = wordsBefore(tokens, node.start).find((before) => before.category === 'label')
  const words = wordsBefore(tokens, label?.start ?? node.start).filter(
    (before) => before.category === 'bound',
  )
  const longest = words.at(-1) as Node<'bound'> | undefined
  if (longest !== undefined) return longest.value
  const isDeadline = expression.is === 'edge' && expression.edge === 2 && /[بل]$/u.test(node.clitics)
  return isDeadline ? 'until' : 'at'
}

/** «نُشر في»، «آخر تحديث:» within the few tokens before. */
export function isPublishDate(start: number, tokens: readonly Token[]): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 4); at--) {
    if (tokens[at]!.readings.some(({ entry }) => entry.category === 'publishcue')) return true
  }
  return false
}

/** A verb with the future sin; nouns that look so are in the lexicon. */
const FUTURE_VERB = /^[وف]?س[يتن]\p{L}{3,}$/u
const CLAUSE_END = new Set(['.', '!', '؟', '?', '؛', ';', '\n', ':', '"', '»'])
/** How far back a clause may say that it speaks of what is to come. */
const CLAUSE = 12

/** «سيعقد الخميس»: a future verb or «المقرر» before, and no report of something past in between. */
export function isFuture(start: number, tokens: readonly Token[]): boolean {
  for (let at = start - 1; at >= Math.max(0, start - CLAUSE); at--) {
    const { text, kind, readings } = tokens[at]!
    if (CLAUSE_END.has(text)) return false
    const says = readings.length === 0 ? null : tenseAt(tokens, at)
    if (says === 'pastcue') return false
    if (says === 'futurecue') return true
    if (kind === 'word' && says !== 'notfuture' && FUTURE_VERB.test(text)) return true
  }
  return false
}

/** What a word says of time's direction; verbs and cues carry no article and no preposition. */
function tenseAt(tokens: readonly Token[], at: number): 'pastcue' | 'futurecue' | 'notfuture' | null {
  for (const { entry, clitics, definite } of tokens[at]!.readings) {
    const { category, rest } = entry
    if (category !== 'pastcue' && category !== 'futurecue' && category !== 'notfuture') continue
    if (definite || (clitics !== '' && clitics !== 'و' && clitics !== 'ف')) continue
    if (rest.length === 0 || follows(tokens, at + 1, rest)) return category
  }
  return null
}
