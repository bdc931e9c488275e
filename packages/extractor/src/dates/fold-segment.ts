/** The model's fold for short stretches of text, by table: the same letters, many times faster. */
import { fold, foldWithMap } from '@mithaq/model'
import { lazily } from '../read-lexicon.ts'

export interface FoldedSegment {
  readonly text: string
  /** Offset in the segment of each folded unit, and of the end. */
  readonly map: Uint32Array
}

/** Longer stretches take the general way: their letters would not fit a call's arguments. */
const LONGEST = 8192

const DROPPED = 0
const EXPANDS = 1

/** Where code units fold to something else; everything outside stands for itself. A test holds it to `fold`. */
const RANGES = [
  [0x20, 0x7ff],
  [0x8d0, 0x8ff],
  [0x2000, 0x206f],
  [0x3000, 0x3000],
  [0xfb50, 0xfeff],
] as const

const table = lazily(() => {
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  for (const [first, last] of RANGES) {
    for (let unit = first; unit <= last; unit++) {
      const folded = fold(String.fromCharCode(unit))
      units[unit] = folded.length === 0 ? DROPPED : folded.length > 1 ? EXPANDS : folded.charCodeAt(0)
    }
  }
  return units
})

/** Fold `text.slice(start, end)`; offsets count from `start`. */
export function foldSegment(text: string, start: number, end: number): FoldedSegment {
  if (end - start > LONGEST) return foldWithMap(text.slice(start, end))
  const units = table()
  const codes = new Uint16Array(end - start)
  const map = new Uint32Array(end - start + 1)
  let length = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const unit = units[code]!
    if (unit === DROPPED && code > 1) continue
    // A ligature of several letters, ﷲ: rare enough for the slow way.
    if (unit === EXPANDS && code > 1) return foldWithMap(text.slice(start, end))
    codes[length] = unit
    map[length++] = i - start
  }
  map[length] = end - start
  return { text: String.fromCharCode(...codes.subarray(0, length)), map: map.subarray(0, length + 1) }
}
