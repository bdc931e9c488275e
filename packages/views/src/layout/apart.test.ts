import { describe, expect, it } from 'vitest'
import { movedApart } from './apart.ts'

const disc = (x: number, y: number, size = 7, fixed = false) => ({ x, y, size, fixed })
/** The room that two of these sizes need between their middles. */
const needed = (a: number, b: number): number => (a + b) * 1.4 + 22

/** A hundred around one point, twenty of them on it. */
const CROWD = Array.from({ length: 100 }, (_, i) =>
  disc(i < 20 ? 0 : 40 * Math.cos(i), i < 20 ? 0 : 40 * Math.sin(i * 1.7), 5 + (i % 9)),
)

describe('movedApart', () => {
  it.each([
    ['two that touch, each by half', [disc(0, 0), disc(10, 0)]],
    ['two on one point', [disc(3, 3), disc(3, 3)]],
    ['a crowd', CROWD],
    ['across the border of a square', [disc(-1, 0, 20), disc(1, 0, 3), disc(80, 0, 20)]],
  ])('leaves nobody on another: %s', (_, discs) => {
    const points = movedApart(discs)
    for (const [i, a] of points.entries())
      for (const [j, b] of points.slice(0, i).entries())
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(needed(discs[i]!.size, discs[j]!.size) - 1)
    expect(movedApart(discs)).toEqual(points)
  })

  it.each([
    ['none', []],
    ['those far from each other', [disc(0, 0), disc(100, 0), disc(0, -100)]],
  ])('moves nobody without need: %s', (_, discs) => {
    expect(movedApart(discs)).toEqual(discs.map(({ x, y }) => ({ x, y })))
  })

  it('moves around what stays where it was put', () => {
    const [kept, moved] = movedApart([disc(0, 0, 7, true), disc(10, 0)])
    expect(kept).toEqual({ x: 0, y: 0 })
    expect(moved!.x).toBeCloseTo(needed(7, 7))
    expect(movedApart([disc(0, 0, 7, true), disc(5, 0, 7, true)])).toEqual([
      { x: 0, y: 0 },
      { x: 5, y: 0 },
    ])
  })
})
