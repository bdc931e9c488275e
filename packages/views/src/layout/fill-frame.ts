/** Turning, packing and stretching a finished layout so that it fills the frame it is shown in. */
import { packed } from './pack.ts'

interface Point {
  x: number
  y: number
}

/** The drawing's longer side grows with this and the root of the number of nodes, whose radii are about 10. */
const ROOM = 90
/** Further than this a drawing looks pulled out of shape. */
const MOST_STRETCH = 1.6

/**
 * Lay the longest axis of the largest piece along the frame's longer side, the other pieces close around it, stretch
 * gently towards the frame's shape, and scale so that each node has the same room, however many there are.
 *
 * @param aspect width to height of the frame; null only scales
 * @param pieces indices of the points that hang together
 */
export function fillFrame(
  points: readonly Point[],
  aspect: number | null,
  pieces: readonly (readonly number[])[] = [[...points.keys()]],
): Point[] {
  if (points.length === 0) return []
  const largest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best))
  const middle = (of: (point: Point) => number): number => mean(largest.map((i) => of(points[i]!)))
  const centre = { x: middle(({ x }) => x), y: middle(({ y }) => y) }
  const centred = points.map(({ x, y }) => ({ x: x - centre.x, y: y - centre.y }))
  if (aspect === null) return scaled(centred)
  const level = turned(
    centred,
    largest.map((i) => centred[i]!),
    aspect,
  )
  return scaled(stretched(packed(level, pieces, aspect), aspect))
}

/** Turned so that some of the points lie along the longer side. */
function turned(points: readonly Point[], some: readonly Point[], aspect: number): Point[] {
  const sum = (of: (point: Point) => number): number => some.reduce((total, point) => total + of(point), 0)
  // The first principal axis of the points.
  const axis =
    Math.atan2(
      2 * sum(({ x, y }) => x * y),
      sum(({ x, y }) => x * x - y * y),
    ) / 2
  const turn = (aspect >= 1 ? 0 : Math.PI / 2) - axis
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return points.map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }))
}

function stretched(points: readonly Point[], aspect: number): Point[] {
  const { width, height } = extentOf(points)
  const wanted = aspect / (width / height)
  const stretch = Math.sqrt(Math.min(Math.max(wanted, 1 / MOST_STRETCH), MOST_STRETCH))
  return points.map(({ x, y }) => ({ x: x * stretch, y: y / stretch }))
}

function scaled(points: readonly Point[]): Point[] {
  const { width, height } = extentOf(points)
  const scale = (ROOM * Math.sqrt(points.length)) / Math.max(width, height)
  return points.map(({ x, y }) => ({ x: x * scale, y: y * scale }))
}

/** Never zero, so that a lone node or a straight line divides by something. */
function extentOf(points: readonly Point[]): { width: number; height: number } {
  const span = (of: (point: Point) => number): number => {
    let [low, high] = [Infinity, -Infinity]
    for (const point of points) {
      low = Math.min(low, of(point))
      high = Math.max(high, of(point))
    }
    return Math.max(high - low, 1)
  }
  return { width: span(({ x }) => x), height: span(({ y }) => y) }
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length
