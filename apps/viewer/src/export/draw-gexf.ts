/** A part of the graph for Gephi: kinds, names, relations, places on the plane and colours. */
import type { GraphView } from '@mithaq/model'
import { MultiDirectedGraph } from 'graphology'
import { write } from 'graphology-gexf/browser'
import type { Palette } from '../graph/palette.ts'

export function drawGexf({ nodes, edges }: GraphView, palette: Palette): string {
  const graph = new MultiDirectedGraph()
  for (const { id, label, type, name, nameEn, x, y } of nodes) {
    graph.addNode(id, {
      label: name,
      kind: label,
      type: type ?? '',
      nameEn: nameEn ?? '',
      x,
      y,
      color: palette.kinds[label],
    })
  }
  for (const { id, source, target, relation } of edges)
    graph.addDirectedEdgeWithKey(id, source, target, { label: relation })
  return write(graph, { version: '1.3' })
}
