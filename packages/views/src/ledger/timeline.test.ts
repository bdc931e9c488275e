import { describe, expect, it } from 'vitest'
import { commitment } from './commitment-fixture.ts'
import { densityOf, timelineOf } from './timeline.ts'

const due = (id: string, day: string) => commitment(id, { due: { start: day, end: day } })

it('puts months in order and what has no date apart', () => {
  const { months, undated } = timelineOf([
    due('b', '2025-09-02'),
    commitment('none'),
    due('a', '2025-08-30'),
    due('c', '2025-09-01'),
  ])
  expect(months.map(({ month, commitments }) => [month, commitments.map(({ id }) => id.slice(11))])).toEqual([
    ['2025-08', ['a']],
    ['2025-09', ['c', 'b']],
  ])
  expect(undated).toHaveLength(1)
})

describe('densityOf', () => {
  it.each([
    ['2025-01-15', '2025-03-02', 'month', 3],
    ['2012-01-15', '2026-12-31', 'quarter', 60],
    ['1990-06-01', '2030-01-01', 'year', 41],
  ])('%s to %s: by %s', (first, last, unit, count) => {
    const density = densityOf([due('a', first), due('b', last)])
    expect([density.unit, density.bins.length]).toEqual([unit, count])
    expect(density.bins.reduce((sum, { total }) => sum + total, 0)).toBe(2)
  })

  it('has no bars without dates', () => {
    expect(densityOf([commitment('1')]).bins).toEqual([])
  })

  it('ends its bars on last days', () => {
    expect(densityOf([due('a', '2024-02-10')]).bins[0]).toMatchObject({
      start: '2024-02-01',
      end: '2024-02-29',
    })
  })
})
