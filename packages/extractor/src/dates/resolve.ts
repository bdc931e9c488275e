/** From what is said to the days that are meant, given a reference day. */
import type { Expression } from './expression.ts'
import type { Calendar } from './expression.ts'
import { resolveNth, resolveNthWeekday, resolveFraction, resolveEdge } from './resolve-parts.ts'
import type { Days } from './days.ts'
import { addUnits, civil, dayNumber, monthDays, unitDays, weekdayOf, yearDays } from './days.ts'
import { hijriDays, hijriYearOf } from './hijri.ts'

/** What a mention resolves against. */
export interface Context {
  readonly reference: number | null
  /** 0 = Sunday. */
  readonly weekStart: number
  /** For years that may be of either calendar and do not say. */
  readonly calendar: Calendar
  /** The clause speaks of what is to come: «سيعقد الخميس». */
  readonly future: boolean
  /** First days of the last mentions that were at least as fine as the unit. */
  readonly previous: Partial<Record<string, number>>
  /** Within a range: what floats is the last before, or the first after, the end that is known. */
  readonly pick?: { readonly side: 'before' | 'after'; readonly day: number }
}

type Of<I extends Expression['is']> = Extract<Expression, { is: I }>

/** The days an expression means; null where the calendar has none or the reference is wanting. */
export function resolve(expression: Expression, context: Context): Days | null {
  const { reference, weekStart } = context
  switch (expression.is) {
    case 'calendar':
      return resolveCalendar(expression, context)
    case 'unit': {
      const base = baseOf(expression, context)
      return base === null ? null : unitDays(base, expression.unit, expression.offset, weekStart)
    }
    case 'weekday':
      return resolveWeekday(expression, context)
    case 'shift':
      return resolveShift(expression, context)
    case 'window': {
      if (reference === null) return null
      const end = addUnits(reference, expression.amount.unit, expression.sign * expression.amount.count)
      return expression.sign > 0 ? [reference, end + 1] : [end, reference + 1]
    }
    case 'edge':
      return within(expression.of, context, (days) => resolveEdge(expression, days))
    case 'fraction':
      return within(expression.of, context, (days) => resolveFraction(expression, days))
    case 'nth':
      return within(expression.of, context, (days) => resolveNth(expression, days))
    case 'nth-weekday':
      return within(expression.of, context, (days) => resolveNthWeekday(expression, days))
    case 'season':
      return resolveSeason(expression, context)
    case 'decade':
      return resolveDecade(expression, context)
    case 'century':
      return resolveCentury(expression)
    case 'range':
      return resolveRange(expression, context)
    case 'both':
      return resolveBoth(expression, context)
    default:
      return null
  }
}

function baseOf({ unit, from }: Of<'unit'>, { reference, previous }: Context): number | null {
  if (from === 'previous') return previous[unit] ?? null
  // Half a year on is nearer to the next year's first day than to this one's.
  return from === 'turn' && reference !== null ? reference + 183 : reference
}

function within(of: Expression, context: Context, part: (days: Days) => Days | null): Days | null {
  const days = resolve(of, context)
  return days === null ? null : part(days)
}

function resolveCalendar(expression: Of<'calendar'>, context: Context): Days | null {
  const { year } = expression
  const calendar = calendarOf(expression, context)
  if (typeof year === 'number') return inYear(expression, year, calendar)
  if (year !== undefined) {
    const days = resolve(year, context)
    return days === null ? null : inYearOf(expression, days, calendar)
  }
  return choose(expression, calendar, context)
}

/** What comes once a year: a month, a day of one, a season. */
type Yearly = Of<'calendar'> | Of<'season'>

function inYear(expression: Yearly, year: number, calendar: Calendar): Days | null {
  if (expression.is === 'season') return seasonDays(expression, year)
  const { month, day } = expression
  return calendar === 'hijri' ? hijriDays(year, month, day) : gregorianDays(year, month, day)
}

/** A Hijri month of a Gregorian year is the first that begins in it. */
function inYearOf(expression: Yearly, [from]: Days, calendar: Calendar): Days | null {
  const year = yearOf(from, calendar)
  const days = inYear(expression, year, calendar)
  return days !== null && days[0] < from ? inYear(expression, year + 1, calendar) : days
}

const yearOf = (day: number, calendar: Calendar): number =>
  calendar === 'hijri' ? hijriYearOf(day) : civil(day).year

/** «عام 1445» says no era: the caller's calendar decides, where the year may be of either. */
function calendarOf({ calendar, assumed, year }: Of<'calendar'>, context: Context): Calendar {
  const either = assumed === true && typeof year === 'number' && year >= 1300 && year <= 1500
  return either ? context.calendar : calendar
}

function gregorianDays(year: number, month?: number, day?: number): Days | null {
  if (month === undefined) return yearDays(year)
  const days = monthDays(year, month)
  if (day === undefined) return days
  const of = dayNumber(year, month, day)
  return of < days[1] ? [of, of + 1] : null
}

type Lies = (days: Days, than: number) => boolean
// Taken by index: to take a list apart costs an iterator, and these run for each mention.
const beginsBy: Lies = (days, day) => days[0] <= day
const beginsFrom: Lies = (days, day) => days[0] >= day
const beginsAfter: Lies = (days, day) => days[0] > day
const endsBefore: Lies = (days, day) => days[1] <= day
const endsAfter: Lies = (days, day) => days[1] > day
const beginsIn: Lies = (days, year) => civil(days[0]).year === year
const isNear: Lies = (days, day) => gap(days, day) <= (days[0] > day ? NEAR_AHEAD : NEAR_BEHIND)

/** Of what has no year: the one before or after as the text says, else the likeliest. */
function choose(expression: Yearly, calendar: Calendar, context: Context): Days | null {
  const { which } = expression
  const { pick, reference } = context
  const anchor = pick?.day ?? reference
  if (anchor === null) return null
  const year = yearOf(anchor, calendar)
  if (which === 0 && expression.is === 'calendar') return inYear(expression, year, calendar)
  const find = (step: 1 | -1, lies: Lies, than: number, n = 1): Days | null =>
    instance(expression, calendar, year, step, lies, than, n)
  if (!which && pick !== undefined)
    return pick.side === 'before' ? find(-1, beginsBy, pick.day) : find(1, beginsFrom, pick.day)
  if (reference === null) return null
  if (which !== undefined && which > 0) return find(1, beginsAfter, reference, which)
  if (which !== undefined && which < 0) return find(-1, endsBefore, reference, -which)
  if (context.future) return find(1, endsAfter, reference)
  // Mostly of the year of publication: «في آذار». Around the turn of the year it is not: «ديسمبر» in
  // January has been, «يناير» in December is to come.
  const own = find(1, beginsIn, civil(reference).year)
  return own !== null && gap(own, reference) <= FAR ? own : (find(1, isNear, reference) ?? own)
}

/** The nth of the years around, on or back, whose instance lies as asked. */
function instance(
  expression: Yearly,
  calendar: Calendar,
  year: number,
  step: 1 | -1,
  lies: Lies,
  than: number,
  n: number,
): Days | null {
  let left = n
  for (let k = -REACH; k <= REACH; k++) {
    const days = inYear(expression, year + step * k, calendar)
    if (days !== null && lies(days, than) && --left === 0) return days
  }
  return null
}

/** Days between a day and an interval; none within it. */
const gap = (days: Days, day: number): number =>
  day < days[0] ? days[0] - day : Math.max(0, day - days[1] + 1)

const REACH = 4
/** The other year is meant only where this year's instance is far off and the other's is near. */
const FAR = 183
const NEAR_BEHIND = 123
const NEAR_AHEAD = 62

const oneDay = (day: number): Days => [day, day + 1]

/** A weekday alone is the last one on or before the reference; next in a clause about what is to come. */
function resolveWeekday({ weekday, which }: Of<'weekday'>, context: Context): Days | null {
  const { reference, pick, weekStart } = context
  if (which === undefined && pick !== undefined) {
    const ahead = (weekday - weekdayOf(pick.day) + 7) % 7 || 7
    return oneDay(pick.side === 'after' ? pick.day + ahead : pick.day - (7 - (ahead % 7)))
  }
  if (reference === null) return null
  const ahead = (weekday - weekdayOf(reference) + 7) % 7
  if (which === 0)
    return oneDay(unitDays(reference, 'week', 0, weekStart)[0] + ((weekday - weekStart + 7) % 7))
  if (which === undefined)
    return oneDay(context.future ? reference + (ahead || 7) : reference + ahead - (ahead === 0 ? 0 : 7))
  if (which > 0) return oneDay(reference + (ahead || 7) + 7 * (which - 1))
  return oneDay(reference + ahead - 7 + 7 * (which + 1))
}

function resolveShift({ amount, sign, from }: Of<'shift'>, context: Context): Days | null {
  const anchor = from === undefined ? null : resolve(from, context)
  if (from !== undefined && anchor === null) return null
  const base = anchor === null ? context.reference : sign > 0 ? anchor[1] - 1 : anchor[0]
  if (base === null) return null
  const day = addUnits(base, amount.unit, sign * amount.count)
  return [day, day + 1]
}

/** Meteorological seasons of the north; a winter is named after the year it begins in. */
const SEASON_MONTH = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const

function seasonDays({ season }: Of<'season'>, year: number): Days {
  const month = SEASON_MONTH[season]
  return [dayNumber(year, month, 1), dayNumber(year, month + 3, 1)]
}

function resolveSeason(expression: Of<'season'>, context: Context): Days | null {
  const { year } = expression
  if (typeof year === 'number') return seasonDays(expression, year)
  if (year === undefined) return choose(expression, 'gregorian', context)
  const days = resolve(year, context)
  return days === null ? null : seasonDays(expression, civil(days[0]).year)
}

function resolveDecade({ tens, century }: Of<'decade'>, context: Context): Days | null {
  if (century === undefined) return yearDays(1900 + tens, 1910 + tens)
  return within(century, context, ([from]) => {
    const first = Math.round(civil(from).year / 100) * 100 + tens
    return yearDays(first, first + 10)
  })
}

/** The twentieth century is 1900–1999, as EDTF and TIMEX write it. */
function resolveCentury({ n, calendar }: Of<'century'>): Days | null {
  if (calendar === 'gregorian') return yearDays((n - 1) * 100, n * 100)
  const first = hijriDays((n - 1) * 100 + 1)
  const last = hijriDays(n * 100)
  return first && last ? [first[0], last[1]] : null
}

/** True for what has no fixed place of its own: «5 مايو», «الخميس». */
function floats(expression: Expression): boolean {
  switch (expression.is) {
    case 'calendar':
    case 'season':
      return expression.year === undefined && expression.which === undefined
    case 'weekday':
      return expression.which === undefined
    case 'edge':
    case 'fraction':
    case 'nth':
      return floats(expression.of)
    default:
      return false
  }
}

/** Each end fixes the other: من نوفمبر 2024 إلى مارس, من 5 مايو إلى 10 يونيو 2025. */
function resolveRange({ from, to }: Of<'range'>, context: Context): Days | null {
  if (floats(to)) {
    const first = resolve(from, context)
    const last = first && resolve(to, { ...context, pick: { side: 'after', day: first[0] } })
    return joined(first, last)
  }
  const last = resolve(to, context)
  const first =
    last && resolve(from, floats(from) ? { ...context, pick: { side: 'before', day: last[0] } } : context)
  return joined(first, last)
}

const joined = (first: Days | null, last: Days | null): Days | null =>
  first && last && first[0] < last[1] ? [first[0], last[1]] : null

/** أمس الخميس: the weekday nearest to what the day word says, since copy is often a day old. */
function resolveBoth({ value, beside }: Of<'both'>, context: Context): Days | null {
  const near = resolve(beside, context)
  if (near === null || !floats(value)) return resolve(value, context) ?? near
  if (value.is !== 'weekday') return resolve(value, { ...context, reference: near[0], future: false })
  const ahead = (value.weekday - weekdayOf(near[0]) + 7) % 7
  const day = near[0] + (ahead > 3 ? ahead - 7 : ahead)
  return [day, day + 1]
}
