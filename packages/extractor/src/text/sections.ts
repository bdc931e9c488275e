/** What of the text is the report itself: the title above it, the dateline, the furniture of the page. */
import type { Section } from '@mithaq/model'
import { lazily, readLexicon } from '../read-lexicon.ts'
import { isOfClass } from '../word-classes.ts'
import { isPreposition } from './governs.ts'
import { isFiniteVerb } from './morphology.ts'
import { type Token, type TokenRange, tokenize } from './tokens.ts'

/** A longer line is prose; headlines and datelines stay below. Measured in tokens. */
const HEADLINE_LIMIT = 24
const DATELINE_LIMIT = 10
const DASHES = new Set(['-', '–', '—', 'ـ', ':', '/', '|', '،'])

interface Furniture {
  words: readonly string[]
  use: string
  whole: boolean
}

const furniture = lazily(() => {
  const byFirst = new Map<string, Furniture[]>()
  for (const row of readLexicon<'phrase' | 'use' | 'match'>('boilerplate.tsv')) {
    const words = tokenize(row.phrase).map(({ text }) => text)
    const entry = { words, use: row.use, whole: row.match === 'whole' }
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), entry])
  }
  return byFirst
})

/**
 * Cut a text into title, dateline, body and boilerplate; together the sections cover it in order.
 * Furniture is a line that opens with a known cue («قد يهمك أيضا:»), and for a list of links the
 * headlines after it: short lines without a full stop. Prose after them is body again.
 */
export function findSections(
  text: string,
  tokens: readonly Token[],
  paragraphs: readonly TokenRange[],
): Section[] {
  const kinds: Section['kind'][] = []
  let inLinks = false
  let bodySeen = false
  for (const [i, paragraph] of paragraphs.entries()) {
    const cue = furnitureAt(tokens, paragraph)
    if (cue) inLinks = cue.use === 'tail'
    else if (inLinks) inLinks = isHeadline(tokens, paragraph)
    if (cue || inLinks) kinds.push('boilerplate')
    else if (!bodySeen && paragraphs.length > 1 && isDateline(text, tokens, paragraph)) kinds.push('dateline')
    else if (!bodySeen && i < paragraphs.length - 1 && isHeadline(tokens, paragraph)) kinds.push('title')
    else {
      kinds.push('body')
      bodySeen = true
    }
  }
  return joinSections(text, tokens, paragraphs, kinds)
}

function furnitureAt(tokens: readonly Token[], { start, end }: TokenRange): Furniture | undefined {
  let first = start
  while (first < end && tokens[first]!.kind === 'mark') first++
  const candidates = furniture().get(tokens[first]?.text ?? '')
  return candidates?.find(({ words, whole }) => {
    const last = first + words.length
    if (last > end || words.some((word, i) => tokens[first + i]!.text !== word)) return false
    return whole
      ? !tokens.slice(last, end).some(({ kind }) => kind === 'word')
      : end - start <= HEADLINE_LIMIT
  })
}

function isHeadline(tokens: readonly Token[], { start, end }: TokenRange): boolean {
  return end - start <= HEADLINE_LIMIT && tokens[end - 1]!.text !== '.'
}

/** «بغداد ـ العرب اليوم»: a few words with a dash between them and no sentence. */
function isDateline(text: string, tokens: readonly Token[], { start, end }: TokenRange): boolean {
  if (end - start > DATELINE_LIMIT || tokens[end - 1]!.text === '.') return false
  const line = text.slice(tokens[start]!.start, tokens[end - 1]!.end)
  // The tatweel that stands for a dash is folded away: look at the line itself.
  return (
    /\s[ـ–—-]+\s?/u.test(line) && !tokens.slice(start, end).some(({ text }) => text === '"' || text === '«')
  )
}

function joinSections(
  text: string,
  tokens: readonly Token[],
  paragraphs: readonly TokenRange[],
  kinds: readonly Section['kind'][],
): Section[] {
  const sections: Section[] = []
  for (const [i, { start }] of paragraphs.entries()) {
    const kind = kinds[i]!
    const last = sections.at(-1)
    if (last?.kind === kind) continue
    const from = last ? tokens[start]!.start : 0
    if (last) last.end = from
    sections.push({ kind, start: from, end: text.length })
  }
  return sections.length > 0 ? sections : [{ kind: 'body', start: 0, end: text.length }]
}

/**
 * Where the report begins behind a dateline that runs into its sentence: «القاهرة (أ ش أ) - أعلن …»
 * begins at «أعلن». Null when the paragraph opens without one.
 */
export function inlineDatelineEnd(
  text: string,
  tokens: readonly Token[],
  { start, end }: TokenRange,
): number | null {
  const limit = Math.min(end, start + DATELINE_LIMIT)
  if (start < end && isFiniteVerb(tokens[start]!)) return null
  for (let i = start + 1; i < limit; i++) {
    const before = text.slice(tokens[i - 1]!.end, tokens[i]!.start)
    if (/\sـ+\s?$/u.test(before)) return i
    if (DASHES.has(tokens[i]!.text) && tokens[i]!.text !== '،' && i + 1 < end && isSpaced(tokens, i))
      // «الحوثيون: لا معابر قبل الأسرى»: who says so.
      return tokens[i]!.text === ':' && /^(?:لا|لن|سوف)$/u.test(tokens[i + 1]!.text)
        ? null
        : agencyEnd(tokens, i + 1, limit)
    if (tokens[i]!.text === '.' || isFiniteVerb(tokens[i]!)) return null
  }
  return null
}

/** A headline has at least so many words, and a dateline does not come later. In tokens. */
const HEADLINE = { shortest: 4, longest: 40 }
/** Who stands between two dashes has no more words. In tokens. */
const CHAIN = 6

/**
 * A dateline within a line, behind the headline that a page joined to it: «الوزراء يجتمعون غداً بالقاهرة القاهرة (د ب أ) - بدأت»,
 * «يهدد بوقف المحادثات بيروت ـ من أحمد علي ـ وكالات: …». Its range; null where there is none.
 */
export function joinedDateline(
  text: string,
  tokens: readonly Token[],
  { start, end }: TokenRange,
): TokenRange | null {
  const last = Math.min(end - 1, start + HEADLINE.longest)
  for (let i = start + HEADLINE.shortest + 1; i < last; i++) {
    if (/^[.؟!؛]$/u.test(tokens[i]!.text)) return null
    if (tokens[i]!.text !== '(' && !isDash(text, tokens, i)) continue
    const city = cityBefore(tokens, i)
    const report = reportBehind(text, tokens, i, end)
    if (city !== null && city - start >= HEADLINE.shortest && report !== null)
      return { start: city, end: report }
  }
  return null
}

/** A spaced dash at a token, or the long letter that stands for one before it. */
const isDash = (text: string, tokens: readonly Token[], i: number): boolean =>
  isLongLetter(text, tokens, i) ||
  (/^[-–—/]$/u.test(tokens[i]!.text) && tokens[i - 1]!.end < tokens[i]!.start && isSpaced(tokens, i))

const isLongLetter = (text: string, tokens: readonly Token[], i: number): boolean =>
  /\sـ+\s?$/u.test(text.slice(tokens[i - 1]!.end, tokens[i]!.start))

/** «القاهرة»، «تل أبيب»، «القدس المحتلة»: the last word or two of what stands before. */
function cityBefore(tokens: readonly Token[], i: number): number | null {
  const { kind, text } = tokens[i - 1]!
  if (
    kind !== 'word' ||
    text.length < 3 ||
    isPreposition(tokens[i - 2]!.text) ||
    isFiniteVerb(tokens[i - 1]!)
  )
    return null
  return isOfClass('opens-city', tokens[i - 2]!.form) || isOfClass('tells-city', tokens[i - 1]!.form)
    ? i - 2
    : i - 1
}

/** Behind the city: agencies and correspondents with their dashes, at least one that is plainly such. */
function reportBehind(text: string, tokens: readonly Token[], from: number, end: number): number | null {
  let wired = false
  let named = false
  let report: number | null = null
  for (let i = from, dash = from; i < Math.min(end, dash + CHAIN); i++) {
    const { text: word, form, kind } = tokens[i]!
    if (isLongLetter(text, tokens, i)) report = dash = i
    if (word === '(') {
      const close = closing(tokens, i)
      if (close === null || !isWire(tokens, i + 1, close)) break
      wired = true
      i = close
    } else if (kind === 'mark') {
      if (word !== ':' && !isDash(text, tokens, i)) break
      report = dash = i + 1
      if (word === ':') return wired || named ? report : null
    } else if (isOfClass('wire', form) || isLetter(tokens[i]!)) {
      wired = true
      if (/^ال?انباء$/u.test(tokens[i + 1]?.text ?? '')) i++
      report = i + 1
      if (report < end && !goesOn(text, tokens, report)) break
    } else if (isFiniteVerb(tokens[i]!)) break
    else named ||= word === 'من' && report === i
  }
  return wired && report !== null && report < end ? report : null
}

/** Behind an agency the dateline goes on with a mark, another agency or another of its letters. */
const goesOn = (text: string, tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.kind === 'mark' ||
  isLongLetter(text, tokens, i) ||
  isOfClass('wire', tokens[i]!.form) ||
  isLetter(tokens[i]!)

/** «د ب أ» */
const isLetter = ({ kind, text }: Token): boolean => kind === 'word' && text.length === 1

/** «(د ب أ)»، «(رويترز)» */
const isWire = (tokens: readonly Token[], from: number, close: number): boolean => {
  const inside = tokens.slice(from, close)
  return (
    (inside.length > 1 && inside.every(({ text }) => text.length === 1)) ||
    inside.some(({ form }) => isOfClass('wire', form) || isOfClass('credit', form))
  )
}

function closing(tokens: readonly Token[], open: number): number | null {
  for (let i = open + 2; i < Math.min(tokens.length, open + 6); i++) if (tokens[i]!.text === ')') return i
  return null
}

/** «بيروت - الخليج ووكالات الأنباء: حذر …»: those who report, as far as the colon. */
function agencyEnd(tokens: readonly Token[], from: number, limit: number): number {
  for (let i = from, isAgency = false; i < limit; i++) {
    const { text, form, kind } = tokens[i]!
    if (text === ':') return isAgency ? i + 1 : from
    if (isFiniteVerb(tokens[i]!) || text === '.') return from
    isAgency ||=
      isOfClass('credit', form) || /^و?وكالات$/u.test(text) || (kind === 'word' && text.length === 1)
  }
  return from
}

const isSpaced = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.text === ':' || tokens[i]!.end < tokens[i + 1]!.start
