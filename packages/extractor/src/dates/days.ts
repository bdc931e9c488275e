/** Days as numbers since 1970-01-01: what resolving computes with. */
import type { Unit } from './expression.ts'

/** Half-open. */
export type Days = readonly [from: number, until: number]

const DAY = 86_400_000

/** Months may run over: month 13 is January of the next year. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / DAY
}

export const parseDay = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY

/** An ISO day; null outside the years that four digits can write. */
export function isoDay(day: number): string | null {
  const iso = new Date(day * DAY).toISOString()
  return iso.length === 24 && !iso.startsWith('0000') ? iso.slice(0, 10) : null
}

export function civil(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
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
