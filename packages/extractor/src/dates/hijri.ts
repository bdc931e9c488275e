/**
 * The Umm al-Qura calendar by table for AH 1343–1500, and the arithmetic Islamic calendar outside it.
 *
 * The table holds what was published, which no formula gives back: before AH 1423 the criterion
 * changed several times. Node's `Intl` agrees with it on every day of AH 1420–1450 and on few years
 * outside. The arithmetic calendar may be a day or two off what was observed.
 */
import { lazily, readLexicon, valuesIn } from '../read-lexicon.ts'

const DAY = 86_400_000
/** 16 July 622 (Julian), the first day of AH 1, in days since 1970-01-01. */
const EPOCH = -492_148

interface HijriYear {
  readonly begins: number
  readonly days: readonly number[]
}

const table = lazily(() => {
  const years = new Map<number, HijriYear>()
  for (const row of readLexicon<'year' | 'begins' | 'days'>('dates/hijri-years.tsv')) {
    const begins = Date.parse(`${row.begins}T00:00:00Z`) / DAY
    years.set(Number(row.year), { begins, days: valuesIn(row.days).map(Number) })
  }
  return years
})

const isLeap = (year: number): boolean => (11 * year + 14) % 30 < 11

function arithmeticYear(year: number): HijriYear {
  const begins = EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30)
  const days = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 || (i === 11 && isLeap(year)) ? 30 : 29))
  return { begins, days }
}

const yearOf = (year: number): HijriYear => table().get(year) ?? arithmeticYear(year)

/**
 * The days of a Hijri year, month or day as `[from, until)` in days since 1970-01-01; null when the
 * calendar has no such day.
 *
 * @example hijriDays(1446, 1, 1) // the day number of 2024-07-07, «غرة محرم 1446»
 */
export function hijriDays(year: number, month?: number, day?: number): readonly [number, number] | null {
  if (year < 1) return null
  const { begins, days } = yearOf(year)
  if (month === undefined) return [begins, begins + days.reduce((sum, n) => sum + n, 0)]
  const length = days[month - 1]
  if (length === undefined) return null
  const first = begins + days.slice(0, month - 1).reduce((sum, n) => sum + n, 0)
  if (day === undefined) return [first, first + length]
  // A sighting may give a month of 29 a thirtieth day: the text is believed.
  return day >= 1 && day <= 30 ? [first + day - 1, first + day] : null
}

/** The Hijri year that a day (since 1970-01-01) falls in. */
export function hijriYearOf(day: number): number {
  let year = Math.floor((day - EPOCH) / 354.367) + 1
  while (yearOf(year).begins > day) year--
  while (yearOf(year + 1).begins <= day) year++
  return year
}
