import { describe, expect, it } from 'vitest'
import { fillFrame } from './fill-frame.ts'

const tall = Array.from({ length: 20 }, (_, i) => ({ x: (i % 3) * 10, y: i * 20 }))

const extent = (points: readonly { x: number; y: number }[]) => ({
  width: Math.max(...points.map(({ x }) => x)) - Math.min(...points.map(({ x }) => x)),
  height: Math.max(...points.map(({ y }) => y)) - Math.min(...points.map(({ y }) => y)),
})

describe('fillFrame', () => {
  it.each([
    ['a wide frame', 1.6, (size: { width: number; height: number }) => size.width > size.height],
    ['a tall frame', 0.6, (size: { width: number; height: number }) => size.height > size.width],
    ['as it lies', null, (size: { width: number; height: number }) => size.height > size.width],
  ])('turns a long drawing for %s', (_, aspect, fits) => {
    const size = extent(fillFrame(tall, aspect))
    expect(fits(size)).toBe(true)
    expect(Math.max(size.width, size.height)).toBeCloseTo(90 * Math.sqrt(20))
  })

  it.each([
    ['no nodes', []],
    ['one node', [{ x: 5, y: 5 }]],
    [
      'nodes in one place',
      [
        { x: 1, y: 1 },
        { x: 1, y: 1 },
      ],
    ],
  ])('survives %s', (_, points) => {
    const filled = fillFrame(points, 1.5)
    expect(filled).toHaveLength(points.length)
    expect(filled.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
  })
})
