/** Features of a word that need others: pairs of neighbours, what stands near, phrases of the lists. */
import { mix } from './hash.ts'
import { type Knowledge, PHRASE, phraseUses } from './knowledge.ts'
import { QUOTE, type Word } from './word.ts'

const LONGEST = 6

/** Writes what word `at` and those beside it tell together behind `size`, and returns the new size. */
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
  out[n++] = mix(252, mix(b.bare, c.look))
  out[n++] = mix(253, mix(b.look, c.look))
  out[n++] = mix(254, mix(c.look, d.look))
  out[n++] = mix(255, mix(c.look, d.bare))
  return n
}

/** How far a word looks: past marks, to the word that announces it, to the quotation it stands in. */
const PAST_MARKS = 3
const TO_HEAD = 5
const TO_QUOTE = 4

/** What stands not beside the word but near: «صحيفة " النهار "»، «وزير الخارجية السعودي عادل الجبير». */
export function nearFeatures(words: readonly Word[], at: number, out: Int32Array, size: number): number {
  const { look } = words[at]!
  let n = size
  let before = at - 1
  while (before > at - PAST_MARKS && words[before]!.mark && !words[before]!.edge) before--
  if (before < at - 1) {
    out[n++] = mix(240, words[before]!.stem)
    out[n++] = mix(241, words[before]!.lists)
    out[n++] = mix(242, mix(words[before]!.bare, look))
  }
  let behind = at + 1
  while (behind < at + PAST_MARKS && words[behind]!.mark && !words[behind]!.edge) behind++
  if (behind > at + 1) {
    out[n++] = mix(243, words[behind]!.stem)
    out[n++] = mix(244, words[behind]!.lists)
  }
  for (let far = 1; far <= TO_HEAD; far++) {
    const word = words[at - far]!
    if (word.edge) break
    if (!word.head) continue
    out[n++] = mix(245, word.bare)
    out[n++] = mix(246, mix(word.lists, far))
    out[n++] = mix(247, mix(word.bare, look))
    break
  }
  for (let far = 1; far <= TO_QUOTE; far++) {
    const { edge, quote } = words[at - far]!
    if (edge || quote === QUOTE.closes) break
    if (quote === 0) continue
    const opener = words[at - far - 1]!
    out[n++] = mix(248, far)
    out[n++] = mix(249, opener.bare)
    out[n++] = mix(250, mix(opener.lists, far))
    break
  }
  for (let far = 1; far <= TO_QUOTE; far++) {
    const { edge, quote } = words[at + far]!
    if (edge || quote === QUOTE.opens) break
    if (quote === 0) continue
    out[n++] = mix(251, far)
    break
  }
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
