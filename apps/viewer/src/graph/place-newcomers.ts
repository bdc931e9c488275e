/** Places for nodes that no layout has placed yet, beside the neighbours that have one. */
import type { CommitmentGraph } from './commitment-graph.ts'

/** Successive points at this angle never fall on one another. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const DISTANCE = 46

/**
 * Put each of `ids` that is not in `placed` beside its neighbours, outwards from the middle, and
 * add it to `placed`. Chains are followed from their placed end; what touches nothing is left.
 */
export function placeNewcomers(graph: CommitmentGraph, ids: Iterable<string>, placed: Set<string>): void {
  let waiting = [...ids].filter((id) => !placed.has(id))
  for (;;) {
    const reachable = waiting.filter((id) => graph.someNeighbor(id, (other) => placed.has(other)))
    if (reachable.length === 0) return
    for (const [index, id] of reachable.entries()) {
      const near = graph.filterNeighbors(id, (other) => placed.has(other))
      const x = mean(near.map((other) => graph.getNodeAttribute(other, 'x')))
      const y = mean(near.map((other) => graph.getNodeAttribute(other, 'y')))
      const angle = Math.atan2(y, x) + GOLDEN_ANGLE * index
      graph.mergeNodeAttributes(id, { x: x + DISTANCE * Math.cos(angle), y: y + DISTANCE * Math.sin(angle) })
    }
    // Only now, so that a round does not lean on itself and order does not matter.
    for (const id of reachable) placed.add(id)
    waiting = waiting.filter((id) => !placed.has(id))
  }
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length
