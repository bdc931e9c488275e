/**
 * Days and intervals of days. An interval is half-open, `[from, until)`, with null for open; EDTF
 * (ISO 8601-2) is its name: `2025-09`, `2025-09-21/2025-09-30`, `2027-01-01/..`.
 */
import type { Interval } from './schema.ts'

const DAY = 86_400_000

/** An ISO day; years beyond four digits take a sign, as ISO 8601 asks. */
export function isoDate(year: number, month: number, day: number): string {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return fromUtc(date)
}

function fromUtc(date: Date): string {
  const iso = date.toISOString()
  return iso.slice(0, iso.indexOf('T'))
}

/** True for a calendar day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && fromUtc(new Date(time)) === text
}

/** @example addDays('2024-02-28', 2) // '2024-03-01' */
export function addDays(day: string, days: number): string {
  // Most stay within what every month has, and need no calendar.
  const of = Number(day.slice(-2)) + days
  if (of >= 1 && of <= 28) return day.slice(0, -2) + String(of).padStart(2, '0')
  return fromUtc(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY))
}

/** Whole months later, the day kept within the month: 31 January plus one is 29 February 2024. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: of } = partsOf(day)
  const first = new Date(0)
  first.setUTCFullYear(year, month - 1 + months, 1)
  const last = new Date(first)
  last.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)
  return isoDate(first.getUTCFullYear(), first.getUTCMonth() + 1, Math.min(of, last.getUTCDate()))
}

/** Sunday is 0. */
export const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: string, b: string): number =>
  Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY)

export function partsOf(day: string): { year: number; month: number; day: number } {
  const cut = day.length - 6
  return {
    year: Number(day.slice(0, cut)),
    month: Number(day.slice(cut + 1, cut + 3)),
    day: Number(day.slice(cut + 4)),
  }
}

export const dayInterval = (day: string): Interval => ({ from: day, until: addDays(day, 1) })

export const monthInterval = (year: number, month: number): Interval => ({
  from: isoDate(year, month, 1),
  until: isoDate(year, month + 1, 1),
})

export const yearInterval = (year: number): Interval => ({
  from: isoDate(year, 1, 1),
  until: isoDate(year + 1, 1, 1),
})

/** The last day that is in, null when open: what the graph stores as `Date.end`. */
export const lastDay = (interval: Interval): string | null =>
  interval.until === null ? null : addDays(interval.until, -1)

/** `day` `month` `year` where the interval is exactly one, else `interval`, or `open`. */
export function precisionOf(interval: Interval): 'day' | 'month' | 'year' | 'interval' | 'open' {
  const { from, until } = interval
  if (from === null || until === null) return 'open'
  if (addDays(from, 1) === until) return 'day'
  const [start, end] = [partsOf(from), partsOf(until)]
  if (start.day !== 1 || end.day !== 1) return 'interval'
  const months = 12 * (end.year - start.year) + end.month - start.month
  if (months === 1) return 'month'
  return months === 12 && start.month === 1 ? 'year' : 'interval'
}

/**
 * The EDTF name of an interval.
 *
 * @example intervalToEdtf({ from: '2025-09-21', until: '2025-10-01' }) // '2025-09-21/2025-09-30'
 */
export function intervalToEdtf(interval: Interval): string {
  const { from } = interval
  const last = lastDay(interval)
  switch (precisionOf(interval)) {
    case 'day':
      return from!
    case 'month':
      return from!.slice(0, -3)
    case 'year':
      return from!.slice(0, -6)
    default:
      return `${from ?? '..'}/${last ?? '..'}`
  }
}

/** The interval an EDTF name stands for: days, months, years and intervals of them. Null when it is none of these. */
export function edtfToInterval(edtf: string): Interval | null {
  const [first, second, ...rest] = edtf.split('/')
  if (first === undefined || rest.length > 0) return null
  const start = boundToInterval(first)
  if (second === undefined) return first === '..' ? null : start
  const end = boundToInterval(second)
  return start && end ? { from: start.from, until: end.until } : null
}

function boundToInterval(bound: string): Interval | null {
  if (bound === '..') return { from: null, until: null }
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(bound)
  if (!match) return null
  const [, year, month, day] = match
  if (day !== undefined) return isDay(bound) ? dayInterval(bound) : null
  if (month === undefined) return yearInterval(Number(year))
  return Number(month) >= 1 && Number(month) <= 12 ? monthInterval(Number(year), Number(month)) : null
}
