import type { CommitmentView, NodeView } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { indexedEntities } from './entities.ts'

const NODES: NodeView[] = [
  { id: 'actor:1', label: 'Actor', type: 'Country', name: 'مصر', nameEn: 'Egypt' },
  { id: 'actor:2', label: 'Actor', type: 'Country', name: 'الأردن', nameEn: 'Jordan' },
  { id: 'actor:3', label: 'Actor', type: 'Country', name: 'تونس', nameEn: 'Tunisia' },
  { id: 'place:4', label: 'Place', type: 'City', name: 'عمّان' },
]

const roles = (committers: string[], creditors: string[] = []): CommitmentView =>
  ({
    committers: committers.map((id) => ({ id, name: id })),
    creditors: creditors.map((id) => ({ id, name: id })),
    concerns: [],
    places: [],
  }) as unknown as CommitmentView

const COMMITMENTS = [roles(['actor:3'], ['actor:3']), roles(['actor:3', 'actor:1'])]

describe('indexedEntities', () => {
  it('puts those with most commitments first, and counts each commitment once', () => {
    const actors = indexedEntities('Actor', NODES, COMMITMENTS, 'ar')
    expect(actors.map(({ name, commitments }) => [name, commitments])).toEqual([
      ['تونس', 2],
      ['مصر', 1],
      ['الأردن', 0],
    ])
  })

  it('lists one kind, by its names in the language asked for', () => {
    expect(indexedEntities('Place', NODES, [], 'en').map(({ name }) => name)).toEqual(['عمّان'])
    expect(indexedEntities('Actor', NODES, [], 'en').map(({ name }) => name)).toEqual([
      'Egypt',
      'Jordan',
      'Tunisia',
    ])
  })
})
