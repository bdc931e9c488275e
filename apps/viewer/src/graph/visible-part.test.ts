import type { GraphView } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { addToGraph, createCommitmentGraph } from './commitment-graph.ts'
import { visiblePart } from './visible-part.ts'
import type { Showing } from './visible-part.ts'

const VIEW: GraphView = {
  truncated: false,
  nodes: [
    { id: 'actor:Q796', label: 'Actor', type: 'Country', name: 'العراق', nameEn: 'Iraq' },
    { id: 'actor:Q40469', label: 'Actor', type: 'Media', name: 'أسوشيتد برس' },
    { id: 'place:Q858', label: 'Place', type: 'Country', name: 'سوريا' },
    { id: 'place:Q889', label: 'Place', type: 'Country', name: 'أفغانستان' },
    { id: 'statement:1', label: 'Statement', name: 'قالت' },
    { id: 'commitment:1', label: 'Commitment', name: 'استمرار المهمة' },
    { id: 'article:1', label: 'Article', name: 'بيان مشترك' },
  ],
  edges: [
    { id: 'e1', source: 'actor:Q796', target: 'commitment:1', relation: 'COMMITS_TO' },
    { id: 'e2', source: 'commitment:1', target: 'place:Q858', relation: 'AT' },
    { id: 'e3', source: 'actor:Q40469', target: 'statement:1', relation: 'STATED' },
    { id: 'e4', source: 'statement:1', target: 'commitment:1', relation: 'ASSERTS' },
    { id: 'e5', source: 'commitment:1', target: 'article:1', relation: 'IN' },
    { id: 'e6', source: 'article:1', target: 'place:Q889', relation: 'MENTIONS' },
    { id: 'e7', source: 'article:1', target: 'actor:Q796', relation: 'MENTIONS' },
    { id: 'e9', source: 'place:Q858', target: 'place:Q889', relation: 'WITHIN' },
    { id: 'e8', source: 'article:1', target: 'place:missing', relation: 'MENTIONS' },
  ],
}

function graphOf() {
  const graph = createCommitmentGraph()
  addToGraph(graph, VIEW)
  return graph
}

const PLAIN: Showing = {
  hidden: [],
  mentions: false,
  only: null,
  removed: [],
  expanded: [],
  picked: [],
  path: false,
  hops: 1,
  focus: null,
}

/** Each case says only what it is about. */
const partOf = (showing: Partial<Showing>) => visiblePart(graphOf(), { ...PLAIN, ...showing })

const CORE = ['actor:Q796', 'commitment:1', 'place:Q858']

describe('visiblePart', () => {
  it.each([
    ['the first view', { hidden: ['Statement', 'Article'], mentions: false, focus: null }, CORE],
    [
      'statements too',
      { hidden: ['Article'], mentions: false, focus: null },
      [...CORE, 'actor:Q40469', 'statement:1'],
    ],
    ['no commitments', { hidden: ['Commitment', 'Statement', 'Article'], mentions: false, focus: null }, []],
    [
      'a focus of a hidden kind',
      { hidden: ['Statement', 'Article'], mentions: false, focus: 'statement:1' },
      [...CORE, 'statement:1', 'actor:Q40469'],
    ],
    [
      'an article in focus, not what it merely mentions',
      { hidden: ['Statement', 'Article'], mentions: false, focus: 'article:1' },
      [...CORE, 'article:1'],
    ],
    [
      'what a filter leaves',
      { hidden: ['Article'], only: new Set<string>() },
      ['actor:Q40469', 'statement:1'],
    ],
    [
      'every mention',
      { hidden: ['Statement'], mentions: true, focus: null },
      [...CORE, 'article:1', 'place:Q889'],
    ],
  ] as const)('%s', (_, showing, expected) => {
    expect([...partOf(showing).nodes].sort()).toEqual([...expected].sort())
  })

  it('lights the focus and its neighbours', () => {
    const { lit } = partOf({
      hidden: ['Statement', 'Article'],
      mentions: false,
      focus: 'actor:Q796',
    })
    expect([...lit!].sort()).toEqual(['actor:Q796', 'commitment:1'])
  })

  it('lights the chain of sources of a commitment, not the page it is printed on', () => {
    const { lit } = partOf({
      hidden: ['Statement', 'Article'],
      mentions: false,
      focus: 'commitment:1',
    })
    expect([...lit!].sort()).toEqual([...CORE, 'actor:Q40469', 'statement:1'].sort())
  })

  it('lights around an actor only what is shown anyway', () => {
    const scene = { hidden: ['Statement', 'Article'], mentions: false, focus: 'actor:Q40469' } as const
    expect([...partOf(scene).lit!]).toEqual(['actor:Q40469'])
    expect(partOf({ ...scene, hidden: [] }).lit!.has('statement:1')).toBe(true)
  })

  it('lights nothing for a focus that is not there', () => {
    expect(partOf({ hidden: [], mentions: false, focus: 'actor:Q1' }).lit).toBeNull()
  })
})

describe('addToGraph', () => {
  it('adds the same view once, and starts it in the same places', () => {
    const [one, other] = [graphOf(), createCommitmentGraph()]
    addToGraph(other, { ...VIEW, nodes: [...VIEW.nodes].reverse() })
    expect(addToGraph(one, VIEW)).toBe(0)
    expect(one.size).toBe(8)
    for (const id of one.nodes()) expect(other.getNodeAttributes(id)).toEqual(one.getNodeAttributes(id))
  })

  it('bends several edges between the same two apart, whichever way they point, and no other', () => {
    const graph = createCommitmentGraph()
    addToGraph(graph, {
      nodes: ['a', 'b', 'c'].map((id) => ({ id, label: 'Actor', name: id })),
      edges: ['ab1', 'ab2', 'ba3', 'bc4'].map((id) => ({
        id,
        source: id[0]!,
        target: id[1]!,
        relation: 'AT',
      })),
      truncated: false,
    })
    const bends = ['ab1', 'ab2', 'ba3', 'bc4'].map(
      (id) => graph.getEdgeAttribute(id, 'curvature') * (id.startsWith('ba') ? -1 : 1),
    )
    expect(bends.map((bend) => Number(bend.toFixed(2)))).toEqual([-0.3, 0, 0.3, 0])
  })

  it('keeps positions that the server laid out', () => {
    const graph = createCommitmentGraph()
    addToGraph(graph, {
      nodes: [{ id: 'actor:Q796', label: 'Actor', name: 'العراق', x: 3, y: -4 }],
      edges: [],
      truncated: false,
    })
    expect(graph.getNodeAttributes('actor:Q796')).toMatchObject({ x: 3, y: -4 })
  })
})
