/**
 * What a code unit is to the scanner, by table; the model's fold decides, so that the two never differ.
 * Letters are small numbers, one for all the spellings that the fold makes one, so that a text is
 * compared with the lexicon without folding it.
 */
import { fold } from '@mithaq/model'
import { lazily } from '../read-lexicon.ts'

/** The letters of a fold; their numbers begin at 1. */
export const ALPHABET = 'ءابتثجحخدذرزسشصضطظعغفقكلمنهوي'
/** Diacritics and tatweel: part of a word, and no letters. */
export const SILENT = 0
/** A letter that no form of the lexicon holds. */
const FOREIGN = ALPHABET.length + 1
/** A typeset group of letters, which the fold takes apart. */
export const LIGATURE = FOREIGN + 1
/** What is below this is of a word; a letter's number fits `LETTER_BITS` bits. */
export const MARK = 32
export const LETTER_BITS = 5
export const DIGIT = 33
export const LATIN = 34
export const SPACE = 35
export const BREAK = 36
/** Signs that end a sentence wherever they stand. */
const END = 37
/** Controls that newsrooms' systems leave in copy. */
export const INVISIBLE = 38

/** Where units are more than marks; the scanner's test walks all of them. */
const RANGES = [
  [0, 0x7ff],
  [0x2000, 0x206f],
  [0x3000, 0x3000],
  [0xfb50, 0xfeff],
] as const

export const charClasses = lazily(() => {
  const classes = new Uint8Array(0x10000).fill(MARK)
  for (const [first, last] of RANGES) {
    for (let unit = first; unit <= last; unit++) classes[unit] = classOf(String.fromCharCode(unit))
  }
  return classes
})

function classOf(unit: string): number {
  if ('\n\r\u2028\u2029'.includes(unit)) return BREAK
  if ('؟!?؛;'.includes(unit)) return END
  const folded = fold(unit)
  if (folded === '') return /[\u0620-\u06ff]/u.test(unit) ? SILENT : INVISIBLE
  if (folded === ' ' || folded === '\t') return SPACE
  if (/^[0-9]/u.test(folded)) return DIGIT
  if (/^[a-z_]/u.test(folded)) return LATIN
  if (!/^[\u0621-\u06d3]/u.test(folded)) return MARK
  return folded.length > 1 ? LIGATURE : letterNumber(folded)
}

/** The number of a letter of a folded word. */
export const letterNumber = (letter: string): number => ALPHABET.indexOf(letter) + 1 || FOREIGN
