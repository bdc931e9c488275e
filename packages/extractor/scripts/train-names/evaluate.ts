/** Exact-span precision, recall and F1 over PER, LOC and ORG. */
import { type NameType, TYPES } from '../../src/tagger/labels.ts'
import type { NameSpan, Tagger } from '../../src/tagger/tagger.ts'
import type { Sentence } from './corpus.ts'

export interface Score {
  gold: number
  found: number
  right: number
}

export type Scores = Record<NameType | 'all', Score>

/** @param sentences of one document or several in a row */
export function evaluate(tagger: Tagger, sentences: readonly Sentence[]): Scores {
  return scoreSpans(tagger.tagDocument(sentences.map(({ tokens }) => tokens)), sentences)
}

/** @param found names by sentence, whoever found them */
export function scoreSpans(
  found: readonly (readonly Pick<NameSpan, 'type' | 'start' | 'end'>[])[],
  sentences: readonly Sentence[],
): Scores {
  const scores = Object.fromEntries(
    [...TYPES, 'all'].map((type) => [type, { gold: 0, found: 0, right: 0 }]),
  ) as Scores
  for (const [s, { labels }] of sentences.entries()) {
    const gold = goldSpans(labels)
    for (const type of gold.values()) for (const key of [type, 'all'] as const) scores[key].gold++
    for (const { type, start, end } of found[s]!)
      for (const key of [type, 'all'] as const) {
        scores[key].found++
        if (gold.get(`${start}-${end}`) === type) scores[key].right++
      }
  }
  return scores
}

function goldSpans(labels: Uint8Array): Map<string, NameType> {
  const spans = new Map<string, NameType>()
  for (let start = 0; start < labels.length; start++) {
    const label = labels[start]!
    if (label % 2 === 0) continue
    let end = start + 1
    while (labels[end] === label + 1) end++
    spans.set(`${start}-${end}`, TYPES[(label - 1) >> 1]!)
  }
  return spans
}

/** Precision, recall and F1 in per cent. */
export function ratesOf({ gold, found, right }: Score): [precision: number, recall: number, f1: number] {
  const share = (of: number): number => (of === 0 ? 0 : (100 * right) / of)
  return [share(found), share(gold), share((gold + found) / 2)]
}

export const lineOf = (scores: Scores): string =>
  Object.entries(scores)
    .map(
      ([type, score]) =>
        `${type} ${ratesOf(score)
          .map((rate) => rate.toFixed(1))
          .join(' / ')}`,
    )
    .join('; ')
