import { describe, expect, it } from 'vitest'
import { createCommitmentGraph } from './commitment-graph.ts'
import { placeNewcomers } from './place-newcomers.ts'

const NODE = { x: 0, y: 0, size: 5, shape: 0, kind: 'Actor', name: 'العراق' } as const

function chain() {
  const graph = createCommitmentGraph()
  graph.addNode('commitment:1', { ...NODE, x: 300, y: 0 })
  for (const id of ['statement:1', 'actor:1', 'place:alone']) graph.addNode(id, { ...NODE })
  graph.addEdge('statement:1', 'commitment:1', { relation: 'ASSERTS', weight: 1, curvature: 0 })
  graph.addEdge('actor:1', 'statement:1', { relation: 'STATED', weight: 1, curvature: 0 })
  return graph
}

describe('placeNewcomers', () => {
  it('follows a chain outwards from its placed end', () => {
    const graph = chain()
    const placed = new Set(['commitment:1'])
    placeNewcomers(graph, graph.nodes(), placed)
    expect(graph.getNodeAttribute('statement:1', 'x')).toBeGreaterThan(300)
    expect(graph.getNodeAttribute('actor:1', 'x')).toBeGreaterThan(graph.getNodeAttribute('statement:1', 'x'))
    expect([...placed].sort()).toEqual(['actor:1', 'commitment:1', 'statement:1'])
  })

  it('moves nothing that has its place', () => {
    const graph = chain()
    placeNewcomers(graph, graph.nodes(), new Set(graph.nodes()))
    expect(graph.getNodeAttribute('statement:1', 'x')).toBe(0)
  })
})
