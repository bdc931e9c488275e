import type { GraphView, NodeLabel, Relation } from '@mithaq/model'
import type { LayoutJob } from './layout.ts'

/** An article mentions everything; what a commitment says of its roles shapes the drawing. */
const WEIGHTS: Partial<Record<Relation, number>> = {
  MENTIONS: 0.01,
  IN: 0.05,
  WITHIN: 0.4,
  PART_OF: 0.6,
  TERRITORY: 0.4,
}

/** How strongly a relation pulls its ends together. */
export const pullOf = (relation: Relation): number => WEIGHTS[relation] ?? 1

/** Radius of a node that nothing makes larger. */
export const BASE_SIZE: Readonly<Record<NodeLabel, number>> = {
  Commitment: 7,
  Actor: 6,
  Place: 6,
  Date: 5,
  Statement: 4.5,
  Article: 8,
}

const START_RADIUS = 100

/** Where the `index`-th of `count` nodes starts: on a circle, so that the same graph is always laid out alike. */
export function startOf(index: number, count: number): { x: number; y: number } {
  const angle = (2 * Math.PI * index) / count
  return { x: START_RADIUS * Math.cos(angle), y: START_RADIUS * Math.sin(angle) }
}

/** A whole graph to be laid out anew, its nodes in the order of their ids. */
export function jobFor({ nodes, edges }: GraphView, iterations: number, aspect: number): LayoutJob {
  const index = new Map(nodes.map(({ id }, i) => [id, i]))
  const degrees = new Map<string, number>()
  for (const { source, target } of edges)
    for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  const sizeOf = ({ id, label }: GraphView['nodes'][number]): number =>
    BASE_SIZE[label] + (label === 'Actor' || label === 'Place' ? growthOf(degrees.get(id) ?? 0) : 0)
  const starts = nodes.map((_, i) => startOf(i, nodes.length))
  return {
    positions: Float32Array.from(starts.flatMap(({ x, y }) => [x, y])),
    sizes: Float32Array.from(nodes, sizeOf),
    links: Uint32Array.from(edges.flatMap(({ source, target }) => [index.get(source)!, index.get(target)!])),
    weights: Float32Array.from(edges, ({ relation }) => pullOf(relation)),
    fixed: new Uint8Array(nodes.length),
    iterations,
    aspect,
  }
}

/** How much a node that plays so many parts is larger. */
export const growthOf = (roles: number): number => Math.min(9, 1.6 * Math.sqrt(roles))
