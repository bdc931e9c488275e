/**
 * A statistical tagger of names: a linear-chain conditional random field over hashed features, trained by
 * `pnpm train:names`. Plain TypeScript over typed arrays; runs in a browser as well as in Node.
 */
import { bestPath, marginals, stepsOf } from './chain.ts'
import { markPhrases, pairFeatures, phraseFeatures } from './context.ts'
import { documentFeatures, type Page, pageOf, topicFeatures } from './document.ts'
import { type FeatureTable, rowOf } from './hash-table.ts'
import { L as LABELS, type NameType, TYPES } from './labels.ts'
import { type Model, readModel } from './model-file.ts'
import { edgeWord, readWord, type Word } from './word.ts'

/** A constant of this file: hot loops go over it. */
const L = LABELS

/** A name among the tokens given. */
export interface NameSpan {
  type: NameType
  /** Token indices, end exclusive. */
  start: number
  end: number
  /** Folded letters of the first token that are no part of the name: 1 in «لبغداد». */
  cut: number
  /** How sure the model is of the least sure of its labels, 0 to 1. */
  score: number
}

export interface Tagger {
  /**
   * The names of one sentence.
   *
   * @example tagger.tag(['وصل', 'الرئيس', 'حسن', 'روحاني', 'إلى', 'بغداد']) // PER 2–4, LOC 5–6
   */
  tag: (tokens: readonly string[]) => NameSpan[]
  /** The names of a document, by sentence: what stands beside a word in one helps to read it in another. */
  tagDocument: (sentences: readonly (readonly string[])[]) => NameSpan[][]
}

/** Words kept read; a text seldom has more. */
const CACHE = 1 << 15
/** The most features that pairs, phrases and the document can give one word. */
const MOST = 128

/**
 * A tagger from the bytes of a model.
 *
 * @throws RangeError when they are not those of a model
 */
export function createTagger(bytes: Uint8Array): Tagger {
  const model = readModel(bytes)
  const cache = new Map<string, Word>()
  const steps = stepsOf(model.transitions)
  const edge = weigh(model, edgeWord())
  const wordOf = (token: string): Word => {
    let word = cache.get(token)
    if (word) return word
    if (cache.size >= CACHE) cache.clear()
    word = weigh(model, readWord(model.knowledge, token))
    cache.set(token, word)
    return word
  }
  const tagDocument = (sentences: readonly (readonly string[])[]): NameSpan[][] => {
    const page = pageOf(sentences, wordOf, edge)
    const marks = new Int32Array(page.words.length)
    return page.sentences.map((range) => {
      markPhrases(model.knowledge, page.words, range.from, range.to, marks)
      const n = range.to - range.from
      const emit = emissions(model, page, range, marks)
      const path = bestPath(emit, model.transitions, n)
      if (path.every((label) => label === 0)) return []
      return spansOf(path, marginals(emit, steps, n), (at) => page.words[range.from + at]!.cut)
    })
  }
  return { tag: (tokens) => tagDocument([tokens])[0]!, tagDocument }
}

/** The features are summed once and let go: the sums are all that is needed again. */
function weigh(model: Model, word: Word): Word {
  word.weights = sumRows(model, word.features)
  word.features = NONE
  return word
}

const NONE: readonly Int32Array[] = []

/** L sums for each list of features. */
function sumRows({ features, scale }: Model, lists: readonly ArrayLike<number>[]): Float32Array {
  const sums = new Float32Array(lists.length * L)
  for (let k = 0; k < lists.length; k++) {
    const list = lists[k]!
    for (let i = 0; i < list.length; i++) {
      const row = rowOf(features, list[i]!)
      if (row >= 0) for (let j = 0; j < L; j++) sums[k * L + j]! += features.rows[row + j]! * scale
    }
  }
  return sums
}

const topicalOf = (model: Model, word: Word, topic: number): Float32Array =>
  (word.topical[topic] ??= sumRows(model, topicFeatures(topic, word)))

/** L scores for each word of a sentence. */
function emissions(
  model: Model,
  page: Page,
  { from, to }: { from: number; to: number },
  marks: Int32Array,
): Float32Array {
  const emit = new Float32Array((to - from) * L)
  const found = new Int32Array(MOST)
  const topic = page.topics[page.sentenceOf[from]!]!
  for (let at = from; at < to; at++) {
    const base = (at - from) * L
    let size = pairFeatures(page.words, at, found, 0)
    size = phraseFeatures(marks, at, found, size)
    size = documentFeatures(page, at, found, size)
    addRows(model.features, found, size, emit, base)
    for (let j = 0; j < L; j++) emit[base + j]! *= model.scale
    for (let place = 0; place < 5; place++)
      addSums(page.words[at + place - 2]!.weights, 4 - place, emit, base)
    addSums(topicalOf(model, page.words[at]!, topic), 0, emit, base)
    addSums(topicalOf(model, page.words[at - 1]!, topic), 1, emit, base)
    addSums(topicalOf(model, page.words[at + 1]!, topic), 2, emit, base)
  }
  return emit
}

function addSums(sums: Float32Array, k: number, emit: Float32Array, base: number): void {
  for (let j = 0; j < L; j++) emit[base + j]! += sums[k * L + j]!
}

function addRows(
  table: FeatureTable,
  found: Int32Array,
  size: number,
  emit: Float32Array,
  base: number,
): void {
  for (let k = 0; k < size; k++) {
    const row = rowOf(table, found[k]!)
    if (row >= 0) for (let j = 0; j < L; j++) emit[base + j]! += table.rows[row + j]!
  }
}

function spansOf(path: Uint8Array, sure: Float64Array, cutOf: (at: number) => number): NameSpan[] {
  const spans: NameSpan[] = []
  for (let start = 0; start < path.length;) {
    const label = path[start]!
    if (label === 0) {
      start++
      continue
    }
    let end = start + 1
    while (end < path.length && path[end] === label + 1) end++
    let score = 1
    for (let t = start; t < end; t++) score = Math.min(score, sure[t * L + path[t]!]!)
    spans.push({ type: TYPES[(label - 1) >> 1]!, start, end, cut: cutOf(start), score })
    start = end
  }
  return spans
}
