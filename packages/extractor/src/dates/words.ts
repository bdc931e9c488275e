/** Written words: their fold, and every way they can be one that the lexicon knows. */
import { foldWithMap } from '@mithaq/model'
import type { Entry } from './lexicon.ts'
import { lexicon } from './lexicon.ts'
import type { Category } from './node.ts'

export interface Reading {
  readonly entry: Entry
  /** Proclitics taken off, in order: '', 'و', 'وب', 'ل'. */
  readonly clitics: string
  /** Units of the written word taken off before the mention begins. */
  readonly cut: number
  readonly definite: boolean
}

export interface Word {
  readonly written: string
  readonly folded: string
  readonly readings: readonly Reading[]
  /** Some reading may be the heart of a time expression. */
  readonly isAnchor: boolean
}

/** Without one of these, or a number, there is no time expression. */
const ANCHORS: ReadonlySet<Category> = new Set([
  'month',
  'weekday',
  'unit',
  'dualof',
  'dayword',
  'daypart',
  'season',
  'decadename',
  'fraction',
  'rate',
])

const NONE: readonly Reading[] = []

/**
 * Most words of a text come again, so what was found is kept: an open hash table keyed by the units of
 * the text itself, which spares cutting each word out of it. It is emptied when half full, as hostile
 * text may make it.
 */
const SLOTS = 1 << 14
let kept: (Word | undefined)[] = []
let count = 0

/**
 * The word that is written at `[start, end)` of a text.
 *
 * @example wordAt('وبالشهر', 0, 7).readings[0] // unit «شهر», clitics 'وب', definite
 */
export function wordAt(text: string, start: number, end: number): Word {
  let hash = 0
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  for (let word = kept[slot]; word !== undefined; word = kept[slot]) {
    if (isWritten(word.written, text, start, end)) return word
    slot = (slot + 1) & (SLOTS - 1)
  }
  const word = read(text.slice(start, end))
  if (count >= SLOTS / 2) {
    kept = []
    count = 0
  }
  if (kept.length === 0) kept = Array<Word | undefined>(SLOTS).fill(undefined)
  kept[slot] = word
  count++
  return word
}

function isWritten(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

function read(written: string): Word {
  const { text: folded, map } = foldWithMap(written)
  const readings: Reading[] = []
  // No form of the lexicon is longer.
  if (folded.length > 0 && folded.length <= 24) readWord(folded, readings)
  if (readings.length === 0) return { written, folded, readings: NONE, isAnchor: false }
  return {
    written,
    folded,
    readings: readings.map((reading) => ({ ...reading, cut: reading.cut === 0 ? 0 : map[reading.cut]! })),
    isAnchor: readings.some(({ entry }) => ANCHORS.has(entry.category)),
  }
}

function readWord(word: string, into: Reading[]): void {
  readArticle(word, '', 0, into)
  const first = word[0]!
  if (word.length > 2 && (first === 'و' || first === 'ف')) {
    const rest = word.slice(1)
    readArticle(rest, first, 1, into)
    readPreposition(rest, first, 1, into)
  }
  readPreposition(word, '', 0, into)
}

function readPreposition(word: string, before: string, cut: number, into: Reading[]): void {
  const letter = word[0]!
  if (word.length < 3 || (letter !== 'ب' && letter !== 'ل' && letter !== 'ك')) return
  // للعام is ل + العام.
  if (letter === 'ل' && word[1] === 'ل') look(word.slice(2), before + letter, cut + 1, true, into)
  readArticle(word.slice(1), before + letter, cut + 1, into)
}

function readArticle(word: string, clitics: string, cut: number, into: Reading[]): void {
  look(word, clitics, cut, false, into)
  if (word.length > 3 && word[0] === 'ا' && word[1] === 'ل') look(word.slice(2), clitics, cut, true, into)
}

function look(stem: string, clitics: string, cut: number, definite: boolean, into: Reading[]): void {
  for (const entry of lexicon().get(stem) ?? []) {
    // «باب» is a door and not in August.
    const isChance = stem.length <= 2 && entry.category === 'month' && /[بلك]/u.test(clitics)
    if (!isChance) into.push({ entry, clitics, cut, definite })
  }
}
