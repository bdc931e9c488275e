import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  edtfToInterval,
  intervalToEdtf,
  isDay,
  lastDay,
  monthInterval,
  precisionOf,
  weekday,
  yearInterval,
} from './interval.ts'

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('intervalToEdtf', () => {
  it.each([
    [{ from: '2024-09-27', until: '2024-09-28' }, '2024-09-27', 'day'],
    [{ from: '2025-09-01', until: '2025-10-01' }, '2025-09', 'month'],
    [{ from: '2026-01-01', until: '2027-01-01' }, '2026', 'year'],
    [{ from: '2025-09-21', until: '2025-10-01' }, '2025-09-21/2025-09-30', 'interval'],
    [{ from: '2027-01-01', until: null }, '2027-01-01/..', 'open'],
    [{ from: null, until: '2025-10-01' }, '../2025-09-30', 'open'],
    [{ from: '2024-12-01', until: '2025-02-01' }, '2024-12-01/2025-01-31', 'interval'],
  ] as const)('%j is %s', (interval, name, precision) => {
    expect(intervalToEdtf(interval)).toBe(name)
    expect(precisionOf(interval)).toBe(precision)
    expect(edtfToInterval(name)).toEqual(interval)
  })

  it('is read back the same, and by the EDTF library as the same days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 9000 }), (from, length) => {
        const interval = { from, until: addDays(from, length) }
        const name = intervalToEdtf(interval)
        expect(edtfToInterval(name)).toEqual(interval)
        const theirs = edtf(name)
        expect(new Date(theirs.min).toISOString().slice(0, 10)).toBe(from)
        expect(new Date(theirs.max).toISOString().slice(0, 10)).toBe(lastDay(interval))
      }),
    )
  })
})

it.each(['2024-02-30', '2024-13', '24-01-01', '2024/09', '..', '', '2024-01-01/2024-02-30', 'a/b/c'])(
  'refuses %j as EDTF',
  (text) => {
    expect(edtfToInterval(text)).toBeNull()
  },
)

it('knows the days that exist', () => {
  expect(['2024-02-29', '2023-02-29', '2024-1-1', 'x'].map(isDay)).toEqual([true, false, false, false])
})

it('counts in months and weeks', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2024-11-30', 3)).toBe('2025-02-28')
  expect(addMonths('2024-03-15', -3)).toBe('2023-12-15')
  expect(weekday('2024-09-27')).toBe(5)
  expect(monthInterval(2024, 12)).toEqual({ from: '2024-12-01', until: '2025-01-01' })
  expect(yearInterval(2026)).toEqual({ from: '2026-01-01', until: '2027-01-01' })
})
