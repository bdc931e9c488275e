import type { CommitmentView } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { dateNode, ledgerGroups, touches } from './ledger.ts'

const commitment = (id: string, more: Partial<CommitmentView> = {}): CommitmentView => ({
  id: `commitment:${id}`,
  kind: 'pledge',
  polarity: 'positive',
  certainty: 'certain',
  status: 'active',
  action: 'مغادرة القاعدة',
  quote: 'ستغادر القاعدة',
  start: 0,
  end: 14,
  committers: [{ id: 'actor:Q30', name: 'الولايات المتحدة' }],
  creditors: [],
  concerns: [],
  places: [{ id: 'place:Q858', name: 'سوريا', role: 'at' }],
  begins: null,
  due: null,
  statedBy: [{ id: 'actor:Q40469', name: 'أسوشيتد برس', named: true, verb: 'نقلت' }],
  article: { id: 'article:1', published: '2024-09-27' },
  ...more,
})

const due = (start: string | null, end: string | null) => ({ due: { start, end } })
const everything = { focus: null, found: null, edges: [] }

describe('ledgerGroups', () => {
  const all = [
    commitment('undated', { start: 5 }),
    commitment('late-2026', due('2026-09-01', '2026-12-31')),
    commitment('open', due('2027-01-01', null)),
    commitment('2025', due(null, '2025-09-30')),
    commitment('early-2026', due('2026-01-01', '2026-01-31')),
    commitment('undated-first', { start: 1 }),
  ]

  it('orders by due date under its year, those without one last and as the article has them', () => {
    const groups = ledgerGroups(all, everything)
    expect(groups.map(({ year, commitments }) => [year, commitments.map(({ id }) => id.slice(11))])).toEqual([
      ['2025', ['2025']],
      ['2026', ['early-2026', 'late-2026']],
      ['2027', ['open']],
      [null, ['undated-first', 'undated']],
    ])
  })

  it('lists what a search found', () => {
    const groups = ledgerGroups(all, { ...everything, found: new Set(['commitment:2025']) })
    expect(groups.flatMap(({ commitments }) => commitments)).toHaveLength(1)
  })
})

describe('touches', () => {
  const one = commitment('1', {
    ...due('2026-09-01', '2026-09-30'),
    begins: { start: '2024-11-01', end: '2024-11-30' },
  })
  const edges = [{ id: 'e', source: 'statement:1', target: 'commitment:1', relation: 'ASSERTS' as const }]
  it.each([
    ['actor:Q30', true],
    ['place:Q858', true],
    ['actor:Q40469', true],
    ['article:1', true],
    ['date:2026-09', true],
    ['date:2024-11', true],
    ['statement:1', true],
    ['actor:Q796', false],
    ['article:2', false],
    ['date:2026', false],
    ['statement:2', false],
  ])('%s: %s', (node, expected) => {
    expect(touches(one, node, edges)).toBe(expected)
  })
})

describe('dateNode', () => {
  it.each([
    [{ start: '2025-09-21', end: '2025-09-30' }, 'date:2025-09-21/2025-09-30'],
    [{ start: '2026-01-01', end: '2026-12-31' }, 'date:2026'],
    [{ start: null, end: '2026-12-31' }, 'date:../2026-12-31'],
  ])('%o', (range, expected) => {
    expect(dateNode(range)).toBe(expected)
  })
})
