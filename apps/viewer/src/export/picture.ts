/** What the canvas shows, as shapes and words: drawn anew as SVG or PNG, at any size. */
import type { PlacedEdgeLabel, PlacedLabel } from '../graph/label-layer.ts'
import type { ShapeName } from '../graph/node-shapes.ts'
import type { Palette } from '../graph/palette.ts'

export interface Picture {
  width: number
  height: number
  palette: Palette
  /** The middle is where a bent edge is pulled to. */
  edges: { from: Point; middle: Point; to: Point; colour: string; width: number }[]
  nodes: { x: number; y: number; radius: number; shape: ShapeName; colour: string }[]
  labels: readonly PlacedLabel[]
  edgeLabels: readonly PlacedEdgeLabel[]
  /** CSS fonts of names and of relations. */
  font: string
  edgeFont: string
}

interface Point {
  x: number
  y: number
}
