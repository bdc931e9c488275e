/** What words weigh in a passage about a topic, summed once a word and kept in one array. */
import { topicFeatures } from './document.ts'
import { rowOf } from './hash-table.ts'
import { TOPICS } from './knowledge.ts'
import { L as LABELS } from './labels.ts'
import type { Model } from './model-file.ts'
import { edgeWord, placed, PLACES, readWord, type Word } from './word.ts'

/** A constant of this file: hot loops go over it. */
const L = LABELS
const ROW = PLACES * L

/** Rows of sums: L numbers for each of the five places that a word lends its features to. */
export interface WordWeights {
  readonly model: Model
  sums: Float32Array
  size: number
}

/** Words read before. */
export interface Memory {
  readonly weights: WordWeights
  readonly edge: Word
  readonly wordOf: (token: string) => Word
  readonly words: ReadonlyMap<string, Word>
}

/** Words kept; a text seldom has more. */
const MOST = 1 << 14

export function newMemory(model: Model): Memory {
  const words = new Map<string, Word>()
  const wordOf = (token: string): Word => {
    let word = words.get(token)
    if (word === undefined) words.set(token, (word = readWord(model.knowledge, token)))
    return word
  }
  const weights = { model, sums: new Float32Array(ROW << 12), size: 0 }
  return { weights, edge: edgeWord(), wordOf, words }
}

/** Whether to begin anew with the next document. */
export const isFull = ({ words }: Memory): boolean => words.size > MOST

/** Where the row of a word in a passage about a topic begins. */
export function rowOfWord(weights: WordWeights, word: Word, topic: number): number {
  const known = word.rows[topic]!
  return known >= 0 ? known : (word.rows[topic] = addTopic(weights, word, topic))
}

/** Behind the rows by topic: what a word weighs whatever the passage is about. */
const ANY = TOPICS.length + 1

function addTopic(weights: WordWeights, word: Word, topic: number): number {
  const any = word.rows[ANY]! >= 0 ? word.rows[ANY]! : (word.rows[ANY] = addWord(weights, word))
  const row = newRow(weights)
  weights.sums.copyWithin(row, any, any + ROW)
  const [own, behind, before] = topicFeatures(topic, word)
  addWeights(weights, row + 2 * L, own)
  addWeights(weights, row + 3 * L, behind)
  addWeights(weights, row + L, before)
  return row
}

/** The features are let go: the sums are all that is needed again. */
function addWord(weights: WordWeights, word: Word): number {
  const row = newRow(weights)
  for (let place = 0; place < PLACES; place++)
    addWeights(
      weights,
      row + place * L,
      word.features[place]!.map((feature) => placed(place, feature)),
    )
  word.features = []
  return row
}

function newRow(weights: WordWeights): number {
  const row = weights.size
  weights.size += ROW
  if (weights.size > weights.sums.length) {
    const larger = new Float32Array(2 * weights.sums.length)
    larger.set(weights.sums)
    weights.sums = larger
  }
  return row
}

function addWeights(
  { model: { features: table, scale }, sums }: WordWeights,
  base: number,
  features: readonly number[],
): void {
  for (let k = 0; k < features.length; k++) {
    const row = rowOf(table, features[k]!)
    if (row >= 0) for (let j = 0; j < L; j++) sums[base + j]! += table.rows[row + j]! * scale
  }
}
