import type { CommitmentView, NodeView } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { createSearchIndex, prepareSearchIndex, searchStem } from './search-index.ts'

const NODES: NodeView[] = [
  { id: 'actor:1', label: 'Actor', type: 'Person', name: 'أحمد أبو الغيط', nameEn: 'Ahmed Aboul Gheit' },
  { id: 'actor:Q796', label: 'Actor', type: 'Country', name: 'العراق', nameEn: 'Iraq' },
  { id: 'place:2', label: 'Place', type: 'Facility', name: 'قاعدة عين الأسد الجوية' },
  { id: 'date:2026', label: 'Date', name: '2026' },
]

const COMMITMENT = {
  id: 'commitment:1',
  action: 'مغادرة قاعدة عين الأسد',
  actionEn: 'leave Ain al-Asad',
  quote: 'ستبدأ القوات مغادرة القاعدة بالعراق',
  committers: [{ id: 'actor:Q30', name: 'الولايات المتحدة', nameEn: 'United States' }],
  creditors: [],
  concerns: [],
  places: [],
  statedBy: [],
} as unknown as CommitmentView

const index = createSearchIndex(NODES, [COMMITMENT])

describe('search', () => {
  it.each([
    ['احمد', ['actor:1']],
    ['أحمد', ['actor:1']],
    ['إحمد', ['actor:1']],
    ['أَحْمَد', ['actor:1']],
    ['ahmed', ['actor:1']],
    ['عراق', ['actor:Q796']],
    ['والعراق', ['actor:Q796']],
    ['قاعده الاسد', ['place:2']],
    ['الع', ['actor:Q796']],
    ['فنزويلا', []],
    ['؟!', []],
  ])('%s finds names', (query, expected) => {
    expect(index.search(query).names.map(({ id }) => id)).toEqual(expected)
  })

  it.each([
    ['مغادره', true],
    ['العراق', true],
    ['united states', true],
    ['الولايات مغادرة', true],
    ['حرير', false],
  ])('%s finds the commitment: %s', (query, expected) => {
    expect(index.search(query).commitments.has('commitment:1')).toBe(expected)
  })
})

it('finds the same when it was prepared a piece at a time', async () => {
  const prepared = await prepareSearchIndex(NODES, [COMMITMENT])
  for (const query of ['والعراق', 'مغادره', 'united states'])
    expect(prepared.search(query)).toEqual(index.search(query))
})

describe('searchStem', () => {
  it.each([
    ['العراق', 'عراق'],
    ['بالعراق', 'عراق'],
    ['للتحالف', 'تحالف'],
    ['الع', 'الع'],
    ['لندن', 'لندن'],
    ['الي', 'الي'],
  ])('%s → %s', (word, expected) => {
    expect(searchStem(word)).toBe(expected)
  })
})
