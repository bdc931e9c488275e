/** The likeliest row of labels (Viterbi), and how sure each label is (forward-backward); linear in the words. */
import { allowed, L as LABELS } from './labels.ts'

/** A constant of this file: hot loops go over it. */
const L = LABELS

/** From label to label, L × L; row L is the sentence's start. */
export type Transitions = Float32Array

/** Labels of the best path. @param emit L scores a word */
export function bestPath(emit: Float32Array, transitions: Transitions, n: number): Uint8Array {
  const path = new Uint8Array(n)
  const back = new Uint8Array(n * L)
  let score = new Float64Array(L).fill(-1e9)
  let next = new Float64Array(L)
  for (let t = 0; t < n; t++) {
    for (let j = 0; j < L; j++) {
      let best = -1e9
      let from = 0
      if (t === 0) best = allowed(0, j) ? transitions[L * L + j]! : -1e9
      else
        for (let i = 0; i < L; i++) {
          const s = ALLOWED[i * L + j] === 1 ? score[i]! + transitions[i * L + j]! : -1e9
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

const ALLOWED = Uint8Array.from({ length: L * L }, (_, i) => (allowed(Math.floor(i / L), i % L) ? 1 : 0))

/** How likely each label is at each word, L numbers a word. */
export function marginals(emit: Float32Array, transitions: Transitions, n: number): Float64Array {
  const step = Float64Array.from(ALLOWED, (may, i) => (may === 1 ? Math.exp(transitions[i]!) : 0))
  const local = new Float64Array(n * L)
  for (let t = 0; t < n; t++) {
    let most = -Infinity
    for (let j = 0; j < L; j++) most = Math.max(most, emit[t * L + j]!)
    for (let j = 0; j < L; j++) local[t * L + j] = Math.exp(emit[t * L + j]! - most)
  }
  const forward = new Float64Array(n * L)
  for (let t = 0; t < n; t++) {
    let sum = 0
    for (let j = 0; j < L; j++) {
      let inward = 0
      if (t === 0) inward = allowed(0, j) ? Math.exp(transitions[L * L + j]!) : 0
      else for (let i = 0; i < L; i++) inward += forward[(t - 1) * L + i]! * step[i * L + j]!
      forward[t * L + j] = inward * local[t * L + j]!
      sum += forward[t * L + j]!
    }
    for (let j = 0; j < L; j++) forward[t * L + j]! /= sum
  }
  let behind = new Float64Array(L).fill(1)
  for (let t = n - 1; t >= 0; t--) {
    const before = new Float64Array(L)
    let total = 0
    for (let i = 0; i < L; i++) {
      for (let j = 0; j < L; j++) before[i]! += step[i * L + j]! * local[t * L + j]! * behind[j]!
      total += before[i]!
    }
    let sum = 0
    for (let j = 0; j < L; j++) sum += forward[t * L + j]! *= behind[j]!
    for (let j = 0; j < L; j++) forward[t * L + j]! /= sum
    for (let i = 0; i < L; i++) before[i]! /= total
    behind = before
  }
  return forward
}
