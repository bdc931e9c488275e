import { expect, it } from 'vitest'
import { timeLeft } from './progress.ts'

it.each([
  [60_000, 0.25, 'about 3 min left'],
  [1_000, 0.5, 'about 1 s left'],
  [1_000, 1, 'about 0 s left'],
  [90_000, 0.5, 'about 90 s left'],
  [36_000_000, 0.5, 'about 10 h left'],
  [1_000, 0, 'time left unknown'],
])('after %i ms and %f of it, %s', (ms, share, says) => {
  expect(timeLeft(ms, share)).toBe(says)
})
