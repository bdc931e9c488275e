/** Parts of a stretch of days: thirds, halves and quarters, the nth week, the last Friday. */
import type { Days } from './days.ts'
import { addMonths, civil, dayNumber, weekdayOf } from './days.ts'
import type { Expression, Unit } from './expression.ts'
import { grainOf } from './expression.ts'
import { hijriDays, hijriYearOf } from './hijri.ts'

type Of<I extends Expression['is']> = Extract<Expression, { is: I }>

/**
 * A third: days 1–10, 11–20, 21–end of a month; January–April and so on of a year; of a week the
 * first two days, the middle three, the last two (the weekend); of ten years three, four, three.
 */
export function resolveEdge({ edge, of }: Of<'edge'>, days: Days): Days {
  const from = days[0]
  const until = days[1]
  const grain = grainOf(of)
  if (grain === 'month') return edge === 2 ? [from + 20, until] : [from + 10 * edge, from + 10 * edge + 10]
  if (grain === 'week')
    return edge === 0 ? [from, from + 2] : edge === 1 ? [from + 2, from + 5] : [from + 5, until]
  if (of.is === 'calendar' && of.calendar === 'hijri') return hijriThird(from, edge)
  return part(days, edge, 3)
}

/** Four months of the Hijri year that begins on a day. */
function hijriThird(from: number, edge: number): Days {
  const year = hijriYearOf(from)
  const [first] = hijriDays(year, edge * 4 + 1)!
  return [first, hijriDays(year, edge * 4 + 4)![1]]
}

export function resolveFraction({ parts, n, of }: Of<'fraction'>, days: Days): Days {
  const [from, until] = days
  const index = n < 0 ? parts - 1 : n - 1
  // Halves of a month meet after the fifteenth.
  if (parts === 2 && grainOf(of) === 'month') return index === 0 ? [from, from + 15] : [from + 15, until]
  if (parts === 3) return resolveEdge({ is: 'edge', edge: index as 0 | 1 | 2, of }, days)
  return part(days, index, parts)
}

/**
 * One of equal parts, by its index. They meet at whole years in decades, at whole months in years and
 * less, else at days.
 */
function part([from, until]: Days, index: number, parts: number): Days {
  const start = civil(from)
  const end = civil(until)
  const months = (end.year - start.year) * 12 + end.month - start.month
  const whole = start.day === 1 && end.day === 1 && months > 1
  const grain = months >= 120 && months % 12 === 0 ? 12 : 1
  const cut = (at: number): number =>
    whole
      ? dayNumber(start.year, start.month + Math.round((at * months) / parts / grain) * grain, 1)
      : from + Math.round((at * (until - from)) / parts)
  return [cut(index), cut(index + 1)]
}

/** `count` units from the nth on, or the last `count` when n is -1; kept within the whole. */
export function resolveNth({ unit, n, count }: Of<'nth'>, [from, until]: Days): Days | null {
  const first = n > 0 ? step(from, unit, (n - 1) * count) : step(until, unit, -count)
  const last = n > 0 ? step(from, unit, n * count) : until
  return first >= from && first < until ? [first, Math.min(last, until)] : null
}

const STEP_MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, half: 6, year: 12, decade: 120 }

function step(day: number, unit: Unit, count: number): number {
  const months = STEP_MONTHS[unit]
  if (months !== undefined) return addMonths(day, Math.round(months * count))
  return day + Math.round(count * (unit === 'week' ? 7 : 1))
}

export function resolveNthWeekday(
  { weekday, n, orDay }: Of<'nth-weekday'>,
  [from, until]: Days,
): Days | null {
  if (orDay === true && n > 0 && weekdayOf(from + n - 1) === weekday) return [from + n - 1, from + n]
  const first = from + ((weekday - weekdayOf(from) + 7) % 7)
  const last = until - 1 - ((weekdayOf(until - 1) - weekday + 7) % 7)
  const day = n > 0 ? first + 7 * (n - 1) : last
  return day >= from && day < until ? [day, day + 1] : null
}
