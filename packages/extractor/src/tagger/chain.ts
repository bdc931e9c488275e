/** The likeliest row of labels (Viterbi), and how sure each label is (forward-backward); linear in the words. */
import { allowed, L as LABELS } from './labels.ts'

/** A constant of this file: hot loops go over it. */
const L = LABELS

/** From label to label, L × L; row L is the sentence's start. */
export type Transitions = Float32Array

/** Labels of the best path. @param emit L scores a word @param costs of `costsOf` */
export function bestPath(emit: Float32Array, costs: Float64Array, n: number): Uint8Array {
  const path = new Uint8Array(n)
  const back = new Uint8Array(n * L)
  let score = new Float64Array(L)
  let next = new Float64Array(L)
  for (let j = 0; j < L; j++) score[j] = costs[L * L + j]! + (emit[j] ?? 0)
  for (let t = 1; t < n; t++) {
    for (let j = 0; j < L; j++) {
      let best = -Infinity
      let from = 0
      for (let i = 0; i < L; i++) {
        const s = score[i]! + costs[i * L + j]!
        if (s > best) {
          best = s
          from = i
        }
      }
      next[j] = best + emit[t * L + j]!
      back[t * L + j] = from
    }
    ;[score, next] = [next, score]
  }
  let at = 0
  for (let j = 1; j < L; j++) if (score[j]! > score[at]!) at = j
  for (let t = n - 1; t >= 0; t--) {
    path[t] = at
    at = back[t * L + at]!
  }
  return path
}

/** What a step from label to label adds, minus infinity where it may not be; row L is the sentence's start. */
export const costsOf = (transitions: Transitions): Float64Array =>
  Float64Array.from(transitions, (cost, i) =>
    allowed(i < L * L ? Math.floor(i / L) : 0, i % L) ? cost : -Infinity,
  )

/** What a step from label to label multiplies, 0 where it may not be. @param costs of `costsOf` */
export const stepsOf = (costs: Float64Array): Float64Array => costs.map(Math.exp)

/** How likely each label is at each word, L numbers a word. @param steps of `stepsOf` */
export function marginals(emit: Float32Array, steps: Float64Array, n: number): Float64Array {
  const local = new Float64Array(n * L)
  const forward = new Float64Array(n * L)
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
  }
  // What lies behind is folded in on the way back.
  const behind = new Float64Array(L).fill(1)
  const next = new Float64Array(L)
  for (let t = n - 1; t >= 0; t--) {
    const base = t * L
    let sum = 0
    for (let j = 0; j < L; j++) {
      next[j] = local[base + j]! * behind[j]!
      sum += forward[base + j]! *= behind[j]!
    }
    for (let j = 0; j < L; j++) forward[base + j]! /= sum
    let total = 0
    for (let i = 0; i < L; i++) {
      let outward = 0
      for (let j = 0; j < L; j++) outward += steps[i * L + j]! * next[j]!
      behind[i] = outward
      total += outward
    }
    for (let i = 0; i < L; i++) behind[i]! /= total
  }
  return forward
}
