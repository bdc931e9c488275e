/**
 * The day of publication from what an article says of itself. Each pair of mentions that says one
 * time twice, once from the day of writing and once by the calendar, allows some days and forbids
 * the others: «اليوم الجمعة 27 سبتمبر», «العام المقبل 2025», «خلال الـ12 شهراً المقبلة، وفي موعد أقصاه
 * نهاية سبتمبر 2025». What satisfies all of them is the answer, where that is narrow enough to be one.
 */
import type { Interval, Span } from '@mithaq/model'
import type { Days } from './days.ts'
import { addUnits, isoDay, weekdayOf } from './days.ts'
import type { Expression } from './expression.ts'
import { grainOf, isRelative, lacksYear } from './expression.ts'
import type { DateOptions } from './parse-dates.ts'
import { contextOf } from './parse-dates.ts'
import type { Context } from './resolve.ts'
import { resolve } from './resolve.ts'
import type { Found } from './select.ts'
import { findDates } from './select.ts'

export interface InferredPublication {
  /** The likeliest day. */
  readonly date: string
  /** Every day that the constraints allow lies in here. */
  readonly interval: Interval
  /** `stated` where the page dates itself, else `inferred`. */
  readonly basis: 'stated' | 'inferred'
  /** The words that it follows from, in the order of the text. */
  readonly used: readonly Span[]
}

/** Days of publication that a part of the text allows. */
interface Constraint {
  readonly allows: (day: number) => boolean
  /** Where to look: outside of it nothing is allowed. */
  readonly reach: Days
  readonly used: readonly Found[]
  /** A deadline is said at its far edge: of the days allowed the last is the likeliest. */
  readonly late: boolean
}

/** Wider than this is not a day of publication but an epoch. */
const WIDEST = 45
/** How far apart, in tokens, two mentions of one time may stand. */
const NEAR = 8
/** How many tokens the lead of a report has. */
const LEAD = 60

/**
 * Infer the day of publication; null where the article leaves it open.
 *
 * @example inferPublished('قال اليوم الجمعة 27 سبتمبر 2024 …') // { date: '2024-09-27', basis: 'inferred', … }
 */
export function inferPublished(
  text: string,
  options: Omit<DateOptions, 'reference'> = {},
): InferredPublication | null {
  const context = contextOf({ ...options, reference: null })
  const found = findDates(text)
  const stated = found.find(
    (mention) => isStated(mention, text) && fullDay(mention.expression, context) !== null,
  )
  if (stated !== undefined) return answer(fullDay(stated.expression, context)!, 'stated', [stated], text)
  const pairs = found.flatMap((mention, i) => constraintsOf(mention, found[i + 1], context))
  const constraints = pairs.length > 0 ? pairs : leadEvent(found, context)
  const allowed = daysAllowed(constraints)
  if (allowed.length === 0 || allowed.at(-1)! - allowed[0]! >= WIDEST) return null
  const { day, hints } = likeliest(allowed, constraints, found, context)
  const used = [...constraints.flatMap((constraint) => constraint.used), ...hints]
  return answer([allowed[0]!, allowed.at(-1)! + 1], 'inferred', used, text, day)
}

function answer(
  [from, until]: Days,
  basis: InferredPublication['basis'],
  used: readonly Found[],
  text: string,
  day = from,
): InferredPublication | null {
  const date = isoDay(day)
  if (date === null) return null
  const spans = [...new Set(used)].sort((a, b) => a.start - b.start)
  return {
    date,
    interval: { from: isoDay(from), until: isoDay(until) },
    basis,
    used: spans.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) })),
  }
}

/** After «نُشر في», or in a first line that is a dateline and no sentence. */
function isStated({ start, end, published }: Found, text: string): boolean {
  if (published) return true
  const lineEnd = text.search(/[\r\n]/u)
  return (
    lineEnd > 0 &&
    end <= lineEnd &&
    lineEnd <= 80 &&
    !/[.!؟]\s*$/u.test(text.slice(start, lineEnd)) &&
    start < 60
  )
}

/** The one day that an expression names by itself. */
function fullDay(expression: Expression, context: Context): Days | null {
  if (isRelative(expression) || lacksYear(expression)) return null
  const days = resolve(expression, context)
  return days !== null && days[1] - days[0] === 1 ? days : null
}

function constraintsOf(mention: Found, next: Found | undefined, context: Context): Constraint[] {
  const own = sameTime(mention, context)
  const pair = next === undefined ? null : deadlineOf(mention, next, context)
  return [own, pair].filter((constraint) => constraint !== null)
}

/** One mention that says its time twice: العام الجاري 2024، أمس الخميس 26 سبتمبر. */
function sameTime(mention: Found, context: Context): Constraint | null {
  const { expression } = mention
  if (expression.is !== 'both' || expression.beside.is !== 'unit') return null
  const { beside } = expression
  const { named, weekday } = namesOf(expression.value)
  const allows = (day: number): boolean => {
    const days = resolve(beside, { ...context, reference: day })
    const same = days && resolve(named, { ...context, reference: days[0] })
    if (!days || !same || days[0] !== same[0] || days[1] !== same[1]) return false
    return weekday === null || weekdayOf(days[0]) === weekday
  }
  const fixed = resolve(named, context)
  const margin = (Math.abs(beside.offset) + 1) * (addUnits(0, beside.unit, 1) + 1)
  const reach: Days = fixed === null ? [-Infinity, Infinity] : [fixed[0] - margin, fixed[1] + margin]
  return { allows, reach, used: [mention], late: false }
}

/** The calendar's name of a day, and the weekday that is said with it. */
function namesOf(value: Expression): { named: Expression; weekday: number | null } {
  if (value.is !== 'both') return { named: value, weekday: null }
  return { named: value.value, weekday: value.beside.is === 'weekday' ? value.beside.weekday : null }
}

/** Two mentions side by side: a time from now on, and the date by which that is. */
function deadlineOf(mention: Found, next: Found, context: Context): Constraint | null {
  const isNear = next.tokens[0] - mention.tokens[1] <= NEAR
  const isAhead =
    (mention.expression.is === 'window' || mention.expression.is === 'shift') && mention.expression.sign > 0
  const isDeadline = next.bound === 'until' || next.bound === 'before'
  if (!isNear || !isAhead || !isDeadline || isRelative(next.expression) || lacksYear(next.expression))
    return null
  const fixed = resolve(next.expression, context)
  if (fixed === null) return null
  const allows = (day: number): boolean => {
    const days = resolve(mention.expression, { ...context, reference: day })
    return days !== null && days[1] - 1 >= fixed[0] && days[1] - 1 < fixed[1]
  }
  const { amount } = mention.expression as Extract<Expression, { is: 'window' }>
  const back = addUnits(fixed[0], amount.unit, -amount.count) - 40
  return { allows, reach: [back, fixed[1]], used: [mention, next], late: true }
}

/** Where nothing else is said: a report that begins with what happened on a dated weekday is days old at most. */
function leadEvent(found: readonly Found[], context: Context): Constraint[] {
  const lead = found.find(
    (mention) => mention.tokens[0] < LEAD && mention.expression.is === 'both' && isReport(mention),
  )
  const day = lead === undefined ? null : fullDay(lead.expression, context)
  if (lead === undefined || day === null) return []
  return [{ allows: () => true, reach: [day[0], day[0] + 7], used: [lead], late: false }]
}

function daysAllowed(constraints: readonly Constraint[]): number[] {
  if (constraints.length === 0) return []
  const from = Math.max(...constraints.map(({ reach }) => reach[0]))
  const until = Math.min(...constraints.map(({ reach }) => reach[1]))
  if (!Number.isFinite(from) || !Number.isFinite(until)) return []
  const days: number[] = []
  // A decade at most: what lets the day lie anywhere in more says nothing of it.
  for (let day = from; day < until && day - from < 3660; day++) {
    if (constraints.every((constraint) => constraint.allows(day))) days.push(day)
  }
  return days
}

/** Among the days allowed: what the reports look back on lies behind, and news is mostly of its own day. */
function likeliest(
  allowed: readonly number[],
  constraints: readonly Constraint[],
  found: readonly Found[],
  context: Context,
): { day: number; hints: Found[] } {
  const hints: Found[] = []
  let days = [...allowed]
  const narrow = (hint: Found, holds: (day: number) => boolean): void => {
    const left = days.filter(holds)
    if (left.length === 0 || left.length === days.length) return
    days = left
    hints.push(hint)
  }
  for (const hint of found.filter((mention) => isReport(mention) && grainOf(mention.expression) === 'day'))
    narrow(hint, (day) => (resolve(hint.expression, { ...context, reference: day })?.[0] ?? day) <= day)
  const lead = found.find(
    (mention) => mention.expression.is === 'weekday' && mention.expression.which === undefined,
  )
  if (lead !== undefined && isReport(lead)) {
    const { weekday } = lead.expression as Extract<Expression, { is: 'weekday' }>
    narrow(lead, (day) => weekdayOf(day) === weekday)
  }
  const late = constraints.some((constraint) => constraint.late)
  return { day: late ? days.at(-1)! : days[0]!, hints }
}

const isReport = (mention: Found): boolean => !mention.future && mention.bound === 'at'
