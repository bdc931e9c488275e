/** The shortest way between two nodes, through whatever ties them but being printed on one page. */
import type { CommitmentGraph } from './commitment-graph.ts'

/**
 * Breadth first, edges taken both ways. A shared article or a mention is no tie: it would join everything.
 *
 * @returns the nodes from one end to the other; null when nothing joins them
 */
export function pathBetween(graph: CommitmentGraph, from: string, to: string): string[] | null {
  if (!graph.hasNode(from) || !graph.hasNode(to)) return null
  const before = new Map<string, string | null>([[from, null]])
  // Set-like iteration: a map also visits what is added on the way.
  for (const id of before.keys()) {
    if (id === to) return walkBack(before, to)
    graph.forEachEdge(id, (_, { relation }, source, target) => {
      if (relation === 'MENTIONS' || relation === 'IN') return
      const other = source === id ? target : source
      if (!before.has(other)) before.set(other, id)
    })
  }
  return null
}

function walkBack(before: ReadonlyMap<string, string | null>, to: string): string[] {
  const path: string[] = []
  for (let id: string | null = to; id !== null; id = before.get(id) ?? null) path.unshift(id)
  return path
}
