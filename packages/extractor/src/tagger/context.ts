/** Features of a word that need its neighbours: pairs of words, and phrases of the lists. */
import { mix } from './hash.ts'
import { type Knowledge, PHRASE, phraseUses } from './knowledge.ts'
import type { Word } from './word.ts'

const LONGEST = 6

/** Writes the features of word `at` behind `size` and returns the new size. */
export function pairFeatures(words: readonly Word[], at: number, out: Int32Array, size: number): number {
  const [a, b, c, d, e] = [words[at - 2]!, words[at - 1]!, words[at]!, words[at + 1]!, words[at + 2]!]
  let n = size
  out[n++] = mix(201, mix(b.stem, c.stem))
  out[n++] = mix(202, mix(c.stem, d.stem))
  out[n++] = mix(203, mix(b.stem, d.stem))
  out[n++] = mix(204, mix(b.class, c.class))
  out[n++] = mix(205, mix(c.class, d.class))
  out[n++] = mix(206, mix(b.stem, c.class))
  out[n++] = mix(207, mix(c.class, d.stem))
  out[n++] = mix(208, mix(b.stem, c.likeness))
  out[n++] = mix(209, mix(b.class, mix(c.class, d.class)))
  out[n++] = mix(212, mix(b.ending, c.ending))
  out[n++] = mix(213, mix(a.stem, b.stem))
  out[n++] = mix(214, mix(d.stem, e.stem))
  out[n++] = mix(215, mix(b.lists, mix(c.likeness, d.lists)))
  out[n++] = mix(216, mix(mix(a.class, b.class), c.likeness))
  return n
}

/** By word of words[from..to): which phrases of the lists cover it and how, 0 where none. */
export function markPhrases(
  knowledge: Knowledge,
  words: readonly Word[],
  from: number,
  to: number,
  marks: Int32Array,
): void {
  let covered = from
  for (let at = from; at < to; at++)
    for (const opening of words[at]!.openings) {
      let hash = opening
      let uses = phraseUses(knowledge, hash)
      let end = 0
      let kinds = 0
      for (let next = at + 1; ; next++) {
        if ((uses & ~PHRASE.prefix) !== 0) [end, kinds] = [next, uses & ~PHRASE.prefix]
        if ((uses & PHRASE.prefix) === 0 || next >= to || next - at >= LONGEST) break
        hash = mix(hash, words[next]!.form)
        uses = phraseUses(knowledge, hash)
        if (uses === 0) break
      }
      if (end <= at + 1 || end <= covered) continue
      const length = Math.min(4, end - at) << 10
      for (let i = at; i < end; i++)
        marks[i] = kinds | (i === at ? 256 : 0) | (i === end - 1 ? 512 : 0) | length
      covered = end
      break
    }
}

/** Writes the features of the phrases around word `at`. */
export function phraseFeatures(marks: Int32Array, at: number, out: Int32Array, size: number): number {
  let n = size
  for (let place = -1; place <= 1; place++) {
    const mark = marks[at + place]!
    if (mark === 0) continue
    out[n++] = mix(230 + place, mark)
    out[n++] = mix(234 + place, mark & 0x31f)
  }
  return n
}
