/** What sigma shows now, as shapes and words to draw again elsewhere. */
import type { Picture } from '../export/picture.ts'
import type { CommitmentGraph } from './commitment-graph.ts'
import type { CommitmentSigma } from './create-renderer.ts'
import type { LabelLayer } from './label-layer.ts'
import type { Look } from './look.ts'
import { SHAPES } from './node-shapes.ts'

const byDepth = (a: { zIndex: number }, b: { zIndex: number }): number => a.zIndex - b.zIndex

export function pictureOf(
  sigma: CommitmentSigma,
  graph: CommitmentGraph,
  { palette, part }: Look,
  labels: LabelLayer,
): Picture {
  const at = (id: string): { x: number; y: number } =>
    sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!)
  const edges = [...part.edges].flatMap((id) => {
    const edge = sigma.getEdgeDisplayData(id)
    if (edge === undefined || edge.hidden) return []
    const [from, to] = [at(graph.source(id)), at(graph.target(id))]
    const curvature = graph.getEdgeAttribute(id, 'curvature')
    const middle = {
      x: (from.x + to.x) / 2 + (to.y - from.y) * curvature,
      y: (from.y + to.y) / 2 - (to.x - from.x) * curvature,
    }
    return [{ from, middle, to, colour: edge.color, width: edge.size, zIndex: edge.zIndex }]
  })
  const nodes = [...part.nodes].flatMap((id) => {
    const node = sigma.getNodeDisplayData(id)
    if (node === undefined || node.hidden) return []
    const shape = SHAPES[graph.getNodeAttribute(id, 'kind')]
    return [{ ...at(id), radius: sigma.scaleSize(node.size), shape, colour: node.color, zIndex: node.zIndex }]
  })
  return {
    ...sigma.getDimensions(),
    palette,
    edges: edges.sort(byDepth),
    nodes: nodes.sort(byDepth),
    labels: labels.written.nodes,
    edgeLabels: labels.written.edges,
    font: labels.style.font,
    edgeFont: labels.style.edgeFont,
  }
}
