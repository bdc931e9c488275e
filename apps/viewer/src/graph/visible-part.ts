/** Which part of a graph is shown, and which part of that is lit. */
import type { NodeLabel } from '@mithaq/model'
import type { CommitmentGraph } from './commitment-graph.ts'

export interface Showing {
  hidden: readonly NodeLabel[]
  /** Show mere mentions, and what is merely mentioned. */
  mentions: boolean
  /** The node in focus, shown with its neighbours whatever their kind. */
  focus: string | null
}

export interface VisiblePart {
  nodes: ReadonlySet<string>
  edges: ReadonlySet<string>
  /** The focus and its neighbours; null when all is equally lit. */
  lit: ReadonlySet<string> | null
}

/** Nodes without an edge to show are left out, unless they are commitments: those are what the drawing is of. */
export function visiblePart(graph: CommitmentGraph, { hidden, mentions, focus }: Showing): VisiblePart {
  const lit = focus !== null && graph.hasNode(focus) ? neighbourhood(graph, focus) : null
  const shown = (id: string, kind: NodeLabel): boolean => !hidden.includes(kind) || lit?.has(id) === true
  const nodes = new Set<string>(lit)
  const edges = new Set<string>()
  graph.forEachNode((id, { kind }) => {
    if (kind === 'Commitment' && shown(id, kind)) nodes.add(id)
  })
  graph.forEachEdge((edge, { relation }, source, target, from, to) => {
    const ofFocus = source === focus || target === focus
    if (relation === 'MENTIONS' && !mentions && !(ofFocus && from.kind === 'Article' && source === focus))
      return
    if (!shown(source, from.kind) || !shown(target, to.kind)) return
    edges.add(edge)
    nodes.add(source).add(target)
  })
  return { nodes, edges, lit }
}

/**
 * A node and all that one edge ties to it. What an article merely mentions belongs to the article
 * alone, and what is printed in it too; of a commitment the whole chain of its sources belongs.
 */
export function neighbourhood(graph: CommitmentGraph, id: string): Set<string> {
  const near = new Set([id])
  graph.forEachEdge(id, (_, { relation }, source, target) => {
    if (relation === 'MENTIONS' ? source === id : relation !== 'IN' || target === id)
      near.add(source).add(target)
  })
  if (graph.getNodeAttribute(id, 'kind') === 'Commitment') addSources(graph, near)
  return near
}

/** Set iteration also visits what is added on the way, so this walks each chain to its outermost source. */
function addSources(graph: CommitmentGraph, near: Set<string>): void {
  for (const id of near) {
    if (graph.getNodeAttribute(id, 'kind') !== 'Statement') continue
    graph.forEachInEdge(id, (_, { relation }, source) => {
      if (relation === 'STATED' || relation === 'QUOTES') near.add(source)
    })
  }
}
