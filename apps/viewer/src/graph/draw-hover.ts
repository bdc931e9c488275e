/** The card beside the node under the pointer: its whole name, and what kind of thing it is. */
import { wrapLines } from './fit-text.ts'
import type { Measure } from './fit-text.ts'
import { writeLine } from './label-layer.ts'
import type { Palette } from './palette.ts'
import { plainLine, textDirection } from './text-direction.ts'

export interface HoverCard {
  x: number
  y: number
  size: number
  name: string
  caption: string
}

const WIDEST = 260
const PADDING = 12
const LINE = 21
const CAPTION_LINE = 18

/** Draw the card on the side with room, inside the canvas. */
export function drawHover(
  context: CanvasRenderingContext2D,
  card: HoverCard,
  palette: Palette,
  measure: Measure,
  canvas: { width: number; height: number },
): void {
  const nameFont = `600 14px ${palette.font}`
  const captionFont = `500 12px ${palette.font}`
  context.font = nameFont
  const lines = wrapLines(measure, plainLine(card.name), WIDEST, 5)
  const widths = lines.map(measure)
  context.font = captionFont
  const width = Math.max(...widths, measure(card.caption)) + 2 * PADDING
  const height = CAPTION_LINE + lines.length * LINE + 2 * PADDING - 6
  const { left, top } = cardPlace(card, width, height, canvas, textDirection(card.name))

  drawCard(context, palette, [left, top, width, height])
  const rightToLeft = textDirection(card.name) === 'rtl'
  const startOf = (lineWidth: number): number =>
    rightToLeft ? left + width - PADDING - lineWidth : left + PADDING
  writeLine(context, card.caption, startOf(measure(card.caption)), top + PADDING + 9, {
    fill: palette.muted,
  })
  context.font = nameFont
  for (const [index, line] of lines.entries()) {
    const baseline = top + PADDING + CAPTION_LINE + index * LINE + 11
    writeLine(context, line, startOf(widths[index] ?? 0), baseline, { fill: palette.ink })
  }
}

function cardPlace(
  { x, y, size }: HoverCard,
  width: number,
  height: number,
  canvas: { width: number; height: number },
  direction: 'rtl' | 'ltr',
): { left: number; top: number } {
  const gap = size + 8
  const [before, after] = [x - gap - width, x + gap]
  const fits = (left: number): boolean => left >= 4 && left + width <= canvas.width - 4
  const order = direction === 'rtl' ? [before, after] : [after, before]
  const left = order.find(fits) ?? Math.max(4, Math.min(x - width / 2, canvas.width - width - 4))
  return { left, top: Math.max(4, Math.min(y - height / 2, canvas.height - height - 4)) }
}

function drawCard(
  context: CanvasRenderingContext2D,
  palette: Palette,
  [left, top, width, height]: [number, number, number, number],
): void {
  context.save()
  context.shadowColor = 'rgb(0 0 0 / 0.22)'
  context.shadowBlur = 18
  context.shadowOffsetY = 3
  context.fillStyle = palette.raised
  context.beginPath()
  context.roundRect(left, top, width, height, 8)
  context.fill()
  context.restore()
  context.strokeStyle = palette.line
  context.lineWidth = 1
  context.stroke()
}
