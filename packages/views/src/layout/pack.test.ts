import { expect, it } from 'vitest'
import { packed, piecesOf } from './pack.ts'

it('knows which nodes hang together', () => {
  expect(piecesOf(6, [0, 1, 3, 1, 4, 5])).toEqual([[0, 1, 3], [2], [4, 5]])
  expect(piecesOf(0, [])).toEqual([])
})

/** A square of nine nodes, and twelve pairs and lone nodes far away from it and from one another. */
const SQUARE = Array.from({ length: 9 }, (_, i) => ({ x: (i % 3) * 10, y: Math.floor(i / 3) * 10 }))
const FAR = Array.from({ length: 12 }, (_, i) => [
  { x: 1_000 * (i + 1), y: -500 * i },
  ...(i % 2 === 0 ? [{ x: 1_000 * (i + 1) + 8, y: -500 * i }] : []),
])
const POINTS = [...SQUARE, ...FAR.flat()]
const PIECES = [SQUARE, ...FAR].map((piece, i, all) => {
  const before = all.slice(0, i).flat().length
  return piece.map((_, k) => before + k)
})

it('brings pieces close to the largest, none on another, each as it was', () => {
  const moved = packed(POINTS, PIECES, 1.5)
  const boxes = PIECES.map((piece) => {
    const [xs, ys] = [piece.map((i) => moved[i]!.x), piece.map((i) => moved[i]!.y)]
    return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const
  })
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(0, i))
      expect(a[0] > b[1] || b[0] > a[1] || a[2] > b[3] || b[2] > a[3]).toBe(true)
  expect(Math.max(...boxes.flat()) - Math.min(...boxes.flat())).toBeLessThan(140)
  for (const piece of PIECES)
    for (const i of piece) {
      const [first, before] = [moved[piece[0]!]!, POINTS[piece[0]!]!]
      expect(moved[i]!.x - first.x).toBeCloseTo(POINTS[i]!.x - before.x)
    }
})

it('leaves one piece where it is', () => {
  expect(packed(SQUARE, [[...SQUARE.keys()]], 1)).toEqual(SQUARE)
})
