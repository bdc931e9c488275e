import type { GraphView } from '@mithaq/model'
import { expect, it } from 'vitest'
import { createLayout, jobFor } from './index.ts'

/** Two stars that nothing joins. */
const STARS: GraphView = {
  nodes: Array.from({ length: 20 }, (_, i) => ({ id: `n${i}`, label: 'Actor', name: `${i}` })),
  edges: Array.from({ length: 18 }, (_, i) => {
    const [source, target] = [`n${i % 2}`, `n${i + 2}`]
    return { id: `${i}`, source, target, relation: 'COMMITS_TO' as const }
  }),
  truncated: false,
}

function positionsOf(graph: GraphView): Float32Array {
  const layout = createLayout(jobFor(graph, 300, 1.3))
  while (layout.step());
  layout.settle()
  return layout.positions()
}

it('brings together what is tied, leaves nobody on another, and comes out alike every time', () => {
  const at = positionsOf(STARS)
  const between = (a: number, b: number): number =>
    Math.hypot(at[2 * a]! - at[2 * b]!, at[2 * a + 1]! - at[2 * b + 1]!)
  for (let i = 2; i < 20; i++) expect(between(i, i % 2)).toBeLessThan(between(i, 1 - (i % 2)))
  for (let a = 0; a < 20; a++) for (let b = 0; b < a; b++) expect(between(a, b)).toBeGreaterThan(10)
  expect(positionsOf(STARS)).toEqual(at)
})
