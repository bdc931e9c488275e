/** What of the text is the report itself: the title above it, the dateline, the furniture of the page. */
import type { Section } from '@mithaq/model'
import { lazily, readLexicon } from '../read-lexicon.ts'
import { isFiniteVerb } from './morphology.ts'
import { isOfClass } from '../word-classes.ts'
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
