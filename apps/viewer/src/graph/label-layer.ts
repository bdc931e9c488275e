/**
 * Labels that never overlap. Sigma says which nodes and edges deserve one; they are collected here
 * and placed together at the end of the frame, the most important first: a node's beside it, on the
 * side where its script starts or the next with room; an edge's along it. What finds no room is
 * left out.
 */
import { fitLine } from './fit-text.ts'
import type { Measure } from './fit-text.ts'
import { edgeLabelSpots, nodeLabelBoxes, overlap, touches, within } from './label-geometry.ts'
import type { Box, Disc, Size, Spot } from './label-geometry.ts'
import { plainLine, textDirection } from './text-direction.ts'

export interface NodeLabelRequest {
  /** The node, to beside which the label goes. */
  x: number
  y: number
  size: number
  text: string
  /** Placed before all others; like the largest, over other nodes if need be. */
  forced: boolean
  colour: string
}

export interface EdgeLabelRequest {
  source: { x: number; y: number; size: number }
  target: { x: number; y: number; size: number }
  text: string
  colour: string
}

export interface LabelStyle {
  /** CSS font of names, and of relations. */
  font: string
  edgeFont: string
  size: number
  /** Widest name, in pixels. */
  width: number
  /** Drawn around the letters, so that edges do not cross them. */
  halo: string
}

export interface PlacedEdgeLabel {
  text: string
  x: number
  y: number
  angle: number
  colour: string
}

export interface PlacedLabel {
  text: string
  box: Box
  colour: string
}

/** Where labels may go. */
export interface Room extends Size {
  /** What lies over the canvas there: buttons. */
  covered: readonly Box[]
}

const LINE_HEIGHT = 1.45
/** So many of the largest nodes are named even in a crowd. */
const ALWAYS_NAMED = 8

/** Choose a place for each node's label; pure, so that it can be tested without a canvas. */
export function placeNodeLabels(
  requests: readonly NodeLabelRequest[],
  discs: readonly Disc[],
  measure: Measure,
  style: Pick<LabelStyle, 'size' | 'width'>,
  canvas: Room,
): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const free = (box: Box): boolean =>
    within(box, canvas) &&
    canvas.covered.every((other) => !overlap(box, other)) &&
    placed.every((other) => !overlap(box, other.box))
  const inTheWay = (box: Box): number => discs.filter((disc) => touches(box, disc)).length
  const byImportance = [...requests].sort((a, b) => Number(b.forced) - Number(a.forced) || b.size - a.size)
  for (const [rank, request] of byImportance.entries()) {
    const text = fitLine(measure, plainLine(request.text), style.width)
    if (text === '') continue
    const size = { width: measure(text), height: style.size * LINE_HEIGHT }
    const boxes = nodeLabelBoxes(request, size, textDirection(text)).filter(free)
    const clear = boxes.find((box) => inTheWay(box) === 0)
    const must = request.forced || rank < ALWAYS_NAMED
    const box = clear ?? (must ? boxes.sort((a, b) => inTheWay(a) - inTheWay(b))[0] : undefined)
    if (box !== undefined) placed.push({ text, box, colour: request.colour })
  }
  return placed
}

/** Write one line whose box starts at `left`, whatever the page's direction. */
export function writeLine(
  context: CanvasRenderingContext2D,
  text: string,
  left: number,
  baseline: number,
  { fill, halo }: { fill: string; halo?: string },
): void {
  // Never inherited: the canvas would lay out mixed names by the page's direction.
  context.direction = textDirection(text)
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  if (halo !== undefined) {
    context.lineJoin = 'round'
    context.lineWidth = 3.5
    context.strokeStyle = halo
    context.strokeText(text, left, baseline)
  }
  context.fillStyle = fill
  context.fillText(text, left, baseline)
}

/** Collects a frame's labels and draws them. */
export class LabelLayer {
  readonly #widths = new Map<string, number>()
  #nodes: NodeLabelRequest[] = []
  #edges: EdgeLabelRequest[] = []
  style: LabelStyle
  /** What the last frame wrote, and where. */
  written: { nodes: readonly PlacedLabel[]; edges: readonly PlacedEdgeLabel[] } = { nodes: [], edges: [] }

  constructor(style: LabelStyle) {
    this.style = style
  }

  request(label: NodeLabelRequest): void {
    this.#nodes.push(label)
  }

  requestOnEdge(label: EdgeLabelRequest): void {
    this.#edges.push(label)
  }

  /** Place and draw what was asked for since the last frame, in a canvas of this size, around these nodes. */
  flush(context: CanvasRenderingContext2D, discs: readonly Disc[], canvas: Room): void {
    const { font, edgeFont, size, halo } = this.style
    context.font = font
    const placed = placeNodeLabels(this.#nodes, discs, this.measure(context), this.style, canvas)
    context.font = edgeFont
    const edges = this.#drawEdgeLabels(context, placed, discs)
    this.written = { nodes: placed, edges }
    context.font = font
    for (const { text, box, colour } of placed) {
      writeLine(context, text, box[0], (box[1] + box[3]) / 2 + size * 0.34, { fill: colour, halo })
    }
    this.#nodes = []
    this.#edges = []
  }

  /** Widths are remembered by font and text: measuring is what drawing labels costs. */
  measure(context: CanvasRenderingContext2D): Measure {
    return (text) => {
      const key = `${context.font}\u001f${text}`
      let width = this.#widths.get(key)
      if (width === undefined) this.#widths.set(key, (width = context.measureText(text).width))
      return width
    }
  }

  #drawEdgeLabels(
    context: CanvasRenderingContext2D,
    names: readonly PlacedLabel[],
    discs: readonly Disc[],
  ): PlacedEdgeLabel[] {
    const written: PlacedEdgeLabel[] = []
    const measure = this.measure(context)
    const taken: Disc[] = [...discs]
    for (const { source, target, text, colour } of this.#edges) {
      const spot = edgeLabelSpots(source, target, measure(text)).find(({ beads }) =>
        beads.every(
          (bead) =>
            names.every(({ box }) => !touches(box, bead)) &&
            taken.every(([x, y, radius]) => Math.hypot(x - bead[0], y - bead[1]) > radius + bead[2]),
        ),
      )
      if (spot === undefined) continue
      taken.push(...spot.beads)
      drawAlong(context, text, spot, { fill: colour, halo: this.style.halo })
      written.push({ text, x: spot.x, y: spot.y, angle: spot.angle, colour })
    }
    return written
  }
}

/** One string along an edge: drawn letter by letter, as sigma's curved edges do, Arabic comes apart. */
export function drawAlong(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y, angle }: Pick<Spot, 'x' | 'y' | 'angle'>,
  { fill, halo }: { fill: string; halo: string },
): void {
  context.save()
  context.translate(x, y)
  context.rotate(angle)
  context.direction = textDirection(text)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 5
  context.strokeStyle = halo
  context.strokeText(text, 0, 0)
  context.fillStyle = fill
  context.fillText(text, 0, 0)
  context.restore()
}
