/** Parts of a whole graph, as the server would cut them. */
import type { GraphView } from '@mithaq/model'

/** The nodes with the most relations, and what lies between them. */
export function mostConnected(graph: GraphView, limit: number): GraphView {
  if (graph.nodes.length <= limit) return graph
  const degrees = new Map<string, number>()
  for (const { source, target } of graph.edges)
    for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  const degree = ({ id }: { id: string }): number => degrees.get(id) ?? 0
  const nodes = graph.nodes
    .toSorted((a, b) => degree(b) - degree(a) || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
  return { ...among(graph, new Set(nodes.map(({ id }) => id))), truncated: true }
}

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

const among = (graph: GraphView, ids: ReadonlySet<string>): GraphView => ({
  nodes: graph.nodes.filter(({ id }) => ids.has(id)),
  edges: graph.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  truncated: false,
})
