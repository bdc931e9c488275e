/** A picture as PNG, drawn by the canvas' own hand: its fonts are loaded, and it joins Arabic letters. */
import { drawAlong, writeLine } from '../graph/label-layer.ts'
import { SHAPE_PATHS } from '../graph/node-shapes.ts'
import type { Picture } from './picture.ts'

/** Pixels of the picture for each of the screen: enough for print. */
const SCALE = 3

export function drawPng(picture: Picture): Promise<Blob> {
  const { width, height, palette } = picture
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const context = canvas.getContext('2d')!
  context.scale(SCALE, SCALE)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, width, height)
  for (const { from, middle, to, colour, width: thick } of picture.edges) {
    context.strokeStyle = colour
    context.lineWidth = thick
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.quadraticCurveTo(middle.x, middle.y, to.x, to.y)
    context.stroke()
  }
  for (const { x, y, radius, shape, colour } of picture.nodes) {
    context.save()
    context.translate(x, y)
    context.scale(radius, radius)
    context.fillStyle = colour
    const outline = new Path2D(SHAPE_PATHS[shape])
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- this fills a shape, not an array
    context.fill(outline, 'evenodd')
    context.restore()
  }
  context.font = picture.edgeFont
  for (const label of picture.edgeLabels)
    drawAlong(context, label.text, label, { fill: label.colour, halo: palette.paper })
  context.font = picture.font
  for (const { text, box, colour } of picture.labels) {
    writeLine(context, text, box[0], (box[1] + box[3]) / 2 + 4.4, { fill: colour, halo: palette.paper })
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    )
  })
}
