/** From sentences to a model: what is known of words, the weights, and the small integers that ship. */
import { layOutRows } from '../../src/tagger/hash-table.ts'
import { L } from '../../src/tagger/labels.ts'
import type { Model } from '../../src/tagger/model-file.ts'
import { buildKnowledge } from './build-knowledge.ts'
import type { Sentence } from './corpus.ts'
import { trainCrf, type Weights } from './crf.ts'
import { featuresOf, numberFeatures } from './features.ts'

export interface Recipe {
  epochs: number
  rate: number
  /** Share of the features left out at each sight of a word, so that none is leant on alone. */
  dropout: number
  seed: number
  /** How often a feature must have been read. */
  least: number
  /** How many features ship at most. */
  most: number
}

export const RECIPE: Recipe = { epochs: 4, rate: 0.1, dropout: 0.55, seed: 1, least: 2, most: 480_000 }

/** Weights beyond this are cut. */
const STRONGEST = 3

/**
 * @param train sentences in the order of their documents
 * @param gazetteer folder with more names of persons and towns; see ../README of the corpora
 * @param log what goes on, line by line
 */
export function trainModel(
  train: readonly Sentence[],
  gazetteer: string | undefined,
  recipe: Recipe,
  log: (line: string) => void,
): Model {
  const knowledge = buildKnowledge(train, gazetteer)
  const { hashes, data } = numberFeatures(featuresOf(knowledge, train), recipe.least)
  log(`${train.length} sentences, ${data.labels.length} words, ${hashes.length} features`)
  const weights = trainCrf(data, hashes.length, recipe, log)
  return { knowledge, ...quantised(weights, hashes, recipe.most), transitions: weights.transitions }
}

/** The heaviest features as rows of bytes. */
function quantised(
  { emissions }: Weights,
  hashes: Int32Array,
  most: number,
): Pick<Model, 'features' | 'scale'> {
  const worth = new Float32Array(hashes.length)
  for (let i = 0; i < emissions.length; i++)
    worth[Math.floor(i / L)] = Math.max(worth[Math.floor(i / L)]!, Math.abs(emissions[i]!))
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
