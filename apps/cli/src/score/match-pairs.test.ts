import { describe, expect, it } from 'vitest'
import { matchPairs } from './match-pairs.ts'

const indices = (length: number) => Array.from({ length }, (_, i) => i)

/** Pairs by a table of weights: a row for each gold item, a column for each extracted one. */
function pairs(weights: readonly (readonly number[])[], columns = weights[0]?.length ?? 0) {
  return matchPairs(indices(weights.length), indices(columns), (g, p) => weights[g]![p]!)
}

describe('matchPairs', () => {
  it.each([
    { of: 'nothing', weights: [], pairs: [] },
    { of: 'nothing extracted', weights: [[], []], pairs: [] },
    { of: 'what may not be paired', weights: [[0]], pairs: [] },
    {
      of: 'the better of two',
      weights: [[0.4, 0.9]],
      pairs: [[0, 1]],
    },
    {
      // Greedy by weight would take 0-0 and leave the second without a partner.
      of: 'as many as can be had, though lighter',
      weights: [
        [1, 0.2],
        [0.9, 0],
      ],
      pairs: [
        [0, 1],
        [1, 0],
      ],
    },
    {
      of: 'among as many, the heaviest',
      weights: [
        [0.6, 0.5],
        [0.5, 0.1],
      ],
      pairs: [
        [0, 1],
        [1, 0],
      ],
    },
    {
      of: 'more gold than extracted',
      weights: [[0.3], [0.8], [0.5]],
      pairs: [[1, 0]],
    },
  ])('$of', ({ weights, pairs: expected }) => {
    expect(pairs(weights)).toEqual(expected)
  })

  it('is as good as trying every way', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const weights = randomWeights(seed)
      const chosen = pairs(weights).map(([g, p]) => weights[g]![p]!)
      const best = bestOf(weights, 0, new Set())
      expect([chosen.length, total(chosen)]).toEqual([best.length, expect.closeTo(total(best), 9)])
    }
  })
})

const total = (weights: readonly number[]): number => weights.reduce((a, b) => a + b, 0)

function bestOf(weights: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number[] {
  if (row === weights.length) return []
  const ways = [bestOf(weights, row + 1, taken)]
  for (const [column, weight] of weights[row]!.entries()) {
    if (weight === 0 || taken.has(column)) continue
    ways.push([weight, ...bestOf(weights, row + 1, new Set([...taken, column]))])
  }
  return ways.reduce((a, b) =>
    b.length > a.length || (b.length === a.length && total(b) > total(a)) ? b : a,
  )
}

/** Small tables, half of their cells empty, the same in every run. */
function randomWeights(seed: number): number[][] {
  let state = seed
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const columns = 1 + Math.floor(next() * 5)
  return Array.from({ length: 1 + Math.floor(next() * 5) }, () =>
    Array.from({ length: columns }, () => (next() < 0.5 ? 0 : Math.round(next() * 100) / 100)),
  )
}
