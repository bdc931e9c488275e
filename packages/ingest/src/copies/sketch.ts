/**
 * A text in 64 numbers: MinHash (Broder 1997) over the runs of four words in it, folded. The share of numbers that
 * two sketches have in common is about the share of runs that the texts have in common.
 */
import { fold } from '@mithaq/model'

const SIZE = 64
const RUN = 4

export interface Sketch {
  minima: Uint32Array
  /** How many runs of words went in. */
  runs: number
  numbers: ReadonlySet<string>
}

export function sketchOf(text: string): Sketch {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const minima = new Uint32Array(SIZE).fill(0xffffffff)
  const runs = Math.max(1, words.length - RUN + 1)
  for (let i = 0; i < runs; i++) {
    const base = hash(words.slice(i, i + RUN).join(' '))
    for (let k = 0; k < SIZE; k++) {
      const value = mix(base ^ SEEDS[k]!)
      if (value < minima[k]!) minima[k] = value
    }
  }
  return { minima, runs, numbers: new Set(words.filter((word) => /^\p{N}+$/u.test(word))) }
}

/** From 0 to 1. */
export function similarity(a: Sketch, b: Sketch): number {
  let same = 0
  for (let k = 0; k < SIZE; k++) if (a.minima[k] === b.minima[k]) same++
  return same / SIZE
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** The finaliser of MurmurHash3, which spreads every bit over all. */
function mix(value: number): number {
  let x = value
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

const SEEDS = Uint32Array.from({ length: SIZE }, (_, k) => mix(Math.imul(k + 1, 0x9e3779b9)))
