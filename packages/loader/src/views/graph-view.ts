import type { GraphView } from '@mithaq/model'
import type { GraphStore } from '../store.ts'
import { ask } from './ask.ts'
import { ANY_NODE, edgesAmong, NODE_COLUMNS, type NodeAnswer, nodeView } from './nodes.ts'

export interface GraphViewOptions {
  /** Nodes at most. Default 1,000. */
  limit?: number | undefined
}

/**
 * The graph, or of a large one the nodes with the most relations and what lies between them.
 *
 * @example (await graphView(store, { limit: 300 })).nodes[0]?.name // 'العراق'
 */
export async function graphView(
  store: GraphStore,
  { limit = 1_000 }: GraphViewOptions = {},
): Promise<GraphView> {
  const rows = await ask<NodeAnswer>(
    store,
    `MATCH (n) WHERE ${ANY_NODE}
     OPTIONAL MATCH (n)-[r]-()
     WITH n, count(r) AS degree ORDER BY degree DESC, n.id LIMIT $limit
     RETURN ${NODE_COLUMNS}`,
    { limit: limit + 1 },
  )
  const nodes = rows.slice(0, limit).map(nodeView)
  return {
    nodes,
    edges: await edgesAmong(
      store,
      nodes.map(({ id }) => id),
    ),
    truncated: rows.length > limit,
  }
}
