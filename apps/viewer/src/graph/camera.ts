/** Bringing a set of nodes into view. */
import type { CameraState } from 'sigma/types'
import type { CommitmentGraph } from './commitment-graph.ts'
import type { CommitmentSigma } from './create-renderer.ts'

interface Extent {
  x: [number, number]
  y: [number, number]
}

const WHOLE: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
/** Room for the labels beside the outermost nodes, as far as the canvas has it. */
const MARGIN = { x: 110, y: 56 }
const MOST_MARGIN = 0.12
/** No closer than this: three nodes need not fill a screen. */
const CLOSEST = 0.3

/** The camera from which all of `ids` are seen; null when none of them is there. */
export function cameraOn(sigma: CommitmentSigma, ids: Iterable<string>): CameraState | null {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const id of ids) {
    const node = sigma.getNodeDisplayData(id)
    if (node === undefined) continue
    const { x, y } = sigma.framedGraphToViewport(node, { cameraState: WHOLE })
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  if (left > right) return null
  const { width, height } = sigma.getDimensions()
  const ratio = Math.max(
    (right - left) / (width - 2 * Math.min(MARGIN.x, MOST_MARGIN * width)),
    (bottom - top) / (height - 2 * Math.min(MARGIN.y, MOST_MARGIN * height)),
    CLOSEST,
  )
  const centre = sigma.viewportToFramedGraph(
    { x: (left + right) / 2, y: (top + bottom) / 2 },
    { cameraState: WHOLE },
  )
  return { ...centre, ratio, angle: 0 }
}

/** The smallest box around nodes, in the graph's own units; null around none. */
export function extentOf(graph: CommitmentGraph, ids: Iterable<string>): Extent | null {
  const extent: Extent = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] }
  for (const id of ids) {
    const { x, y } = graph.getNodeAttributes(id)
    extent.x = [Math.min(extent.x[0], x), Math.max(extent.x[1], x)]
    extent.y = [Math.min(extent.y[0], y), Math.max(extent.y[1], y)]
  }
  return extent.x[0] > extent.x[1] ? null : extent
}
