/** A linear-chain conditional random field by AdaGrad, with weights of all corpora and of each apart (Daumé 2007). */
import { allowed, L as LABELS } from '../../src/tagger/labels.ts'
import { generator, shuffle } from './random.ts'

/** A constant of this file: hot loops go over it. */
const L = LABELS
const MAY = Uint8Array.from({ length: L * L }, (_, i) => (allowed(Math.floor(i / L), i % L) ? 1 : 0))

/** Sentences as features, in one row. */
export interface Data {
  /** By token, where its features begin. */
  starts: Uint32Array
  /** Hashes while building, then dense numbers. */
  features: Int32Array
  labels: Uint8Array
  /** Token ranges. */
  sentences: { from: number; to: number; domain: number }[]
  /** What is scored already: L numbers a token, and the steps from label to label. */
  given?: { emissions: Float32Array; transitions: Float32Array }
}

export interface Weights {
  /** By feature, L numbers: for all corpora, and for newswire. */
  emissions: Float32Array
  /** From label to label; row L is the sentence's start. */
  transitions: Float32Array
}

export interface Options {
  epochs: number
  rate: number
  dropout: number
  seed: number
}

/**
 * A feature's row holds all that a step needs, so that it is fetched once: the weights of either domain (that of all
 * corpora plus its own; the sums are kept, not the parts), and the squares of the steps of all, of either.
 */
const ROW = 5 * L
const OTHER = L
const ALL_SQUARES = 2 * L
const OWN_SQUARES = 3 * L
/** How often an epoch the weights are looked at for their average: chance leaves one look far off. */
const SIGHTS = 6
/** A word whose labels are as good as certain teaches nothing. */
const LEAST_GRADIENT = 0.01

export function trainCrf(data: Data, size: number, options: Options, log: (line: string) => void): Weights {
  const { epochs, rate, dropout, seed } = options
  const random = generator(seed)
  const rows = new Float32Array(size * ROW)
  const { given } = data
  const transitions = given?.transitions.slice() ?? new Float32Array((L + 1) * L)
  const transitionSquares = new Float32Array((L + 1) * L)
  const averages = new Float32Array(size * L)
  const averageTransitions = new Float32Array((L + 1) * L)
  let averaged = 0
  const order = data.sentences.map((_, i) => i)
  const pause = Math.ceil(order.length / SIGHTS)
  const longest = data.sentences.reduce((most, { from, to }) => Math.max(most, to - from), 0)
  const most = data.starts.reduce((m, s, i) => Math.max(m, s - (data.starts[i - 1] ?? 0)), 0)
  const emit = new Float64Array(longest * L)
  const chain = chainOf(longest)
  const kept = new Int32Array(longest * most)
  const keptStarts = new Int32Array(longest + 1)
  const gradient = new Float64Array(L)
  const keep = 1 / (1 - dropout)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, seed * 1000 + epoch)
    let loss = 0
    for (const [read, index] of order.entries()) {
      if (epoch >= epochs / 2 && read % pause === pause - 1) {
        averaged++
        for (let i = 0; i < size; i++) for (let j = 0; j < L; j++) averages[i * L + j]! += rows[i * ROW + j]!
        for (let i = 0; i < transitions.length; i++) averageTransitions[i]! += transitions[i]!
      }
      const { from, to, domain } = data.sentences[index]!
      const n = to - from
      if (n === 0) continue
      const mine = domain * L
      let k = 0
      for (let t = 0; t < n; t++) {
        keptStarts[t] = k
        const base = t * L
        for (let j = 0; j < L; j++) emit[base + j] = 0
        const last = data.starts[from + t + 1]!
        for (let f = data.starts[from + t]!; f < last; f++) {
          if (dropout > 0 && random() < dropout) continue
          const at = data.features[f]! * ROW
          kept[k++] = at
          for (let j = 0; j < L; j++) emit[base + j]! += rows[at + mine + j]!
        }
        for (let j = 0; j < L; j++) emit[base + j]! *= keep
        if (given) for (let j = 0; j < L; j++) emit[base + j]! += given.emissions[(from + t) * L + j]!
      }
      keptStarts[n] = k
      loss += forwardBackward(chain, emit, transitions, n)
      const { likely, expected } = chain
      for (let t = 0; t < n; t++) {
        const y = data.labels[from + t]!
        const before = t === 0 ? L : data.labels[from + t - 1]!
        loss -= emit[t * L + y]! + transitions[before * L + y]!
        expected[before * L + y]! -= 1
        let worth = 0
        for (let j = 0; j < L; j++) {
          const g = likely[t * L + j]! - (j === y ? 1 : 0)
          gradient[j] = g
          worth += Math.abs(g)
        }
        if (worth < LEAST_GRADIENT) continue
        const last = keptStarts[t + 1]!
        for (let f = keptStarts[t]!; f < last; f++) {
          const at = kept[f]!
          const here = at + mine
          const there = at + OTHER - mine
          for (let j = 0; j < L; j++) {
            const g = gradient[j]!
            const square = rows[at + ALL_SQUARES + j]! + g * g
            rows[at + ALL_SQUARES + j] = square
            const ownSquare = rows[here + OWN_SQUARES + j]! + g * g
            rows[here + OWN_SQUARES + j] = ownSquare
            const step = (rate * g) / Math.sqrt(square + 1e-2)
            rows[there + j]! -= step
            rows[here + j]! -= step + (rate * g) / Math.sqrt(ownSquare + 1e-2)
          }
        }
      }
      for (let i = 0; i < expected.length; i++) {
        const g = expected[i]!
        if (g === 0 || given) continue
        transitionSquares[i]! += g * g
        transitions[i]! -= (rate * g) / Math.sqrt(transitionSquares[i]! + 1e-2)
      }
    }
    log(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`)
  }
  for (let i = 0; i < averages.length; i++) averages[i]! /= Math.max(1, averaged)
  for (let i = 0; i < transitions.length; i++) averageTransitions[i]! /= Math.max(1, averaged)
  return { emissions: averages, transitions: averageTransitions }
}

/** What is worked out for a sentence, in arrays that are used again. */
interface Chain {
  local: Float64Array
  forward: Float64Array
  scales: Float64Array
  /** By word: how likely each label is. */
  likely: Float64Array
  /** How often each step is expected. */
  expected: Float64Array
  steps: Float64Array
}

const chainOf = (longest: number): Chain => ({
  local: new Float64Array(longest * L),
  forward: new Float64Array(longest * L),
  scales: new Float64Array(longest),
  likely: new Float64Array(longest * L),
  expected: new Float64Array((L + 1) * L),
  steps: new Float64Array((L + 1) * L),
})

/** Fills in `likely` and `expected`; returns the log of the sum over all paths. */
function forwardBackward(chain: Chain, emit: Float64Array, transitions: Float32Array, n: number): number {
  const { local, forward, scales, likely, expected, steps } = chain
  for (let i = 0; i < steps.length; i++)
    steps[i] = (i < L * L ? MAY[i] : MAY[i - L * L]) === 1 ? Math.exp(transitions[i]!) : 0
  let total = 0
  for (let t = 0; t < n; t++) {
    const base = t * L
    let most = -Infinity
    for (let j = 0; j < L; j++) most = Math.max(most, emit[base + j]!)
    let sum = 0
    for (let j = 0; j < L; j++) {
      let inward = 0
      if (t === 0) inward = steps[L * L + j]!
      else for (let i = 0; i < L; i++) inward += forward[base - L + i]! * steps[i * L + j]!
      local[base + j] = Math.exp(emit[base + j]! - most)
      sum += forward[base + j] = inward * local[base + j]!
    }
    for (let j = 0; j < L; j++) forward[base + j]! /= sum
    scales[t] = sum
    total += most + Math.log(sum)
  }
  expected.fill(0)
  const behind = new Float64Array(L).fill(1)
  const next = new Float64Array(L)
  for (let t = n - 1; t >= 0; t--) {
    const base = t * L
    for (let j = 0; j < L; j++) {
      likely[base + j] = forward[base + j]! * behind[j]!
      next[j] = (local[base + j]! * behind[j]!) / scales[t]!
    }
    for (let i = 0; i < L; i++) {
      let outward = 0
      for (let j = 0; j < L; j++) {
        const way = steps[i * L + j]! * next[j]!
        outward += way
        if (t > 0) expected[i * L + j]! += forward[base - L + i]! * way
      }
      behind[i] = outward
    }
    if (t === 0) for (let j = 0; j < L; j++) expected[L * L + j]! += likely[j]!
  }
  return total
}

/** L scores a token of some sentences, by weights of newswire or of the encyclopedia. */
export function scoresOf(
  data: Data,
  sentences: Data['sentences'],
  { emissions }: Weights,
  scores = new Float32Array(data.labels.length * L),
): Float32Array {
  for (const { from, to } of sentences)
    for (let t = from; t < to; t++)
      for (let f = data.starts[t]!; f < data.starts[t + 1]!; f++) {
        const at = data.features[f]! * L
        for (let j = 0; j < L; j++) scores[t * L + j]! += emissions[at + j]!
      }
  return scores
}
