/** Which part of a graph is shown, and which part of that is lit. */
import type { NodeLabel, Relation } from '@mithaq/model'
import type { CommitmentGraph } from './commitment-graph.ts'

export interface Showing {
  hidden: readonly NodeLabel[]
  /** Show mere mentions, and what is merely mentioned. */
  mentions: boolean
  /** The commitments that the filter leaves; null is all. */
  only: ReadonlySet<string> | null
  /** The node in focus, shown whatever its kind. */
  focus: string | null
}

export interface VisiblePart {
  nodes: ReadonlySet<string>
  edges: ReadonlySet<string>
  /** The focus and its neighbours; null when all is equally lit. */
  lit: ReadonlySet<string> | null
}

/** What holds between things whether or not anybody commits to anything: drawn, but no reason to show them. */
const STANDING: ReadonlySet<Relation> = new Set(['WITHIN', 'PART_OF', 'TERRITORY'])

/** The drawing is of commitments: beside them it shows what plays a part in one, or says or prints it. */
export function visiblePart(graph: CommitmentGraph, { hidden, mentions, only, focus }: Showing): VisiblePart {
  const drawn = (relation: Relation): boolean => mentions || relation !== 'MENTIONS'
  const mayShow = (id: string, kind: NodeLabel): boolean =>
    !hidden.includes(kind) && (kind !== 'Commitment' || only === null || only.has(id))
  const nodes = new Set(graph.filterNodes((id, { kind }) => kind === 'Commitment' && mayShow(id, kind)))
  graph.forEachEdge((_, { relation }, source, target, from, to) => {
    const shown = mayShow(source, from.kind) && mayShow(target, to.kind)
    if (shown && drawn(relation) && !STANDING.has(relation)) nodes.add(source).add(target)
  })
  const lit = focus !== null && graph.hasNode(focus) ? litAround(graph, focus, nodes) : null
  for (const id of lit ?? []) nodes.add(id)
  const edges = new Set(
    graph.filterEdges(
      (_, { relation }, source, target) => drawn(relation) && nodes.has(source) && nodes.has(target),
    ),
  )
  return { nodes, edges, lit }
}

/** A commitment is seen with its sources and a statement with what it says, hidden or not; others with what is shown. */
function litAround(graph: CommitmentGraph, focus: string, shown: ReadonlySet<string>): Set<string> {
  const kind = graph.getNodeAttribute(focus, 'kind')
  const near = kind === 'Article' ? printedIn(graph, focus) : neighbourhood(graph, focus)
  if (kind === 'Commitment' || kind === 'Statement') return near
  return new Set([...near].filter((id) => id === focus || shown.has(id)))
}

/** An article, its commitments, and who and what plays a part in them. */
function printedIn(graph: CommitmentGraph, article: string): Set<string> {
  const near = new Set([article])
  graph.forEachInNeighbor(article, (id, { kind }) => {
    if (kind === 'Commitment') for (const other of tiedTo(graph, id)) near.add(other)
  })
  return near
}

/** A node and its neighbours; of a commitment also the whole chain of its sources. */
export function neighbourhood(graph: CommitmentGraph, id: string): Set<string> {
  const near = tiedTo(graph, id)
  if (graph.getNodeAttribute(id, 'kind') === 'Commitment') addSources(graph, near)
  return near
}

/** A node and all that one edge ties to it, mentions and places of print apart. */
function tiedTo(graph: CommitmentGraph, id: string): Set<string> {
  const near = new Set([id])
  graph.forEachEdge(id, (_, { relation }, source, target) => {
    if (relation !== 'MENTIONS' && relation !== 'IN') near.add(source).add(target)
  })
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
