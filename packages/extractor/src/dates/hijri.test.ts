import { describe, expect, it } from 'vitest'
import { dayNumber, isoDay } from './days.ts'
import { hijriDays, hijriYearOf } from './hijri.ts'

const first = (year: number, month: number, day = 1) => isoDay(hijriDays(year, month, day)![0])

describe('hijri', () => {
  it.each([
    [1356, 1, 1, '1937-03-14'],
    [1365, 1, 1, '1945-12-05'],
    [1400, 1, 1, '1979-11-20'],
    [1445, 9, 1, '2024-03-11'],
    [1445, 12, 10, '2024-06-16'],
    [1446, 1, 1, '2024-07-07'],
    [1500, 1, 1, '2076-11-27'],
    [1, 1, 1, '0622-07-19'],
  ])('%i-%i-%i is %s', (year, month, day, iso) => expect(first(year, month, day)).toBe(iso))

  it('agrees with Intl on every day of AH 1420–1450, where Intl is exact', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      day: 'numeric',
      month: 'numeric',
      year: 'numeric',
      timeZone: 'UTC',
    })
    for (let year = 1420; year <= 1450; year++) {
      for (let month = 1; month <= 12; month++) {
        const [from, until] = hijriDays(year, month)!
        for (const day of [from, until - 1]) {
          const parts = format.formatToParts(day * 86_400_000)
          const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
          expect([of('year'), of('month'), of('day')]).toEqual([year, month, day - from + 1])
        }
      }
    }
  })

  it('has no gap and no overlap in the table', () => {
    for (let year = 1344; year < 1500; year++) {
      const [from, until] = hijriDays(year)!
      expect(hijriDays(year + 1)![0]).toBe(until)
      expect(until - from).toBeGreaterThanOrEqual(353)
      expect(until - from).toBeLessThanOrEqual(356)
      expect([hijriYearOf(from), hijriYearOf(until - 1)]).toEqual([year, year])
    }
  })

  it('meets the arithmetic calendar at both ends of the table within two days', () => {
    for (const year of [1342, 1500]) {
      expect(Math.abs(hijriDays(year + 1)![0] - hijriDays(year)![1])).toBeLessThanOrEqual(2)
    }
  })

  it('refuses what the calendar has not', () => {
    expect(hijriDays(1446, 13)).toBeNull()
    expect(hijriDays(1446, 1, 31)).toBeNull()
    expect(hijriDays(0)).toBeNull()
    expect(hijriYearOf(dayNumber(2024, 9, 27))).toBe(1446)
  })
})
