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
/** Most words of a text come again: what was found is kept, up to a bound that hostile text may reach. */
const KEPT = 50_000
const known = new Map<string, Word>()

/**
 * A word as it is written.
 *
 * @example wordOf('وبالشهر').readings[0] // unit «شهر», clitics 'وب', definite
 */
export function wordOf(written: string): Word {
  const before = known.get(written)
  if (before !== undefined) return before
  const word = read(written)
  if (known.size >= KEPT) known.clear()
  known.set(written, word)
  return word
}

function read(written: string): Word {
  const { text: folded, map } = foldWithMap(written)
  const readings: Reading[] = []
  // No form of the lexicon is longer.
  if (folded.length > 0 && folded.length <= 24) readWord(folded, readings)
  if (readings.length === 0) return { folded, readings: NONE, isAnchor: false }
  return {
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
