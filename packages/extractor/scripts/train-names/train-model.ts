/** From sentences to a model: what is known of words, the weights, and the small integers that ship. */
import { layOutRows } from '../../src/tagger/hash-table.ts'
import { costsOf, marginals, stepsOf } from '../../src/tagger/chain.ts'
import type { Page } from '../../src/tagger/document.ts'
import { L } from '../../src/tagger/labels.ts'
import { noteSeen, SEEN, secondFeatures } from '../../src/tagger/second-look.ts'
import type { Model } from '../../src/tagger/model-file.ts'
import { buildKnowledge } from './build-knowledge.ts'
import type { Sentence } from './corpus.ts'
import { type Data, scoresOf, trainCrf, type Weights } from './crf.ts'
import { featuresOf, numberFeatures } from './features.ts'
import { forget, NOTHING, type Without } from './without.ts'

export interface Recipe {
  epochs: number
  rate: number
  /** Share of the features left out at each sight of a word, so that none is leant on alone. */
  dropout: number
  seed: number
  /** What a word outside of names costs. */
  lean: number
  /** How often a feature must have been read. */
  least: number
  /** How many features ship at most. */
  most: number
}

export const RECIPE: Recipe = {
  epochs: 4,
  rate: 0.1,
  dropout: 0.55,
  seed: 1,
  lean: 0.4,
  least: 2,
  most: 440_000,
}

/** Weights beyond this are cut. */
const STRONGEST = 3

/**
 * @param train sentences in the order of their documents
 * @param gazetteer folder with more names of persons and towns; see ../README of the corpora
 * @param log what goes on, line by line
 * @param without groups of features to leave out
 */
export function trainModel(
  train: readonly Sentence[],
  gazetteer: string | undefined,
  recipe: Recipe,
  log: (line: string) => void,
  without: Without = NOTHING,
): Model {
  const knowledge = forget(buildKnowledge(train, gazetteer), without)
  const all = featuresOf(knowledge, train, without)
  const { page } = all
  const { hashes, data } = numberFeatures(all, recipe.least)
  log(`${train.length} sentences, ${data.labels.length} words, ${hashes.length} features`)
  const weights = trainCrf(data, hashes.length, recipe, log)
  lean(weights.transitions, recipe.lean)
  const second = without.has('second-look')
    ? { hashes: new Int32Array(0), emissions: new Float32Array(0) }
    : secondLook(data, page, hashes.length, recipe, log)
  return {
    knowledge,
    ...quantised(
      { ...weights, emissions: joined(second.emissions, weights.emissions) },
      Int32Array.from([...second.hashes, ...hashes]),
      second.hashes.length,
      recipe.most,
    ),
    transitions: weights.transitions,
  }
}

/** Likelihood leaves more names unread than it reads wrongly: every word outside of names costs something. */
function lean(transitions: Float32Array, cost: number): void {
  for (let from = 0; from <= L; from++) transitions[from * L]! -= cost
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Sentences that stand together are kept out together. */
const BLOCK = 150

/** Weights of the second look: learned where the first look had not read the sentences. */
function secondLook(
  data: Data,
  page: Page,
  size: number,
  recipe: Recipe,
  log: (line: string) => void,
): { hashes: Int32Array; emissions: Float32Array } {
  const emissions = new Float32Array(data.labels.length * L)
  const seen = new Float32Array(page.words.length * SEEN)
  let transitions: Float32Array = new Float32Array(0)
  for (const part of [0, 1]) {
    const isHere = (_: unknown, i: number): boolean => Math.floor(i / BLOCK) % 2 === part
    const away = data.sentences.filter((_, i) => !isHere(_, i))
    const half = trainCrf({ ...data, sentences: away }, size, recipe, log)
    transitions = half.transitions
    lean(transitions, recipe.lean)
    const steps = stepsOf(costsOf(transitions))
    scoresOf(data, data.sentences.filter(isHere), half, emissions)
    for (const [i, { from, to }] of data.sentences.entries()) {
      if (!isHere(0, i) || to === from) continue
      const place = page.sentences[i]!
      noteSeen(marginals(emissions.subarray(from * L, to * L), steps, to - from), place.from, place.to, seen)
    }
  }
  const starts = new Uint32Array(data.starts.length)
  const features: number[] = []
  const buffer = new Int32Array(64)
  for (const [i, { from, to }] of data.sentences.entries())
    for (let t = from; t < to; t++) {
      starts[t] = features.length
      const n = secondFeatures(page, seen, page.sentences[i]!.from + t - from, buffer, 0)
      for (let k = 0; k < n; k++) features.push(buffer[k]!)
    }
  starts[data.labels.length] = features.length
  const { hashes, data: again } = numberFeatures(
    {
      ...data,
      starts,
      features: Int32Array.from(features),
      sentences: data.sentences.filter(({ domain }) => domain === 0),
      given: { emissions, transitions },
    },
    5,
  )
  log(`second look: ${hashes.length} features`)
  return { hashes, ...trainCrf(again, hashes.length, { ...recipe, dropout: 0.1, rate: 0.03 }, log) }
}

/** The heaviest features as rows of bytes. */
function quantised(
  { emissions }: Weights,
  hashes: Int32Array,
  certain: number,
  most: number,
): Pick<Model, 'features' | 'scale'> {
  const worth = new Float32Array(hashes.length)
  for (let i = 0; i < emissions.length; i++)
    worth[Math.floor(i / L)] = Math.max(worth[Math.floor(i / L)]!, Math.abs(emissions[i]!))
  worth.fill(Infinity, 0, certain)
  const kept = [...worth.keys()].sort((a, b) => worth[b]! - worth[a]! || a - b).slice(0, most)
  const scale = STRONGEST / 127
  const byteOf = (weight: number): number => Math.max(-127, Math.min(127, Math.round(weight / scale)))
  const rowOf = (k: number): number[] => [...emissions.subarray(kept[k]! * L, (kept[k]! + 1) * L)].map(byteOf)
  return {
    features: layOutRows(
      kept.map((i) => hashes[i]!),
      rowOf,
      L,
    ),
    scale,
  }
}
