import type { TieView } from '@mithaq/model'
import { describe, expect, it } from 'vitest'
import { asOfDay, daySpan } from './as-of.ts'
import { commitment } from './commitment-fixture.ts'

const published = (day: string | null) => ({ article: { id: 'article:1', published: day } })
const old = commitment('old', { ...published('2025-01-01'), due: { start: '2025-06-01', end: '2025-06-30' } })
const amendment = commitment('new', {
  ...published('2025-05-01'),
  due: { start: '2025-12-01', end: '2025-12-31' },
})
const tie = (relation: TieView['relation'], rule: string, day: string): TieView => ({
  from: amendment.id,
  relation,
  to: old.id,
  rule,
  published: day,
})
const ties = [tie('AMENDS', 'amended', '2025-05-01')]

describe('asOfDay', () => {
  it.each([
    ['2024-12-31', []],
    ['2025-02-01', [['old', 'active']]],
    [
      '2025-05-01',
      [
        ['old', 'amended'],
        ['new', 'active'],
      ],
    ],
    [
      '2026-01-01',
      [
        ['old', 'amended'],
        ['new', 'overdue'],
      ],
    ],
  ])('%s: %o', (day, expected) => {
    const seen = asOfDay([old, amendment], ties, day).map(({ id, status }) => [id.slice(11), status])
    expect(seen).toEqual(expected)
  })

  it.each([
    ['withdrawn by whoever promised it', tie('CONTRADICTS', 'withdrawn', '2025-05-02'), 'withdrawn'],
    ['contradicted by another', tie('CONTRADICTS', 'denied', '2025-05-02'), 'amended'],
    [
      'done, as an article reports',
      { ...tie('FULFILS', 'deed', '2025-05-02'), from: 'article:2' },
      'fulfilled',
    ],
    ['said again', tie('RESTATES', 'restated', '2025-05-02'), 'amended'],
    ['withdrawn only later', tie('CONTRADICTS', 'withdrawn', '2025-08-01'), 'amended'],
  ])('%s', (_, told, status) => {
    expect(asOfDay([old], [...ties, told], '2025-07-15')[0]?.status).toBe(status)
  })

  it('counts as said what was published nobody knows when', () => {
    expect(asOfDay([commitment('1', published(null))], [], '1999-01-01')).toHaveLength(1)
  })
})

it('spans all days that matter', () => {
  expect(daySpan([old, amendment], '2025-03-01')).toEqual({ first: '2025-01-01', last: '2025-12-31' })
  expect(daySpan([], '2025-03-01')).toEqual({ first: '2025-03-01', last: '2025-03-01' })
})
