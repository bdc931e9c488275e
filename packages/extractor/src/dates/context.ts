/** What the words around a date make of it: whether it is one, what it bounds, whether it is to come. */
import { charClasses, letterNumber } from './char-class.ts'
import type { Expression } from './expression.ts'
import { follows } from './lexical-nodes.ts'
import type { Entry } from './lexicon.ts'
import type { Bound, Category, Node } from './node.ts'
import type { Tokens } from './scan.ts'
import { foldedAt } from './scan.ts'
import { CUES } from './words.ts'

/** The longest phrase of the lexicon that may stand before a date, in tokens. */
const REACH = 5

/** True where a word or phrase of the lexicon begins at a token and ends just before another. */
const leadsTo = ({ rest }: Entry, tokens: Tokens, at: number, start: number): boolean =>
  at + 1 + rest.length === start && (rest.length === 0 || follows(tokens, at + 1, rest))

/**
 * Where the nearest phrase of some categories begins, at `last` or before, that ends just before a
 * token; -1 where none does.
 */
function lastBefore(
  tokens: Tokens,
  start: number,
  categories: ReadonlySet<Category>,
  last = start - 1,
): number {
  for (let at = last; at >= 0 && at >= start - REACH; at--) {
    for (const { entry } of tokens.words[at]!.before)
      if (categories.has(entry.category) && leadsTo(entry, tokens, at, start)) return at
  }
  return -1
}

/** Ambiguous words need a cue before them, bare numbers no counted noun after them. */
export function isBorneOut(node: Node, tokens: Tokens, last: number): boolean {
  if (node.category !== 'date') return true
  const { cue, countable } = (node as Node<'date'>).value
  if (countable && isCounted(node.end, tokens)) return false
  if (cue === 'bound') return lastBefore(tokens, node.start, BOUNDING) >= 0
  return cue === 'none' || isCued(node, tokens, last)
}

function isCounted(end: number, tokens: Tokens): boolean {
  if (end >= tokens.length) return false
  const { text, after } = tokens.words[end]!
  return (
    text === '%' ||
    after.some(
      ({ entry, clitics }) =>
        entry.category === 'counted' && clitics === '' && follows(tokens, end + 1, entry.rest),
    )
  )
}

/** «خلال الصيف»، «حتى الخريف»: a season alone is a date only where it bounds something. */
const BOUNDING: ReadonlySet<Category> = new Set(['bound', 'within', 'before', 'after'])

/** `last` is the token after the mention before. */
function isCued({ start, end, clitics }: Node, tokens: Tokens, last: number): boolean {
  if (/[بلك]/u.test(clitics)) return true
  // All there is, in brackets, or next in a list of dates.
  if (start === 0 && end === tokens.length) return true
  if (textAt(tokens, start - 1) === '(' && textAt(tokens, end) === ')') return true
  if (last > 0 && last === start && clitics === 'و') return true
  if (last > 0 && last === start - 1 && textAt(tokens, last) === '،') return true
  const cue = lastBefore(tokens, start, CUES)
  // «من مارس الضغوط» is who exercised pressure, «من مارس إلى يونيو» a date.
  const isFrom = cue === start - 1 && textAt(tokens, cue) === 'من'
  const isWeak = isFrom && lastBefore(tokens, start, CUES, start - 2) < 0
  return cue >= 0 && !(isWeak && end < tokens.length && foldedAt(tokens, end).startsWith('ال'))
}

const textAt = ({ words, length }: Tokens, at: number): string =>
  at >= 0 && at < length ? words[at]!.text : ''

/** حتى، بحلول، منذ، بعد … before it, «بنهاية» in it, «فصاعداً» after it. */
export function boundOf(node: Node, expression: Expression, tokens: Tokens): Bound {
  if (expression.is === 'duration' || expression.is === 'set') return 'at'
  if (node.rule === 'since-amount') return 'from'
  const after = boundAfter(node.end, tokens)
  if (after !== undefined) return after
  const label = lastBefore(tokens, node.start, LABEL)
  const before = boundBefore(tokens, node.start) ?? (label < 0 ? undefined : boundBefore(tokens, label))
  if (before !== undefined) return before
  if (expression.is !== 'edge' || expression.edge !== 2) return 'at'
  // «بنهاية يونيو»، «مع نهاية يونيو».
  return /[بل]$/u.test(node.clitics) || textAt(tokens, node.start - 1) === 'مع' ? 'until' : 'at'
}

const LABEL: ReadonlySet<Category> = new Set(['label'])

/** What the longest phrase says that ends just before a token and bounds what follows. */
function boundBefore(tokens: Tokens, start: number): Bound | undefined {
  for (let at = Math.max(0, start - REACH); at < start; at++) {
    const phrase = tokens.words[at]!.before.findLast(
      ({ entry }) => entry.category === 'bound' && leadsTo(entry, tokens, at, start),
    )
    if (phrase !== undefined) return (phrase.entry as Entry<'bound'>).value
  }
  return undefined
}

/** «فصاعداً»، «كحد أقصى». */
function boundAfter(end: number, tokens: Tokens): Bound | undefined {
  if (end >= tokens.length) return undefined
  const reading = tokens.words[end]!.after.find(
    ({ entry }) => entry.category === 'onwards' && follows(tokens, end + 1, entry.rest),
  )
  return (reading?.entry as Entry<'onwards'> | undefined)?.value
}

/** «نُشر في», «آخر تحديث:» within the few tokens before. */
export function isPublishDate(start: number, { words }: Tokens): boolean {
  for (let at = start - 1; at >= 0 && at >= start - 4; at--) if (words[at]!.isPublishCue) return true
  return false
}

/** A verb with the future sin; nouns that look so are in the lexicon. */
const FUTURE_VERB = /^[وف]?س[يتن]\p{L}{3,}$/u
const CLAUSE_END = new Set(['.', '!', '؟', '?', '؛', ';', '\n', ':', '"', '»'])
/** How far back a clause may say that it speaks of what is to come. */
const CLAUSE = 12

/** «سيعقد الخميس»: a future verb or «المقرر» before, and no report of something past in between. */
export function isFuture(start: number, tokens: Tokens): boolean {
  for (let at = start - 1; at >= 0 && at >= start - CLAUSE; at--) {
    const { text, kind, tense } = tokens.words[at]!
    if (kind === 'mark' && CLAUSE_END.has(text)) return false
    const says = tense.length === 0 ? undefined : tenseAt(tokens, at)
    if (says === 'pastcue') return false
    if (says === 'futurecue') return true
    if (kind === 'word' && says === undefined && isFutureVerb(tokens, at)) return true
  }
  return false
}

/** What a word says of time's direction. */
const tenseAt = (tokens: Tokens, at: number): Category | undefined =>
  tokens.words[at]!.tense.find(({ entry: { rest } }) => follows(tokens, at + 1, rest))?.entry.category

const FIRST = new Set(Array.from('سوف', letterNumber))

function isFutureVerb(tokens: Tokens, at: number): boolean {
  const first = charClasses()[tokens.text.charCodeAt(tokens.starts[at]!)]!
  return FIRST.has(first) && FUTURE_VERB.test(foldedAt(tokens, at))
}
