import type { GraphView } from '@mithaq/model'
import type { GraphStore } from '../store.ts'
import { askEach, edgesAmong, NODE_COLUMNS, type NodeAnswer, nodeView } from './nodes.ts'

export interface EgoViewOptions {
  /** Steps away from the node. Default 1. */
  hops?: number | undefined
  /** Nodes at most, the nearest first. Default 300. */
  limit?: number | undefined
}

/**
 * What surrounds one node, itself first. Without nodes when there is no such node.
 *
 * @example await egoView(store, 'actor:Q796', { hops: 2 }) // العراق, its commitments and who shares them
 */
export async function egoView(
  store: GraphStore,
  id: string,
  { hops = 1, limit = 300 }: EgoViewOptions = {},
): Promise<GraphView> {
  const found = new Map<string, NodeAnswer>()
  const add = (nodes: readonly NodeAnswer[]): string[] => {
    const news = [...new Map(nodes.map((node) => [node.id, node])).values()].filter(
      ({ id }) => !found.has(id),
    )
    news.sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const node of news) found.set(node.id, node)
    return news.map(({ id }) => id)
  }
  let frontier = add(await askEach<NodeAnswer>(store, [id], `RETURN ${NODE_COLUMNS}`))
  for (let hop = 0; hop < hops && frontier.length > 0 && found.size <= limit; hop++)
    frontier = add(
      await askEach<NodeAnswer>(
        store,
        frontier,
        `MATCH (n)-[]-(m) WITH DISTINCT m AS n RETURN ${NODE_COLUMNS}`,
      ),
    )
  const nodes = [...found.values()].slice(0, limit).map(nodeView)
  return {
    nodes,
    edges: await edgesAmong(
      store,
      nodes.map(({ id }) => id),
    ),
    truncated: found.size > limit,
  }
}
