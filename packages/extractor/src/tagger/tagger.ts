/**
 * A statistical tagger of names: a linear-chain conditional random field over hashed features, trained by
 * `pnpm train:names`. Plain TypeScript over typed arrays; runs in a browser as well as in Node.
 */
import { bestPath, costsOf, marginals, stepsOf } from './chain.ts'
import { markPhrases, nearFeatures, pairFeatures, phraseFeatures } from './context.ts'
import { documentFeatures, type Page, pageOf } from './document.ts'
import { addRows } from './hash-table.ts'
import { L as LABELS, type NameType, TYPES } from './labels.ts'
import { type Model, readModel } from './model-file.ts'
import { noteSeen, SEEN, secondFeatures } from './second-look.ts'
import { isFull, newMemory, rowOfWord, type WordWeights } from './weights.ts'
import { PLACES } from './word.ts'

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

/**
 * A tagger from the bytes of a model.
 *
 * @throws RangeError when they are not those of a model
 */
export function createTagger(bytes: Uint8Array): Tagger {
  const model = readModel(bytes)
  const costs = costsOf(model.transitions)
  const steps = stepsOf(costs)
  let memory = newMemory(model)
  const tagDocument = (sentences: readonly (readonly string[])[]): NameSpan[][] => {
    if (isFull(memory)) memory = newMemory(model)
    const { wordOf, edge, weights } = memory
    const page = pageOf(sentences, wordOf, edge)
    const marks = new Int32Array(page.words.length)
    const seen = new Float32Array(page.words.length * SEEN)
    const looks = page.sentences.map((range) => {
      markPhrases(model.knowledge, page.words, range.from, range.to, marks)
      const emit = emissions(weights, page, range, marks)
      const likely = marginals(emit, steps, range.to - range.from)
      return { range, emit, likely, names: noteSeen(likely, range.from, range.to, seen) }
    })
    return looks.map(({ range, emit, likely, names }) => {
      const changed = lookAgain(model, page, range, seen, emit)
      // Where less than half a name is expected, no name at all is likelier than everything else together.
      if (!changed && names < 0.5) return []
      const path = bestPath(emit, costs, range.to - range.from)
      if (path.every((label) => label === 0)) return []
      const sure = changed ? marginals(emit, steps, range.to - range.from) : likely
      return spansOf(path, sure, (at) => page.words[range.from + at]!.cut)
    })
  }
  return { tag: (tokens) => tagDocument([tokens])[0]!, tagDocument }
}

/** L scores for each word of a sentence. */
function emissions(
  weights: WordWeights,
  page: Page,
  { from, to }: { from: number; to: number },
  marks: Int32Array,
): Float32Array {
  const { features: table, scale } = weights.model
  const emit = new Float32Array((to - from) * L)
  const topic = page.topics[page.sentenceOf[from]!]!
  const rows = new Int32Array(to - from + 4)
  for (let k = 0; k < rows.length; k++) rows[k] = rowOfWord(weights, page.words[from - 2 + k]!, topic)
  for (let at = from; at < to; at++) {
    const base = (at - from) * L
    let size = pairFeatures(page.words, at, found, 0)
    size = nearFeatures(page.words, at, found, size)
    size = phraseFeatures(marks, at, found, size)
    size = documentFeatures(page, at, found, size)
    addRows(table, found, size, emit, base)
    for (let j = 0; j < L; j++) emit[base + j]! *= scale
    for (let place = 0; place < PLACES; place++)
      addWeights(weights.sums, rows[at - from + place]! + (4 - place) * L, emit, base)
  }
  return emit
}

/** Adds what the second look says; false where it says nothing. */
function lookAgain(
  { features: table, scale }: Model,
  page: Page,
  { from, to }: { from: number; to: number },
  seen: Float32Array,
  emit: Float32Array,
): boolean {
  let changed = false
  for (let at = from; at < to; at++) {
    const size = secondFeatures(page, seen, at, found, 0)
    if (size === 0) continue
    changed = true
    sums.fill(0)
    addRows(table, found, size, sums, 0)
    for (let j = 0; j < L; j++) emit[(at - from) * L + j]! += sums[j]! * scale
  }
  return changed
}

/** The most features that pairs, phrases and the document can give one word. */
const found = new Int32Array(128)
const sums = new Float32Array(L)

function addWeights(sums: Float32Array, row: number, emit: Float32Array, base: number): void {
  for (let j = 0; j < L; j++) emit[base + j]! += sums[row + j]!
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
