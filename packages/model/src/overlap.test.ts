import { describe, expect, it } from 'vitest'
import { containment, iou, sameClause, shared } from './overlap.ts'

const extent = ([start, end]: readonly [number, number]) => ({ start, end })

describe('overlap', () => {
  it.each([
    { a: [0, 10], b: [0, 10], common: 10, part: 1, within: 1, same: true },
    // A verb of saying before the clause.
    { a: [0, 100], b: [20, 100], common: 80, part: 0.8, within: 1, same: true },
    // Half each way.
    { a: [0, 60], b: [20, 80], common: 40, part: 0.5, within: 2 / 3, same: true },
    // One of two coordinated actions, where the extractor saw one.
    { a: [0, 100], b: [0, 40], common: 40, part: 0.4, within: 1, same: true },
    // A splinter of a clause is not the clause.
    { a: [0, 100], b: [0, 15], common: 15, part: 0.15, within: 1, same: false },
    { a: [0, 60], b: [40, 100], common: 20, part: 0.2, within: 1 / 3, same: false },
    { a: [0, 10], b: [10, 20], common: 0, part: 0, within: 0, same: false },
    { a: [5, 5], b: [0, 20], common: 0, part: 0, within: 0, same: false },
  ] as const)('$a against $b', ({ a, b, common, part, within, same }) => {
    for (const [x, y] of [
      [extent(a), extent(b)],
      [extent(b), extent(a)],
    ] as const) {
      expect(shared(x, y)).toBe(common)
      expect(iou(x, y)).toBeCloseTo(part)
      expect(containment(x, y)).toBeCloseTo(within)
      expect(sameClause(x, y)).toBe(same)
    }
  })
})
