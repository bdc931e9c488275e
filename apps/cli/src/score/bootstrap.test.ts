import { describe, expect, it } from 'vitest'
import { bootstrap } from './bootstrap.ts'
import { type Counts, f1, sum } from './counts.ts'

const figure = (sample: readonly Counts[]) => f1(sum(sample))
const thrice = (counts: Counts): Counts[] => [counts, counts, counts]
const articles: Counts[] = [
  { gold: 10, predicted: 8, right: 7 },
  { gold: 4, predicted: 6, right: 1 },
  { gold: 12, predicted: 12, right: 9 },
  { gold: 0, predicted: 2, right: 0 },
]

describe('bootstrap', () => {
  it('holds the figure itself, and is the same for the same seed', () => {
    const interval = bootstrap(articles, figure, { seed: 7 })!
    expect(interval).toEqual(bootstrap(articles, figure, { seed: 7 }))
    expect(interval).not.toEqual(bootstrap(articles, figure, { seed: 8, rounds: 50 }))
    expect(interval[0]).toBeLessThan(figure(articles)!)
    expect(interval[1]).toBeGreaterThan(figure(articles)!)
  })

  it.each([
    { of: 'no article', items: [], interval: null },
    { of: 'one article', items: articles.slice(0, 1), interval: null },
    { of: 'nothing to count', items: thrice({ gold: 0, predicted: 0, right: 0 }), interval: null },
    { of: 'all alike', items: thrice({ gold: 4, predicted: 4, right: 2 }), interval: [0.5, 0.5] },
  ])('$of', ({ items, interval }) => {
    expect(bootstrap(items, figure)).toEqual(interval)
  })
})
