/** The words of a document with what is known of each, as the readers of patterns walk over them. */
import { fold } from '@mithaq/model'
import type { Doc } from '../doc.ts'
import type { Found } from './draft.ts'
import type { Demonym } from './demonyms.ts'
import { type Entry, namesLexicon, type NamesLexicon } from './names-lexicon.ts'
import { tokenAt } from '../text/tokens.ts'
import type { TrieNode } from './trie.ts'
import { type WordFacts, wordFacts } from './word-facts.ts'

export interface Reader {
  readonly doc: Doc
  readonly lexicon: NamesLexicon
  /** By token; undefined for marks and numbers. */
  readonly facts: readonly (WordFacts | undefined)[]
  /** By token: where its sentence ends. */
  readonly ends: Uint32Array
  /** By token: 1 inside a date. */
  readonly dated: Uint8Array
  /** How deep the readers are in each other, and what they read inside before: bounds the work on any text. */
  readonly nesting: { depth: number; read: Map<number, Found | undefined> }
}

export function readerOf(doc: Doc): Reader {
  const ends = new Uint32Array(doc.tokens.length)
  for (const { start, end } of doc.sentences) ends.fill(end, start, end)
  const dated = new Uint8Array(doc.tokens.length)
  for (const { start, end } of doc.dates) dated.fill(1, tokenAt(doc.tokens, start), tokenAt(doc.tokens, end))
  const facts = doc.tokens.map(({ kind, form }) => (kind === 'word' ? wordFacts(form) : undefined))
  return { doc, lexicon: namesLexicon(), facts, ends, dated, nesting: { depth: 0, read: new Map() } }
}

const QUOTES = new Set(['"', '«', '»', '“', '”', '(', ')', '‘', '’', "'"])
const OPENERS = new Set(['"', '«', '“', '(', '‘', "'"])
const CLOSERS = new Set(['"', '»', '”', ')', '’', "'"])

export const isOpener = (text: string | undefined): boolean => text !== undefined && OPENERS.has(text)
export const isCloser = (text: string | undefined): boolean => text !== undefined && CLOSERS.has(text)

/** «لن نتخلى عن حصتنا»: so opens what somebody says of himself. */
export const opensOwnWords = ({ doc }: Reader, i: number): boolean =>
  /^(?:لن|لا|لم|لسنا|سن.{3,})$/u.test(doc.tokens[i]?.text ?? '')

export const wordAt = ({ facts }: Reader, i: number): string => facts[i]?.word ?? ''

/** True when nothing stands between two tokens. */
export const touches = ({ doc }: Reader, i: number): boolean =>
  doc.tokens[i - 1]?.end === doc.tokens[i]?.start

export const inContext = ({ lexicon }: Reader, use: string, word: string): boolean =>
  lexicon.contexts.get(use)?.has(word) ?? false

/** «أوبك+» is read as it is said. */
const PLUS = 'بلس'

export interface Hit<T> {
  end: number
  values: readonly T[]
}

/**
 * Every phrase that opens at token `i` with `node` (the node behind its first word), longest first.
 * Quotation marks and tight hyphens inside a phrase are stepped over: «لهزيمة "داعش"».
 */
export function phrasesFrom<T>(reader: Reader, node: TrieNode<T>, i: number): Hit<T>[] {
  const { doc, facts, ends } = reader
  const hits: Hit<T>[] = []
  const limit = ends[i]!
  let opened = false
  let at: TrieNode<T> | undefined = node
  for (let next = i + 1; at !== undefined;) {
    if (at.values !== null) {
      const closes = opened && isCloser(doc.tokens[next]?.text) && next < limit
      hits.push({ end: closes ? next + 1 : next, values: at.values })
    }
    if (at.next === null || next >= limit) break
    const mark = doc.tokens[next]!
    if (mark.kind === 'mark' && QUOTES.has(mark.text)) {
      opened ||= isOpener(mark.text)
      next++
    } else if (mark.text === '-' && touches(reader, next) && touches(reader, next + 1)) next++
    // «ج. د. فانس»
    else if (mark.text === '.' && touches(reader, next) && doc.tokens[next - 1]!.text.length === 1) next++
    const plus = next < limit && doc.tokens[next]!.text === '+' && touches(reader, next)
    // «قوى 14 آذار»
    const number = next < limit && doc.tokens[next]!.kind === 'number' ? doc.tokens[next]!.text : undefined
    const word = plus ? PLUS : next < limit ? (facts[next]?.word ?? number) : undefined
    at = word === undefined ? undefined : at.next.get(word)
    next++
  }
  return hits.reverse()
}

/** The phrases of the lexicon that open at token `i` as it stands, without proclitics. */
export function plainPhrasesAt(reader: Reader, i: number): Hit<Entry>[] {
  const opening = reader.facts[i]?.openings.find(({ cut }) => cut === 0)
  return opening ? phrasesFrom(reader, opening.node, i) : []
}

export interface FoundDemonyms {
  end: number
  isos: string[]
  demonym: Demonym
}

/** A nationality adjective at token `i`, or two joined by a hyphen: «العراقية-الأميركية». */
export function demonymAt(reader: Reader, i: number): FoundDemonyms | undefined {
  const { facts, doc } = reader
  const word = facts[i]
  if (word === undefined || word.demonyms.length === 0) return undefined
  const second = wordAt(reader, i + 1)
  const demonym =
    word.demonyms.find((known) => known.second === second && second !== '') ??
    word.demonyms.find((known) => known.second === undefined)
  if (demonym === undefined) return undefined
  const end = i + (demonym.second === undefined ? 1 : 2)
  const dash = doc.tokens[end]?.text
  if (dash === '-' || dash === '–' || dash === '/') {
    const more = demonymAt(reader, end + 1)
    if (more) return { end: more.end, isos: [demonym.iso, ...more.isos], demonym }
  }
  return { end, isos: [demonym.iso], demonym }
}

/** Offset in the untouched text behind the `cut` folded letters of token `i`. */
export function offsetBehind({ doc }: Reader, i: number, cut: number): number {
  const token = doc.tokens[i]!
  let offset = token.start
  for (let left = cut; left > 0 && offset < token.end; offset++) left -= fold(doc.text[offset]!).length
  // The marks that sat on the letters taken off go with them.
  if (cut > 0) while (offset < token.end && fold(doc.text[offset]!) === '') offset++
  return offset
}

/** The words of a mention as a clean name: no quotation marks, tatweel, vowel signs or proclitics. */
export function nameText(reader: Reader, start: number, end: number, cut = 0): string {
  const { doc } = reader
  const from = offsetBehind(reader, start, cut)
  const article =
    cut > 0 && reader.doc.tokens[start]!.text[cut - 1] === 'ل' && reader.doc.tokens[start]!.text[cut] === 'ل'
  const raw = doc.text.slice(from, doc.tokens[end - 1]!.end).normalize('NFKC')
  const name = raw
    .replace(/["«»“”()‘’'\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[\u064b-\u065f\u0670]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return article ? `ا${name}` : name
}

/** Whether something other than a further word of a name stands at token `i`. */
export function isBoundary(reader: Reader, i: number, from: number): boolean {
  const { facts, ends, doc } = reader
  if (i >= ends[from]!) return true
  const word = facts[i]
  if (word === undefined) return doc.tokens[i]!.text !== '-'
  if (word.common === 'stop' || word.verb !== undefined) return true
  if (opensOffice(word) || opensLongTitle(reader, i)) return true
  return word.word.length > 3 && word.word.startsWith('و') && word.unit === undefined
}

/** A word that opens a title and is no name itself: «عضو», «وزير», «الناطق». */
const opensOffice = ({ openings, unit }: WordFacts): boolean =>
  unit === undefined && openings.some(({ node, cut }) => cut === 0 && holdsTitle(node))

/** «أمين عام»: a title of several words opens here, though its first may be a name. */
export const opensLongTitle = (reader: Reader, i: number): boolean =>
  plainPhrasesAt(reader, i).some(
    ({ end, values }) => end > i + 1 && values.some(({ use }) => use === 'title'),
  )

const holdsTitle = ({ values }: TrieNode<Entry>): boolean =>
  values?.some(({ use }) => use === 'title') ?? false
