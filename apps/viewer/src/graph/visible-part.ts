/** Which part of a graph is shown, and which part of that is lit. */
import type { NodeLabel, Relation } from '@mithaq/model'
import type { CommitmentGraph } from './commitment-graph.ts'
import { pathBetween } from './path-between.ts'

export interface Showing {
  hidden: readonly NodeLabel[]
  /** Show mere mentions, and what is merely mentioned. */
  mentions: boolean
  /** The commitments that the filter leaves; null is all. */
  only: ReadonlySet<string> | null
  /** Nodes taken out one by one. */
  removed: readonly string[]
  /** Nodes of which all neighbours are shown. */
  expanded: readonly string[]
  /** Nodes selected together, shown whatever their kind. */
  picked: readonly string[]
  /** Light the way between the two ends of the selection, not the surroundings of the focus. */
  path: boolean
  /** How many steps around the focus are lit. */
  hops: number
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
export function visiblePart(
  graph: CommitmentGraph,
  { hidden, mentions, only, removed, expanded, picked, path, hops, focus }: Showing,
): VisiblePart {
  const drawn = (relation: Relation): boolean => mentions || relation !== 'MENTIONS'
  const gone = new Set(removed)
  const mayShow = (id: string, kind: NodeLabel): boolean =>
    !hidden.includes(kind) && !gone.has(id) && (kind !== 'Commitment' || only === null || only.has(id))
  const nodes = new Set(graph.filterNodes((id, { kind }) => kind === 'Commitment' && mayShow(id, kind)))
  graph.forEachEdge((_, { relation }, source, target, from, to) => {
    const shown = mayShow(source, from.kind) && mayShow(target, to.kind)
    if (shown && drawn(relation) && !STANDING.has(relation)) nodes.add(source).add(target)
  })
  for (const id of expanded) {
    if (!graph.hasNode(id) || gone.has(id)) continue
    nodes.add(id)
    graph.forEachNeighbor(id, (other, { kind }) => {
      if (mayShow(other, kind)) nodes.add(other)
    })
  }
  for (const id of picked) if (graph.hasNode(id)) nodes.add(id)
  const lit = litBy(graph, { focus, hops, ends: path ? picked : [] }, nodes)
  for (const id of lit ?? []) nodes.add(id)
  const edges = new Set(
    graph.filterEdges(
      (_, { relation }, source, target) => drawn(relation) && nodes.has(source) && nodes.has(target),
    ),
  )
  return { nodes, edges, lit }
}

/** The way between two ends where one is asked for, else the focus and what is around it. */
function litBy(
  graph: CommitmentGraph,
  { focus, hops, ends }: { focus: string | null; hops: number; ends: readonly string[] },
  shown: ReadonlySet<string>,
): ReadonlySet<string> | null {
  const [from, to] = ends
  if (from !== undefined && to !== undefined)
    return new Set(pathBetween(graph, from, to) ?? ends.filter((id) => graph.hasNode(id)))
  if (focus === null || !graph.hasNode(focus)) return null
  const lit = litAround(graph, focus, shown)
  let frontier: ReadonlySet<string> = lit
  for (let hop = 1; hop < hops; hop++) {
    const next = new Set<string>()
    for (const id of frontier)
      for (const other of tiedTo(graph, id)) if (!lit.has(other) && shown.has(other)) next.add(other)
    for (const id of next) lit.add(id)
    frontier = next
  }
  return lit
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
