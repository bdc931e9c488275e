/**
 * A second look at persons (Krishnan & Manning 2006): a family name stands alone where nothing tells a name, but another
 * sentence may have given it in full. What the first look made of a word's other mentions are features of the second.
 */
import type { Page } from './document.ts'
import { mix } from './hash.ts'
import { L, LABELS } from './labels.ts'

/** How many sentences away another mention may stand, and how many are looked at on each side. */
const WINDOW = 15
const NEAREST = 4
/** Another mention that is surely no person tells nothing. */
const LEAST = 0.1
const PERSON = LABELS.indexOf('B-PER')

/** Numbers kept of each word after the first look: how likely a person, how likely going on a name, the type it has. */
export const SEEN = 3

const BINS = [0.02, 0.1, 0.3, 0.6, 0.9]
const binOf = (p: number): number => {
  let bin = 0
  while (bin < BINS.length && p >= BINS[bin]!) bin++
  return bin
}

/** Notes how likely the labels of words[from..to) are, and returns how many words of names are expected. */
export function noteSeen(likely: Float64Array, from: number, to: number, seen: Float32Array): number {
  let expected = 0
  for (let at = from; at < to; at++) {
    const base = (at - from) * L
    let inside = 0
    let type = 0
    for (let label = 1; label < L; label += 2) {
      inside += likely[base + label + 1]!
      if (likely[base + label]! + likely[base + label + 1]! > 0.5) type = label
    }
    seen[at * SEEN] = likely[base + PERSON]! + likely[base + PERSON + 1]!
    seen[at * SEEN + 1] = inside
    seen[at * SEEN + 2] = type
    expected += 1 - likely[base]!
  }
  return expected
}

/** Writes the features of word `at` behind `size` and returns the new size, the same where no other mention helps. */
export function secondFeatures(
  page: Page,
  seen: Float32Array,
  at: number,
  out: Int32Array,
  size: number,
): number {
  const word = page.words[at]!
  if (word.plain) return size
  const places = page.places.get(word.stem)!
  if (places.length === 1) return size
  const { sentenceOf } = page
  const rank = page.rank[at]!
  const here = sentenceOf[at]!
  let [near, person, most, inside] = [0, 0, 0, 0]
  const last = Math.min(places.length - 1, rank + NEAREST)
  for (let i = Math.max(0, rank - NEAREST); i <= last; i++) {
    const place = places[i]!
    if (i === rank || Math.abs(sentenceOf[place]! - here) > WINDOW) continue
    const p = seen[place * SEEN]!
    near++
    person += p
    inside += seen[place * SEEN + 1]!
    if (p > most) most = p
  }
  if (most < LEAST) return size
  let n = size
  const mean = binOf(person / near)
  const own = binOf(seen[at * SEEN]!)
  out[n++] = mix(400, binOf(most))
  out[n++] = mix(401, mean)
  out[n++] = mix(402, mix(mean, own))
  out[n++] = mix(403, mix(binOf(most), own))
  out[n++] = mix(404, mix(mean, mix(binOf(inside / near), binOf(seen[at * SEEN + 1]!))))
  out[n++] = mix(405, mix(mean, seen[(at - 1) * SEEN + 2]!))
  out[n++] = mix(406, mix(mean, seen[(at + 1) * SEEN + 2]!))
  out[n++] = mix(407, mix(mean, near))
  return n
}
