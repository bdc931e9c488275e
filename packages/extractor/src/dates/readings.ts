/** Every way a written word can be one that the lexicon knows: whole, without article, without proclitics. */
import type { Entry } from './lexicon.ts'
import { lexicon } from './lexicon.ts'

export interface Reading {
  readonly entry: Entry
  /** Proclitics taken off, in order: '', 'و', 'وب', 'ل'. */
  readonly clitics: string
  /** Folded units taken off before the mention begins. */
  readonly cut: number
  readonly definite: boolean
}

const NONE: readonly Reading[] = []
/** Most words of a text come again: what was found is kept, up to a bound that hostile text may reach. */
const KEPT = 50_000
const known = new Map<string, readonly Reading[]>()

/**
 * The readings of a folded word.
 *
 * @example readingsOf('وبالشهر') // unit «شهر», clitics 'وب', definite
 */
export function readingsOf(word: string): readonly Reading[] {
  const before = known.get(word)
  if (before !== undefined) return before
  const readings = read(word)
  if (known.size >= KEPT) known.clear()
  known.set(word, readings)
  return readings
}

function read(word: string): readonly Reading[] {
  // No form of the lexicon is longer.
  if (word.length > 24) return NONE
  const readings: Reading[] = []
  readArticle(word, '', 0, readings)
  const first = word[0]!
  if (word.length > 2 && (first === 'و' || first === 'ف')) {
    const rest = word.slice(1)
    readArticle(rest, first, 1, readings)
    readPreposition(rest, first, 1, readings)
  }
  readPreposition(word, '', 0, readings)
  return readings.length === 0 ? NONE : readings
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
  for (const entry of lexicon().get(stem) ?? []) into.push({ entry, clitics, cut, definite })
}
