import { describe, expect, it } from 'vitest'
import { commitment } from './commitment-fixture.ts'
import { dateNode } from '../date-node.ts'
import { ledgerGroups, listed, touches } from './rows.ts'
import type { LedgerOrder } from './rows.ts'

const due = (start: string | null, end: string | null) => ({ due: { start, end } })
const order = (patch: Partial<LedgerOrder> = {}): LedgerOrder => ({
  sorting: 'due',
  descending: false,
  grouping: 'year',
  compare: new Intl.Collator('ar').compare,
  nameOf: ({ name }) => name,
  actionOf: ({ action }) => action,
  ...patch,
})

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
    const groups = ledgerGroups(all, order())
    expect(groups.map(({ key, commitments }) => [key, commitments.map(({ id }) => id.slice(11))])).toEqual([
      ['2025', ['2025']],
      ['2026', ['early-2026', 'late-2026']],
      ['2027', ['open']],
      [null, ['undated-first', 'undated']],
    ])
  })

  it('keeps those without a date last when turned round', () => {
    const groups = ledgerGroups(all, order({ descending: true, grouping: 'none' }))
    expect(groups[0]!.commitments.map(({ id }) => id.slice(11))).toEqual([
      'open',
      'late-2026',
      'early-2026',
      '2025',
      'undated-first',
      'undated',
    ])
  })

  it('has a joint undertaking under each of its actors, the busiest first', () => {
    const iraq = { id: 'actor:Q796', name: 'العراق' }
    const turkey = { id: 'actor:Q43', name: 'تركيا' }
    const groups = ledgerGroups(
      [
        commitment('a', { committers: [turkey] }),
        commitment('b', { committers: [iraq, turkey] }),
        commitment('c', { committers: [] }),
      ],
      order({ grouping: 'actor' }),
    )
    expect(groups.map(({ key, commitments }) => [key, commitments.length])).toEqual([
      ['actor:Q43', 2],
      ['actor:Q796', 1],
      [null, 1],
    ])
  })

  it.each([
    ['actor', ['العراق', 'إيران', 'تركيا']],
    ['action', ['العراق', 'تركيا', 'إيران']],
  ] as const)('sorts by %s as Arabic sorts', (sorting, expected) => {
    const rows = [
      ['العراق', 'بناء سد'],
      ['إيران', 'وقف الضخ'],
      ['تركيا', 'زيادة المياه'],
    ] as const
    const groups = ledgerGroups(
      rows.map(([name, action]) => commitment(name, { committers: [{ id: `actor:${name}`, name }], action })),
      order({ grouping: 'none', sorting }),
    )
    expect(groups[0]!.commitments.map(({ committers }) => committers[0]!.name)).toEqual(expected)
  })
})

describe('listed', () => {
  it('is what a search found', () => {
    const found = new Set(['commitment:1'])
    expect(listed([commitment('1'), commitment('2')], { focus: null, found, edges: [] })).toHaveLength(1)
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
