/** The words of a document in one row, and what it says of a word elsewhere: the company its other mentions keep (Ratinov & Roth 2009). */
import { mix } from './hash.ts'
import { TOPICS } from './knowledge.ts'
import type { Word } from './word.ts'

/** How many sentences away another mention may stand, and how many are looked at on each side. */
const WINDOW = 12
const NEAREST = 3
const KINDS = TOPICS.length + 1

export interface Page {
  /** All words, two edge words before each sentence and after the last. */
  readonly words: readonly Word[]
  /** By sentence: where it begins and ends in `words`. */
  readonly sentences: readonly { from: number; to: number }[]
  readonly sentenceOf: Int32Array
  /** By sentence: what the passage about it is about, 0 where that is not clear. */
  readonly topics: Uint8Array
  /** The places of each stem, and by word which of them it is. */
  readonly places: ReadonlyMap<number, readonly number[]>
  readonly rank: Int32Array
}

/** Lays the sentences out and notes where each stem stands. */
export function pageOf(
  sentences: readonly (readonly string[])[],
  wordOf: (token: string) => Word,
  edge: Word,
): Page {
  const words: Word[] = [edge, edge]
  const ranges: { from: number; to: number }[] = []
  for (const tokens of sentences) {
    const from = words.length
    for (const token of tokens) words.push(wordOf(token))
    ranges.push({ from, to: words.length })
    words.push(edge, edge)
  }
  const sentenceOf = new Int32Array(words.length)
  const rank = new Int32Array(words.length)
  const places = new Map<number, number[]>()
  for (const [s, { from, to }] of ranges.entries())
    for (let at = from; at < to; at++) {
      sentenceOf[at] = s
      const word = words[at]!
      if (word.plain) continue
      const known = places.get(word.stem)
      rank[at] = known?.length ?? 0
      if (known) known.push(at)
      else places.set(word.stem, [at])
    }
  return { words, sentences: ranges, sentenceOf, topics: topicsOf(words, ranges), places, rank }
}

/** Features of what a passage is about, by the word they come from: the one labelled, the one before it, the one behind. */
export const topicFeatures = (
  topic: number,
  { stem, lists, likeness, prefix }: Word,
): [number[], number[], number[]] => [
  [
    mix(320, topic),
    mix(321, mix(topic, lists)),
    mix(322, mix(topic, stem)),
    mix(323, mix(topic, likeness)),
    mix(327, mix(topic, prefix)),
  ],
  [mix(324, mix(topic, stem)), mix(326, mix(topic, lists))],
  [mix(325, mix(topic, lists))],
]

/** Writes the features of word `at` that come from the other places of its stem; returns the new size. */
export function documentFeatures(page: Page, at: number, out: Int32Array, size: number): number {
  const { words, sentenceOf } = page
  const word = words[at]!
  if (word.plain) return size
  const places = page.places.get(word.stem)!
  const rank = page.rank[at]!
  const here = sentenceOf[at]!
  let near = 0
  let n = size + 1
  const last = Math.min(places.length - 1, rank + NEAREST)
  for (let i = Math.max(0, rank - NEAREST); i <= last; i++) {
    const place = places[i]!
    if (i === rank || Math.abs(sentenceOf[place]! - here) > WINDOW) continue
    near++
    const before = words[place - 1]!
    const after = words[place + 1]!
    n = addNew(out, size, n, mix(301, before.bare))
    n = addNew(out, size, n, mix(302, after.bare))
    n = addNew(out, size, n, mix(303, before.lists))
    n = addNew(out, size, n, mix(304, after.lists))
    n = addNew(out, size, n, mix(305, before.class))
    n = addNew(out, size, n, mix(306, after.class))
    n = addNew(out, size, n, mix(307, words[place]!.prefix))
    n = addNew(out, size, n, mix(308, before.likeness))
    n = addNew(out, size, n, mix(309, after.likeness))
    n = addNew(out, size, n, mix(310, mix(before.lists, word.likeness)))
  }
  out[size] = mix(300, near)
  return n
}

const PASSAGE = 8
const CLEAR = 3

/** The commonest topic of the words up to eight sentences away. */
function topicsOf(words: readonly Word[], sentences: Page['sentences']): Uint8Array {
  const sums = new Int32Array((sentences.length + 1) * KINDS)
  for (const [s, { from, to }] of sentences.entries()) {
    for (let k = 0; k < KINDS; k++) sums[(s + 1) * KINDS + k] = sums[s * KINDS + k]!
    for (let at = from; at < to; at++) sums[(s + 1) * KINDS + words[at]!.topic]!++
  }
  return Uint8Array.from(sentences, (_, s) => {
    const first = Math.max(0, s - PASSAGE) * KINDS
    const last = Math.min(sentences.length, s + PASSAGE + 1) * KINDS
    let best = 0
    let most = CLEAR - 1
    for (let k = 1; k < KINDS; k++)
      if (sums[last + k]! - sums[first + k]! > most) [best, most] = [k, sums[last + k]! - sums[first + k]!]
    return best
  })
}

/** What was found twice counts once. */
function addNew(out: Int32Array, from: number, size: number, feature: number): number {
  for (let i = from + 1; i < size; i++) if (out[i] === feature) return size
  out[size] = feature
  return size + 1
}
