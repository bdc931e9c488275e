import { describe, expect, it } from 'vitest'
import { edgeLabelSpots } from './label-geometry.ts'

const node = (x: number, y: number) => ({ x, y, size: 10 })

describe('edgeLabelSpots', () => {
  it('starts in the middle and never leaves the edge', () => {
    const spots = edgeLabelSpots(node(0, 0), node(200, 0), 60)
    expect(spots[0]).toMatchObject({ x: 100, y: 0, angle: 0 })
    for (const { beads } of spots) {
      for (const [x] of beads) expect(x > 10 && x < 190).toBe(true)
    }
  })

  it('keeps words upright, whichever way the edge points', () => {
    for (const target of [node(200, 50), node(-200, 50), node(-200, -50), node(0, 200), node(0, -200)]) {
      const angle = edgeLabelSpots(node(0, 0), target, 40)[0]!.angle
      expect(Math.cos(angle)).toBeGreaterThan(-1e-9)
    }
  })

  it('has no place on an edge shorter than the words', () => {
    expect(edgeLabelSpots(node(0, 0), node(70, 0), 60)).toEqual([])
  })
})
