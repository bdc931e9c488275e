/** What a code unit is to the scanner, by table; the model's fold decides, so that the two never differ. */
import { fold } from '@mithaq/model'
import { lazily } from '../read-lexicon.ts'

const MARK = 0
/** Letters with their diacritics and tatweel. */
export const LETTER = 1
export const DIGIT = 2
export const LATIN = 3
export const SPACE = 4
export const BREAK = 5
/** Controls that newsrooms' systems leave in copy. */
export const INVISIBLE = 6

/** Where units are more than marks; the scanner's test walks all of them. */
const RANGES = [
  [0, 0x7ff],
  [0x2000, 0x206f],
  [0x3000, 0x3000],
  [0xfb50, 0xfeff],
] as const

export const charClasses = lazily(() => {
  const classes = new Uint8Array(0x10000)
  for (const [first, last] of RANGES) {
    for (let unit = first; unit <= last; unit++) classes[unit] = classOf(unit)
  }
  return classes
})

function classOf(unit: number): number {
  if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) return BREAK
  const folded = fold(String.fromCharCode(unit))
  if (folded === '') return unit > 0x600 && unit < 0x700 && unit !== 0x61c ? LETTER : INVISIBLE
  if (folded === ' ' || folded === '\t') return SPACE
  const code = folded.charCodeAt(0)
  if (code >= 48 && code <= 57) return DIGIT
  if ((code >= 97 && code <= 122) || code === 95) return LATIN
  return code >= 0x621 && code <= 0x6d3 ? LETTER : MARK
}
