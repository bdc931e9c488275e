/**
 * Node labels that never overlap. Sigma says which nodes deserve one; they are collected here and
 * placed together at the end of the frame, the most important first, each beside its node on the
 * side where its script starts, else on the first side with room, else not at all.
 */
import { fitLine } from './fit-text.ts'
import type { Measure } from './fit-text.ts'
import { plainLine, textDirection } from './text-direction.ts'

export interface LabelRequest {
  x: number
  y: number
  /** Radius of the node. */
  size: number
  text: string
  /** Placed before all others, and before the nodes around it are minded. */
  forced: boolean
  colour: string
}

export interface LabelStyle {
  font: string
  size: number
  /** Widest label, in pixels. */
  width: number
  /** Drawn around the letters, so that edges do not cross them. */
  halo: string
}

type Box = readonly [left: number, top: number, right: number, bottom: number]
/** A disc that labels should not cover. */
export type Obstacle = readonly [x: number, y: number, radius: number]

const GAP = 4

interface Size {
  width: number
  height: number
}

/** A label with its place, as drawn. */
export interface PlacedLabel {
  text: string
  box: Box
  colour: string
}

/** Choose a place for each label; pure, so that it can be tested without a canvas. */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Obstacle[],
  measure: Measure,
  style: Pick<LabelStyle, 'size' | 'width'>,
  canvas: Size,
): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const height = style.size * 1.45
  const clear = (box: Box): boolean =>
    within(box, canvas) && placed.every((other) => !overlap(box, other.box))
  const inTheWay = (box: Box): boolean => obstacles.some((disc) => covers(box, disc))
  const byImportance = [...requests].sort((a, b) => Number(b.forced) - Number(a.forced) || b.size - a.size)
  for (const request of byImportance) {
    const text = fitLine(measure, plainLine(request.text), style.width)
    if (text === '') continue
    const boxes = candidateBoxes(request, measure(text), height, textDirection(text)).filter(clear)
    const box = boxes.find((candidate) => !inTheWay(candidate)) ?? (request.forced ? boxes[0] : undefined)
    if (box !== undefined) placed.push({ text, box, colour: request.colour })
  }
  return placed
}

function candidateBoxes(
  { x, y, size }: LabelRequest,
  width: number,
  height: number,
  direction: 'rtl' | 'ltr',
): Box[] {
  const reach = size + GAP
  const left: Box = [x - reach - width, y - height / 2, x - reach, y + height / 2]
  const right: Box = [x + reach, y - height / 2, x + reach + width, y + height / 2]
  const below: Box = [x - width / 2, y + reach, x + width / 2, y + reach + height]
  const above: Box = [x - width / 2, y - reach - height, x + width / 2, y - reach]
  return direction === 'rtl' ? [left, right, below, above] : [right, left, below, above]
}

const within = ([left, top, right, bottom]: Box, { width, height }: Size): boolean =>
  left >= 0 && top >= 0 && right <= width && bottom <= height

const overlap = (a: Box, b: Box): boolean =>
  a[0] < b[2] + GAP && a[2] + GAP > b[0] && a[1] < b[3] && a[3] > b[1]

function covers(box: Box, [x, y, radius]: Obstacle): boolean {
  const dx = x - Math.max(box[0], Math.min(x, box[2]))
  const dy = y - Math.max(box[1], Math.min(y, box[3]))
  return dx * dx + dy * dy < radius * radius
}

/** Write one line so that its box starts at `left`, whatever the page's direction. */
export function writeLine(
  context: CanvasRenderingContext2D,
  text: string,
  left: number,
  baseline: number,
  { fill, halo }: { fill: string; halo?: string },
): void {
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
  #requests: LabelRequest[] = []
  style: LabelStyle

  constructor(style: LabelStyle) {
    this.style = style
  }

  request(label: LabelRequest): void {
    this.#requests.push(label)
  }

  /** Place and draw what was asked for since the last frame. */
  flush(context: CanvasRenderingContext2D, obstacles: readonly Obstacle[], canvas: Size): void {
    const { font, size, halo } = this.style
    context.font = font
    const placed = placeLabels(this.#requests, obstacles, this.measure(context), this.style, canvas)
    for (const { text, box, colour } of placed) {
      writeLine(context, text, box[0], (box[1] + box[3]) / 2 + size * 0.34, { fill: colour, halo })
    }
    this.#requests = []
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
}
