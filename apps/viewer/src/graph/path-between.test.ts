import type { GraphView, Relation } from '@mithaq/model'
import { expect, it } from 'vitest'
import { addToGraph, createCommitmentGraph } from './commitment-graph.ts'
import { pathBetween } from './path-between.ts'

const LINKS: [source: string, target: string, relation: Relation][] = [
  ['actor:iraq', 'commitment:1', 'COMMITS_TO'],
  ['commitment:1', 'actor:usa', 'OWED_TO'],
  ['actor:usa', 'commitment:2', 'COMMITS_TO'],
  ['commitment:2', 'place:syria', 'AT'],
  ['commitment:1', 'article:1', 'IN'],
  ['commitment:3', 'article:1', 'IN'],
]

const VIEW: GraphView = {
  truncated: false,
  nodes: [...new Set(LINKS.flatMap(([source, target]) => [source, target]))].map((id) => ({
    id,
    label: 'Actor',
    name: id,
  })),
  edges: LINKS.map(([source, target, relation]) => ({
    id: `${source} ${relation} ${target}`,
    source,
    target,
    relation,
  })),
}

it.each([
  ['actor:iraq', 'place:syria', ['actor:iraq', 'commitment:1', 'actor:usa', 'commitment:2', 'place:syria']],
  ['place:syria', 'actor:usa', ['place:syria', 'commitment:2', 'actor:usa']],
  ['actor:iraq', 'actor:iraq', ['actor:iraq']],
  // One page is no tie.
  ['commitment:1', 'commitment:3', null],
  ['actor:iraq', 'actor:nobody', null],
])('%s to %s: %o', (from, to, expected) => {
  const graph = createCommitmentGraph()
  addToGraph(graph, VIEW)
  expect(pathBetween(graph, from, to)).toEqual(expected)
})
