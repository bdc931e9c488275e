/** Days as numbers since 1970-01-01: what resolving computes with. */
import type { Unit } from './expression.ts'

/** Half-open. */
export type Days = readonly [from: number, until: number]

/**
 * Months may run over: month 13 is January of the next year. Proleptic Gregorian, by the shift of the
 * year's begin to March that Howard Hinnant describes in "chrono-Compatible Low-Level Date Algorithms".
 */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1
  const m = ((months % 12) + 12) % 12
  const y = Math.floor(months / 12) - (m < 2 ? 1 : 0)
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5) + day - 1
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468
}

export function civil(of: number): { year: number; month: number; day: number } {
  const shifted = of + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** @throws RangeError where the calendar has no such day. */
export function parseDay(iso: string): number {
  const of = dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)))
  if (isoDay(of) !== iso) throw new RangeError(`not a day that exists, YYYY-MM-DD: ${iso}`)
  return of
}

/** An ISO day; null outside the years 1 to 9999, which four digits can write. */
export function isoDay(of: number): string | null {
  const { year, month, day } = civil(of)
  if (!(year >= 1 && year <= 9999)) return null
  const sign = month < 10 ? '-0' : '-'
  return (year < 1000 ? String(year).padStart(4, '0') : year) + sign + month + (day < 10 ? '-0' : '-') + day
}

/** The EDTF name of days, as the model's `intervalToEdtf` gives it for their interval. */
export function edtfOf(days: Days, first = isoDay(days[0])): string | null {
  const from = days[0]
  const until = days[1]
  if (first === null || until - from === 1) return first
  const start = civil(from)
  const end = civil(until)
  if (start.day === 1 && end.day === 1) {
    const months = (end.year - start.year) * 12 + end.month - start.month
    if (months === 1) return first.slice(0, 7)
    if (months === 12 && start.month === 1) return first.slice(0, 4)
  }
  const last = isoDay(until - 1)
  return last === null ? null : `${first}/${last}`
}

/** Sunday is 0; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

export const monthDays = (year: number, month: number): Days => [
  dayNumber(year, month, 1),
  dayNumber(year, month + 1, 1),
]
export const yearDays = (from: number, until = from + 1): Days => [
  dayNumber(from, 1, 1),
  dayNumber(until, 1, 1),
]

/** The day kept within the month: 31 January plus one month is 29 February 2024. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: of } = civil(day)
  const [first, next] = monthDays(year, month + months)
  return Math.min(first + of - 1, next - 1)
}

const MONTHS: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
}

/** `count` units later (earlier when negative); hours make whole days, halves of months fifteen. */
export function addUnits(day: number, unit: Unit, count: number): number {
  const months = MONTHS[unit]
  if (months !== undefined) {
    const whole = Math.trunc(count * months)
    const rest = count * months - whole
    return addMonths(day, whole) + Math.trunc(rest * 30)
  }
  const days = { minute: 0, hour: 1 / 24, day: 1, week: 7 }[unit as 'minute' | 'hour' | 'day' | 'week']
  return day + Math.trunc(count * days)
}

/** The calendar unit that holds a day, `offset` units on. Weeks begin on `weekStart`. */
export function unitDays(day: number, unit: Unit, offset: number, weekStart: number): Days {
  const { year, month } = civil(day)
  switch (unit) {
    case 'week': {
      const first = day - ((weekdayOf(day) - weekStart + 7) % 7) + 7 * offset
      return [first, first + 7]
    }
    case 'month':
      return monthDays(year, month + offset)
    case 'quarter':
    case 'half': {
      const size = unit === 'quarter' ? 3 : 6
      const first = Math.floor((month - 1) / size) * size + 1 + size * offset
      return [dayNumber(year, first, 1), dayNumber(year, first + size, 1)]
    }
    case 'year':
      return yearDays(year + offset)
    case 'decade':
    case 'century': {
      const size = unit === 'decade' ? 10 : 100
      const first = (Math.floor(year / size) + offset) * size
      return yearDays(first, first + size)
    }
    default:
      return [day + offset, day + offset + 1]
  }
}
