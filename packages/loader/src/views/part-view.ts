import type { GraphView, NodeLabel, NodeView } from '@mithaq/model'
import type { GraphStore } from '../store.ts'
import { ask } from './ask.ts'
import { askEach, edgesAmong, NODE_COLUMNS, type NodeAnswer, nodeView } from './nodes.ts'

/** These nodes and what lies between them; ids of nothing are left out. */
export async function partView(store: GraphStore, ids: readonly string[]): Promise<GraphView> {
  const rows = await askEach<NodeAnswer>(store, ids, `RETURN ${NODE_COLUMNS}`)
  const nodes = rows.map(nodeView).sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    nodes,
    edges: await edgesAmong(
      store,
      nodes.map(({ id }) => id),
    ),
    truncated: false,
  }
}

/**
 * Every node of a kind.
 *
 * @example (await nodesOf(store, 'Actor')).map(({ name }) => name) // ['العراق', …]
 */
export async function nodesOf(store: GraphStore, label: NodeLabel): Promise<NodeView[]> {
  const rows = await ask<NodeAnswer>(store, `MATCH (n:${label}) RETURN ${NODE_COLUMNS} ORDER BY n.id`)
  return rows.map(nodeView)
}
