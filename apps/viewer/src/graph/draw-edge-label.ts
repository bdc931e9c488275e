/** A relation's name along its edge, drawn as one string: letter by letter Arabic comes apart. */
import type { Palette } from './palette.ts'
import { textDirection } from './text-direction.ts'

interface End {
  x: number
  y: number
  size: number
}

const SIZE = 11.5

/** Nothing is drawn where the edge is shorter than the words. */
export function drawEdgeLabel(
  context: CanvasRenderingContext2D,
  text: string,
  a: End,
  b: End,
  palette: Palette,
): void {
  context.font = `500 ${SIZE}px ${palette.font}`
  const room = Math.hypot(b.x - a.x, b.y - a.y) - a.size - b.size - 12
  if (room < context.measureText(text).width) return
  let angle = Math.atan2(b.y - a.y, b.x - a.x)
  if (angle > Math.PI / 2) angle -= Math.PI
  if (angle < -Math.PI / 2) angle += Math.PI
  context.save()
  context.translate((a.x + b.x) / 2, (a.y + b.y) / 2)
  context.rotate(angle)
  context.direction = textDirection(text)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 5
  context.strokeStyle = palette.paper
  context.strokeText(text, 0, 0)
  context.fillStyle = palette.muted
  context.fillText(text, 0, 0)
  context.restore()
}
