/** Moving apart what touches, and no further than it must. */
interface Disc {
  x: number
  y: number
  size: number
  /** Stays where it is; others give way. */
  fixed: boolean
}

interface Point {
  x: number
  y: number
}

/** Room around a node, as a share of its radius and beside that. */
const RATIO = 1.4
const MARGIN = 11
/** Dense drawings spread a little in each round; this many are enough for thousands of nodes. */
const MOST_ROUNDS = 400
/** Touching by less than this is not seen. */
const UNSEEN = 0.5
/** Points on one another part in directions that never repeat. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** The same discs where none touches another, each pair having moved half the way; always alike for the same discs. */
export function movedApart(discs: readonly Disc[]): Point[] {
  const points = discs.map(({ x, y }) => ({ x, y }))
  const room = discs.map(({ size }) => size * RATIO + MARGIN)
  const cell = 2 * Math.max(...room, 1)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let touching = false
    for (const [a, b] of neighbours(points, cell)) {
      const [p, q] = [points[a]!, points[b]!]
      const distance = Math.hypot(q.x - p.x, q.y - p.y)
      const missing = room[a]! + room[b]! - distance
      if (missing <= UNSEEN || (discs[a]!.fixed && discs[b]!.fixed)) continue
      touching = true
      const [dx, dy] =
        distance > 0
          ? [(q.x - p.x) / distance, (q.y - p.y) / distance]
          : [Math.cos(GOLDEN_ANGLE * b), Math.sin(GOLDEN_ANGLE * b)]
      const share = discs[a]!.fixed ? 0 : discs[b]!.fixed ? 1 : 0.5
      points[a] = { x: p.x - dx * missing * share, y: p.y - dy * missing * share }
      points[b] = { x: q.x + dx * missing * (1 - share), y: q.y + dy * missing * (1 - share) }
    }
    if (!touching) break
  }
  return points
}

/** Pairs of points that may touch: those of one square of a grid and of the squares around it, each pair once. */
function* neighbours(points: readonly Point[], cell: number): Generator<[number, number]> {
  const squares = new Map<string, number[]>()
  const at = (x: number): number => Math.floor(x / cell)
  for (const [i, { x, y }] of points.entries()) {
    const key = `${at(x)},${at(y)}`
    const square = squares.get(key)
    if (square === undefined) squares.set(key, [i])
    else square.push(i)
  }
  for (const [i, { x, y }] of points.map((point) => ({ ...point })).entries())
    for (let column = at(x) - 1; column <= at(x) + 1; column++)
      for (let row = at(y) - 1; row <= at(y) + 1; row++)
        for (const j of squares.get(`${column},${row}`) ?? []) if (j > i) yield [i, j]
}
