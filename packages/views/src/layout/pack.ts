/** Pieces of a drawing that nothing joins, moved together: apart they would leave most of the frame empty. */
interface Point {
  x: number
  y: number
}

interface Box {
  x: number
  y: number
  /** Half of its width and height. */
  width: number
  height: number
}

/** Around a piece, as a share of the room that a node of the whole has. */
const GAP = 1.1
/** Steps along the way outwards on which a place is looked for. */
const STEP = 0.35

/**
 * The largest piece in the middle, the others around it where there is room, within a frame of this aspect.
 *
 * @param pieces indices of the points of each
 */
export function packed(
  points: readonly Point[],
  pieces: readonly (readonly number[])[],
  aspect: number,
): Point[] {
  const moved = [...points]
  const bySize = pieces.toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
  const boxes = bySize.map((piece) => boxOf(piece.map((i) => points[i]!)))
  const [largest] = boxes
  if (largest === undefined || bySize.length === 1) return moved
  const area = 4 * largest.width * largest.height
  const room = Math.max(GAP * Math.sqrt(area / Math.max(bySize[0]!.length, 4)), 1)
  const placed: Box[] = []
  for (const [i, piece] of bySize.entries()) {
    const { x, y, width, height } = boxes[i]!
    const wide = { width: width + room / 2, height: height + room / 2 }
    const at = placeFor(wide, placed, aspect, room)
    placed.push({ ...at, ...wide })
    for (const index of piece)
      moved[index] = { x: points[index]!.x - x + at.x, y: points[index]!.y - y + at.y }
  }
  return moved
}

/** The first free place on a way that winds outwards, flattened to the frame. */
function placeFor(
  box: Pick<Box, 'width' | 'height'>,
  placed: readonly Box[],
  aspect: number,
  room: number,
): Point {
  const [wide, high] = [Math.sqrt(aspect), 1 / Math.sqrt(aspect)]
  for (let turn = 0; ; turn += STEP / Math.max(1, turn)) {
    const out = (room * turn) / 4
    const at = { x: out * Math.cos(turn) * wide, y: out * Math.sin(turn) * high }
    const free = placed.every(
      (other) =>
        Math.abs(at.x - other.x) >= box.width + other.width ||
        Math.abs(at.y - other.y) >= box.height + other.height,
    )
    if (free) return at
  }
}

function boxOf(points: readonly Point[]): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    width: (right - left) / 2,
    height: (bottom - top) / 2,
  }
}

/** Which nodes hang together, as indices. */
export function piecesOf(count: number, links: ArrayLike<number>): number[][] {
  const parent = Array.from({ length: count }, (_, i) => i)
  const rootOf = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root]!
    while (parent[i] !== root) [parent[i], i] = [root, parent[i]!]
    return root
  }
  for (let i = 0; i < links.length; i += 2) parent[rootOf(links[i]!)] = rootOf(links[i + 1]!)
  const pieces = new Map<number, number[]>()
  for (let i = 0; i < count; i++) {
    const piece = pieces.get(rootOf(i))
    if (piece === undefined) pieces.set(rootOf(i), [i])
    else piece.push(i)
  }
  return [...pieces.values()]
}
