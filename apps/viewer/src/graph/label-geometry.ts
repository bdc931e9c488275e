/** Where a label may go, and what it may not touch. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]
export type Disc = readonly [x: number, y: number, radius: number]

export interface Size {
  width: number
  height: number
}

interface Node {
  x: number
  y: number
  /** Radius. */
  size: number
}

/** A place along an edge, and the row of beads that a label there covers. */
export interface Spot {
  x: number
  y: number
  angle: number
  beads: Disc[]
}

const GAP = 4

/** The places around a node, best first: beside it where its script starts, then around it. */
export function nodeLabelBoxes(
  { x, y, size }: Node,
  { width, height }: Size,
  direction: 'rtl' | 'ltr',
): Box[] {
  const reach = size + GAP
  const slant = size * 0.7
  const box = (left: number, top: number): Box => [left, top, left + width, top + height]
  const [before, after] = [x - reach - width, x + reach]
  const [start, other] = direction === 'rtl' ? [before, after] : [after, before]
  const [startSlant, otherSlant] =
    direction === 'rtl' ? [x - slant - width, x + slant] : [x + slant, x - slant - width]
  const [above, below] = [y - reach - height, y + reach]
  return [
    box(start, y - height / 2),
    box(other, y - height / 2),
    box(x - width / 2, below),
    box(x - width / 2, above),
    box(startSlant, y + slant),
    box(startSlant, y - slant - height),
    box(otherSlant, y + slant),
    box(otherSlant, y - slant - height),
  ]
}

/** Places along an edge, from its middle; none where the edge is shorter than the words. */
export function edgeLabelSpots(source: Node, target: Node, width: number): Spot[] {
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const length = Math.hypot(dx, dy)
  if (length - source.size - target.size < width + 2 * GAP) return []
  const upright = dx < 0 || (dx === 0 && dy < 0) ? Math.PI : 0
  const slack = (length - source.size - target.size - width) / 2 / length
  const middle = 0.5 + (source.size - target.size) / 2 / length
  return [0, -0.5, 0.5, -0.9, 0.9].map((share) => {
    const at = middle + share * slack
    const [x, y] = [source.x + dx * at, source.y + dy * at]
    const beads = beadsAlong(x, y, width, [dx / length, dy / length])
    return { x, y, angle: Math.atan2(dy, dx) + upright, beads }
  })
}

const BEAD = 6

function beadsAlong(x: number, y: number, width: number, [ux, uy]: readonly [number, number]): Disc[] {
  const count = Math.max(2, Math.ceil(width / (2 * BEAD)))
  return Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) / count - 0.5) * width
    return [x + ux * along, y + uy * along, BEAD] as const
  })
}

export const overlap = (a: Box, b: Box): boolean =>
  a[0] < b[2] + GAP && a[2] + GAP > b[0] && a[1] < b[3] && a[3] > b[1]

export const within = ([left, top, right, bottom]: Box, { width, height }: Size): boolean =>
  left >= 0 && top >= 0 && right <= width && bottom <= height

export function touches(box: Box, [x, y, radius]: Disc): boolean {
  const dx = x - Math.max(box[0], Math.min(x, box[2]))
  const dy = y - Math.max(box[1], Math.min(y, box[3]))
  return dx * dx + dy * dy < radius * radius
}
