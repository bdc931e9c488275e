/**
 * Proclitics and enclitics. Arabic glues conjunctions, prepositions, the article and pronouns to
 * the word; a reading takes them off. Several readings may be possible (`وفد` is a delegation, or
 * "and he…"): the lexicon that knows the stem decides.
 */

import { remember } from '../remember.ts'

export interface Reading {
  /** Conjunction, preposition or future mark taken off, in order: `['و', 'ل']`. */
  proclitics: readonly string[]
  /** What is left, with the article when there is one: `التحالف` from `للتحالف`. */
  stem: string
  /** Folded letters taken off at the front: 1 for `للتحالف`, whose second lam is the article's. */
  cut: number
}

const CONJUNCTIONS = 'وف'
const PREPOSITIONS = 'بلك'

/**
 * Every reading of a folded word as noun: conjunction, preposition, stem. The whole word comes first.
 *
 * @example nounReadings('وللتحالف').map((r) => r.stem) // ['وللتحالف', 'للتحالف', 'التحالف']
 */
export const nounReadings = remember((word): readonly Reading[] => {
  const readings: Reading[] = [{ proclitics: [], stem: word, cut: 0 }]
  readings.push(...prepositionReadings(word, [], 0))
  if (word.length > 3 && CONJUNCTIONS.includes(word[0]!)) {
    const rest = word.slice(1)
    readings.push({ proclitics: [word[0]!], stem: rest, cut: 1 }, ...prepositionReadings(rest, [word[0]!], 1))
  }
  return readings
})

function prepositionReadings(word: string, before: readonly string[], cut: number): Reading[] {
  const first = word[0]
  if (first === undefined || word.length < 3 || !PREPOSITIONS.includes(first)) return []
  const proclitics = [...before, first]
  const readings: Reading[] = []
  // للتحالف = ل + التحالف, but لليل may also be ل + ليل.
  if (first === 'ل' && word[1] === 'ل') readings.push({ proclitics, stem: `ا${word.slice(1)}`, cut: cut + 1 })
  readings.push({ proclitics, stem: word.slice(1), cut: cut + 1 })
  return readings
}

/**
 * Every reading of a folded word as verb: conjunction, future sin or lam of purpose, stem.
 *
 * @example verbReadings('وستغادر').at(-1) // { proclitics: ['و', 'س'], stem: 'تغادر', cut: 2 }
 */
export function verbReadings(word: string): Reading[] {
  const readings: Reading[] = [{ proclitics: [], stem: word, cut: 0 }]
  const mark = (rest: string, before: readonly string[], cut: number): void => {
    const first = rest[0]
    const person = rest[1]
    if (rest.length < 4 || person === undefined) return
    if ((first === 'س' || first === 'ل') && 'يتنا'.includes(person))
      readings.push({ proclitics: [...before, first], stem: rest.slice(1), cut: cut + 1 })
  }
  mark(word, [], 0)
  if (word.length > 2 && CONJUNCTIONS.includes(word[0]!)) {
    const rest = word.slice(1)
    readings.push({ proclitics: [word[0]!], stem: rest, cut: 1 })
    mark(rest, [word[0]!], 1)
  }
  return readings
}

/** Pronouns that hang at a word's end, longest first, with person, number and gender. */
const ENCLITICS = [
  ['هما', '3d'],
  ['كما', '2d'],
  ['هم', '3mp'],
  ['هن', '3fp'],
  ['كم', '2mp'],
  ['ها', '3fs'],
  ['نا', '1p'],
  ['ه', '3ms'],
  ['ي', '1s'],
] as const

export type Pronoun = (typeof ENCLITICS)[number][1]

/**
 * Stems of a folded word with the pronoun that hangs on them; ta marbuta comes back (`رغبتهم` → `رغبه`).
 *
 * @example encliticReadings('التزامها') // [{ stem: 'التزام', pronoun: '3fs' }]
 */
export function encliticReadings(word: string): { stem: string; pronoun: Pronoun }[] {
  const readings: { stem: string; pronoun: Pronoun }[] = []
  for (const [ending, pronoun] of ENCLITICS) {
    if (word.length < ending.length + 2 || !word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    readings.push({ stem, pronoun })
    if (stem.endsWith('ت')) readings.push({ stem: `${stem.slice(0, -1)}ه`, pronoun })
    // «إنهائها» is إنهاء with its hamza on a seat.
    if (/ا[يو]$/u.test(stem)) readings.push({ stem: `${stem.slice(0, -1)}ء`, pronoun })
  }
  return readings
}
