/** The server's nodes and edges as a graphology graph, with what drawing and layout need. */
import type { EdgeView, GraphView, NodeLabel, NodeView, Relation } from '@mithaq/model'
import { BASE_SIZE, growthOf, pullOf, startOf } from '@mithaq/views/layout'
import { MultiDirectedGraph } from 'graphology'
import { SHAPES, shapeIndex } from './node-shapes.ts'

export interface NodeAttributes {
  x: number
  y: number
  size: number
  shape: number
  kind: NodeLabel
  subtype?: string
  name: string
  nameEn?: string
}

export interface EdgeAttributes {
  relation: Relation
  /** How strongly the layout pulls its ends together. */
  weight: number
  /** How far it bends, so that several between two nodes are told apart; 0 is straight. */
  curvature: number
}

export type CommitmentGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

export const createCommitmentGraph = (): CommitmentGraph =>
  new MultiDirectedGraph<NodeAttributes, EdgeAttributes>()

/**
 * Add what is not there yet; nodes that are keep their place. Newcomers without positions start
 * on a circle, in the order of their ids, so that the same graph is always laid out alike.
 *
 * The renderer is to be refreshed afterwards.
 *
 * @returns how many nodes were new
 */
export function addToGraph(graph: CommitmentGraph, view: GraphView): number {
  const fresh = view.nodes.filter((node) => !graph.hasNode(node.id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const [index, node] of fresh.entries()) {
    const { x, y } = startOf(index, fresh.length)
    graph.addNode(node.id, nodeAttributes(node, x, y))
  }
  for (const edge of view.edges) addEdge(graph, edge)
  bendParallels(graph)
  // Quietly: told of each change, the renderer would look at the node every time, and it looks at all of them anyway.
  graph.forEachNode((id, node) => {
    node.size = BASE_SIZE[node.kind] + growthOf(rolesOf(graph, id))
  })
  return fresh.length
}

const nodeAttributes = (node: NodeView, x: number, y: number): NodeAttributes => ({
  x: node.x ?? x,
  y: node.y ?? y,
  size: BASE_SIZE[node.label],
  shape: shapeIndex(SHAPES[node.label]),
  kind: node.label,
  name: node.name,
  ...(node.type !== undefined && { subtype: node.type }),
  ...(node.nameEn !== undefined && { nameEn: node.nameEn }),
})

function addEdge(graph: CommitmentGraph, { id, source, target, relation }: EdgeView): void {
  // A limit may cut a node and leave its edge.
  if (graph.hasEdge(id) || !graph.hasNode(source) || !graph.hasNode(target)) return
  graph.addDirectedEdgeWithKey(id, source, target, {
    relation,
    weight: pullOf(relation),
    curvature: 0,
  })
}

/** Some of the graph as the server would tell it, with the places that its nodes have here. */
export function viewOf(graph: CommitmentGraph, ids: ReadonlySet<string>): GraphView {
  const nodes = Array.from(ids, (id): NodeView => {
    const { kind, subtype, name, nameEn, x, y } = graph.getNodeAttributes(id)
    const node: NodeView = { id, label: kind, name, x, y }
    if (subtype !== undefined) node.type = subtype
    if (nameEn !== undefined) node.nameEn = nameEn
    return node
  })
  const edges = graph
    .filterEdges((_, __, source, target) => ids.has(source) && ids.has(target))
    .map((id) => ({
      id,
      source: graph.source(id),
      target: graph.target(id),
      relation: graph.getEdgeAttribute(id, 'relation'),
    }))
  return { nodes, edges, truncated: false }
}

/** Bend between two neighbouring parallels, as a share of their length. */
const BEND = 0.3

/** Edges between the same two nodes fan out, whichever way each points. */
function bendParallels(graph: CommitmentGraph): void {
  const between = new Map<string, string[]>()
  graph.forEachEdge((edge, _, source, target) => {
    const pair = source < target ? `${source} ${target}` : `${target} ${source}`
    const edges = between.get(pair)
    if (edges === undefined) between.set(pair, [edge])
    else edges.push(edge)
  })
  for (const edges of between.values()) {
    if (edges.length < 2) continue
    for (const [i, edge] of edges.entries()) {
      const way = graph.source(edge) < graph.target(edge) ? 1 : -1
      graph.getEdgeAttributes(edge).curvature = way * BEND * (i - (edges.length - 1) / 2)
    }
  }
}

/** How often a node plays a part; being mentioned or printed is none. Only actors and places grow by it. */
function rolesOf(graph: CommitmentGraph, id: string): number {
  const { kind } = graph.getNodeAttributes(id)
  if (kind !== 'Actor' && kind !== 'Place') return 0
  return graph.filterEdges(id, (_, { relation }) => relation !== 'MENTIONS' && relation !== 'IN').length
}
