/** Parts of a whole graph, as the server would cut them. */
import type { GraphView } from '@mithaq/model'

/** Nodes at most, the nearest first. */
const MOST_AROUND = 500

/** A node and what is within some steps of it. */
export function egoOf(graph: GraphView, id: string, hops: number): GraphView {
  const near = new Set([id])
  let frontier = new Set([id])
  for (let hop = 0; hop < hops && near.size < MOST_AROUND; hop++) {
    const next = new Set<string>()
    for (const { source, target } of graph.edges) {
      if (frontier.has(source)) next.add(target)
      if (frontier.has(target)) next.add(source)
    }
    for (const other of next) if (near.size < MOST_AROUND) near.add(other)
    frontier = next
  }
  return among(graph, near)
}

/** Some of the nodes, and what lies between them. */
export const among = (graph: GraphView, ids: ReadonlySet<string>): GraphView => ({
  nodes: graph.nodes.filter(({ id }) => ids.has(id)),
  edges: graph.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  truncated: false,
})
