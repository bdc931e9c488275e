/** A linear-chain conditional random field by AdaGrad, with weights of all corpora and of each apart (Daumé 2007). */
import { allowed, L as LABELS } from '../../src/tagger/labels.ts'
import { generator, shuffle } from './random.ts'

/** A constant of this file: hot loops go over it. */
const L = LABELS
/** Newswire, encyclopedia. */
const DOMAINS = 2
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

export function trainCrf(data: Data, size: number, options: Options, log: (line: string) => void): Weights {
  const { epochs, rate, dropout, seed } = options
  const random = generator(seed)
  // A weight is that of all corpora plus that of its own; the sums are kept, not the parts.
  const weights = Array.from({ length: DOMAINS }, () => new Float32Array(size * L))
  const shared = new Float32Array(size * L)
  const squares = Array.from({ length: DOMAINS }, () => new Float32Array(size * L))
  const transitions = new Float32Array((L + 1) * L)
  const transitionSquares = new Float32Array((L + 1) * L)
  const averages = new Float32Array(size * L)
  const averageTransitions = new Float32Array((L + 1) * L)
  let averaged = 0
  const order = data.sentences.map((_, i) => i)
  const longest = data.sentences.reduce((most, { from, to }) => Math.max(most, to - from), 0)
  const most = data.starts.reduce((m, s, i) => Math.max(m, s - (data.starts[i - 1] ?? 0)), 0)
  const emit = new Float64Array(longest * L)
  const alpha = new Float64Array(longest * L)
  const beta = new Float64Array(longest * L)
  const kept = new Int32Array(longest * most)
  const keptStarts = new Int32Array(longest + 1)
  const gradient = new Float64Array(L)
  const expected = new Float64Array((L + 1) * L)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, seed * 1000 + epoch)
    let loss = 0
    for (const index of order) {
      const { from, to, domain } = data.sentences[index]!
      const n = to - from
      if (n === 0) continue
      const w = weights[domain]!
      const other = weights[1 - domain]!
      const own = squares[domain]!
      let k = 0
      const keep = 1 / (1 - dropout)
      for (let t = 0; t < n; t++) {
        keptStarts[t] = k
        for (let j = 0; j < L; j++) emit[t * L + j] = 0
        for (let f = data.starts[from + t]!; f < data.starts[from + t + 1]!; f++) {
          if (dropout > 0 && random() < dropout) continue
          const at = data.features[f]! * L
          kept[k++] = at
          for (let j = 0; j < L; j++) emit[t * L + j]! += w[at + j]! * keep
        }
      }
      keptStarts[n] = k
      const total = forwardBackward(emit, transitions, n, alpha, beta)
      expected.fill(0)
      // Transitions: expected minus observed.
      for (let t = 0; t < n; t++)
        for (let j = 0; j < L; j++) {
          const inside = emit[t * L + j]! + beta[t * L + j]! - total
          if (t === 0) {
            if (MAY[j] === 1) expected[L * L + j]! += Math.exp(transitions[L * L + j]! + inside)
          } else
            for (let i = 0; i < L; i++)
              if (MAY[i * L + j] === 1)
                expected[i * L + j]! += Math.exp(alpha[(t - 1) * L + i]! + transitions[i * L + j]! + inside)
        }
      let gold = 0
      for (let t = 0; t < n; t++) {
        const y = data.labels[from + t]!
        const before = t === 0 ? L : data.labels[from + t - 1]!
        gold += emit[t * L + y]! + transitions[before * L + y]!
        expected[before * L + y]! -= 1
        for (let j = 0; j < L; j++)
          gradient[j] = Math.exp(alpha[t * L + j]! + beta[t * L + j]! - total) - (j === y ? 1 : 0)
        let worth = 0
        for (let j = 0; j < L; j++) worth += Math.abs(gradient[j]!)
        if (worth < 0.01) continue
        for (let f = keptStarts[t]!; f < keptStarts[t + 1]!; f++) {
          const at = kept[f]!
          for (let j = 0; j < L; j++) {
            const g = gradient[j]!
            const square = shared[at + j]! + g * g
            shared[at + j] = square
            const step = (rate * g) / Math.sqrt(square + 1e-2)
            const ownSquare = own[at + j]! + g * g
            own[at + j] = ownSquare
            other[at + j]! -= step
            w[at + j]! -= step + (rate * g) / Math.sqrt(ownSquare + 1e-2)
          }
        }
      }
      for (let i = 0; i < expected.length; i++) {
        const g = expected[i]!
        if (g === 0) continue
        transitionSquares[i]! += g * g
        transitions[i]! -= (rate * g) / Math.sqrt(transitionSquares[i]! + 1e-2)
      }
      loss += total - gold
    }
    log(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`)
    if (epoch >= epochs / 2) {
      averaged++
      for (let i = 0; i < averages.length; i++) averages[i]! += weights[0]![i]!
      for (let i = 0; i < transitions.length; i++) averageTransitions[i]! += transitions[i]!
    }
  }
  for (let i = 0; i < averages.length; i++) averages[i]! /= averaged
  for (let i = 0; i < transitions.length; i++) averageTransitions[i]! /= averaged
  return { emissions: averages, transitions: averageTransitions }
}

/** Log-space sums; returns the log of the partition function. */
function forwardBackward(
  emit: Float64Array,
  transitions: Float32Array,
  n: number,
  alpha: Float64Array,
  beta: Float64Array,
): number {
  for (let j = 0; j < L; j++) alpha[j] = MAY[j] === 1 ? transitions[L * L + j]! + emit[j]! : -1e9
  for (let t = 1; t < n; t++)
    for (let j = 0; j < L; j++) {
      let most = -1e9
      for (let i = 0; i < L; i++)
        if (MAY[i * L + j] === 1) most = Math.max(most, alpha[(t - 1) * L + i]! + transitions[i * L + j]!)
      let sum = 0
      for (let i = 0; i < L; i++)
        if (MAY[i * L + j] === 1) sum += Math.exp(alpha[(t - 1) * L + i]! + transitions[i * L + j]! - most)
      alpha[t * L + j] = most + Math.log(sum) + emit[t * L + j]!
    }
  for (let j = 0; j < L; j++) beta[(n - 1) * L + j] = 0
  for (let t = n - 2; t >= 0; t--)
    for (let i = 0; i < L; i++) {
      let most = -1e9
      for (let j = 0; j < L; j++)
        if (MAY[i * L + j] === 1)
          most = Math.max(most, transitions[i * L + j]! + emit[(t + 1) * L + j]! + beta[(t + 1) * L + j]!)
      let sum = 0
      for (let j = 0; j < L; j++)
        if (MAY[i * L + j] === 1)
          sum += Math.exp(transitions[i * L + j]! + emit[(t + 1) * L + j]! + beta[(t + 1) * L + j]! - most)
      beta[t * L + i] = most + Math.log(sum)
    }
  let most = -1e9
  for (let j = 0; j < L; j++) most = Math.max(most, alpha[(n - 1) * L + j]!)
  let sum = 0
  for (let j = 0; j < L; j++) sum += Math.exp(alpha[(n - 1) * L + j]! - most)
  return most + Math.log(sum)
}
