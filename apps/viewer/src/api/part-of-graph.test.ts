import type { GraphView } from '@mithaq/model'
import { expect, it } from 'vitest'
import { egoOf } from './part-of-graph.ts'

const LINKS = ['ab', 'ac', 'ad', 'de', 'ef']
const GRAPH: GraphView = {
  nodes: Array.from('abcdefg', (id) => ({ id, label: 'Actor', name: id })),
  edges: LINKS.map((link) => ({ id: link, source: link[0]!, target: link[1]!, relation: 'PART_OF' })),
  truncated: false,
}
const ids = ({ nodes }: GraphView): string => nodes.map(({ id }) => id).join('')

it.each([
  ['a', 1, 'abcd'],
  ['a', 2, 'abcde'],
  ['f', 1, 'ef'],
  ['g', 3, 'g'],
])('around %s, %i steps: %s', (id, hops, expected) => {
  expect(ids(egoOf(GRAPH, id, hops))).toBe(expected)
})
