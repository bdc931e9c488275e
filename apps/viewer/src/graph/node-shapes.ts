/** Node kinds by shape as well as by colour, in the canvas and in the legend alike. */
import type { NodeLabel } from '@mithaq/model'

export type ShapeName = 'diamond' | 'circle' | 'pin' | 'square' | 'ring' | 'page'

export const SHAPES: Readonly<Record<NodeLabel, ShapeName>> = {
  Commitment: 'diamond',
  Actor: 'circle',
  Place: 'pin',
  Date: 'square',
  Statement: 'ring',
  Article: 'page',
}

/** The order of the legend: the commitment first, since all the rest is about it. */
export const KINDS: readonly NodeLabel[] = ['Commitment', 'Actor', 'Place', 'Date', 'Statement', 'Article']

/** SVG paths in a box from -1 to 1; the shader draws the same outlines. */
export const SHAPE_PATHS: Readonly<Record<ShapeName, string>> = {
  diamond: 'M0-1 1 0 0 1-1 0Z',
  circle: 'M-.85 0a.85.85 0 1 0 1.7 0a.85.85 0 1 0-1.7 0Z',
  pin: 'M-.95-.7H.95L0 .95Z',
  square: 'M-.75-.75H.75V.75H-.75Z',
  ring: 'M-.85 0a.85.85 0 1 0 1.7 0a.85.85 0 1 0-1.7 0ZM-.4 0a.4.4 0 1 1 .8 0a.4.4 0 1 1-.8 0Z',
  page: 'M-.68-.92H.68V.92H-.68ZM-.36-.4V-.2H.36V-.4ZM-.36.06V.26H.36V.06Z',
}

/** What the shader calls a shape. */
export const shapeIndex = (shape: ShapeName): number => Object.keys(SHAPE_PATHS).indexOf(shape)
