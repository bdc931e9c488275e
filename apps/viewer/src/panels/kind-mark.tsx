import type { NodeLabel } from '@mithaq/model'
import { SHAPES, SHAPE_PATHS } from '../graph/node-shapes.ts'

/** A node kind's shape in its colour, as in the canvas. */
export function KindMark({ label }: { label: NodeLabel }) {
  return (
    <svg class={`kind-mark kind-${label.toLowerCase()}`} viewBox="-1.1 -1.1 2.2 2.2" aria-hidden="true">
      <path d={SHAPE_PATHS[SHAPES[label]]} fill-rule="evenodd" />
    </svg>
  )
}
