/** The door of the module: from a text to its date mentions. */
import type { DateMention, Interval } from '@mithaq/model'
import { dateId } from '@mithaq/model'
import type { Days } from './days.ts'
import { edtfOf, isoDay, parseDay } from './days.ts'
import type { Calendar, Expression } from './expression.ts'
import { isRelative, lacksYear } from './expression.ts'
import type { Context } from './resolve.ts'
import { resolve } from './resolve.ts'
import { isoDuration } from './rules/spans.ts'
import type { Found } from './select.ts'
import { findDates } from './select.ts'

export interface DateOptions {
  /** The day of publication, `YYYY-MM-DD`; null when unknown. */
  reference: string | null
  /** Of bare years from 1300 to 1500, which may be of either. Default `gregorian`. */
  calendar?: Calendar
  /** First day of the week, 0 = Sunday (the default) to 6 = Saturday. */
  weekStart?: number
}

/**
 * Every time expression of a text, resolved.
 *
 * Spans are UTF-16 offsets into `text`, without proclitics. `interval` is the date's own, half-open;
 * `bound` says what the words around make of it (`boundedInterval` puts the two together). Durations
 * and sets have no days of their own: both ends are null, and `edtf` is an ISO 8601 duration
 * (`P3M`), a repeating period (`R/P1W`) or an EDTF with unspecified digits (`XXXX-12`). Without a
 * reference, relative expressions come with both ends null and `../..`. Never throws on any text.
 *
 * @example parseDates('حتى سبتمبر 2026', { reference: null })
 * // [{ quote: 'سبتمبر 2026', interval: { from: '2026-09-01', until: '2026-10-01' }, edtf: '2026-09', bound: 'until', … }]
 */
export function parseDates(text: string, options: DateOptions): DateMention[] {
  const previous: Partial<Record<string, number>> = {}
  const context = contextOf(options, previous)
  const ahead: Context = { ...context, future: true }
  const mentions: DateMention[] = []
  for (const found of findDates(text)) {
    const days = resolve(found.expression, found.future ? ahead : context)
    const value = valueOf(found.expression, days, context.reference === null)
    if (value === null) continue
    if (days !== null) remember(previous, days)
    mentions.push(toMention(found, value, text))
  }
  return mentions
}

/** @throws RangeError when `reference` is no calendar day. */
export function contextOf(options: DateOptions, previous: Context['previous'] = {}): Context {
  const { reference, calendar = 'gregorian', weekStart = 0 } = options
  return {
    reference: reference === null ? null : parseDay(reference),
    weekStart,
    calendar,
    future: false,
    previous,
  }
}

/** What «اليوم نفسه» and «العام التالي» refer back to: a unit takes mentions at least as fine. */
function remember(previous: Partial<Record<string, number>>, days: Days): void {
  const from = days[0]
  const until = days[1]
  const length = until - from
  if (length === 1) previous['day'] = from
  if (length <= 7) previous['week'] = from
  if (length <= 31) previous['month'] = from
  if (length <= 366) previous['year'] = from
  previous['decade'] = from
  previous['century'] = from
}

interface Value {
  readonly interval: Interval
  readonly edtf: string
  readonly type: DateMention['type']
}

const OPEN: Interval = { from: null, until: null }

/** Null where nothing can be said: a day that does not exist, a back-reference to nothing. */
function valueOf(expression: Expression, days: Days | null, noReference: boolean): Value | null {
  if (expression.is === 'duration')
    return { interval: OPEN, edtf: isoDuration(expression.amount), type: 'duration' }
  if (expression.is === 'set') return { interval: OPEN, edtf: expression.edtf, type: 'set' }
  if (expression.is === 'bc') return { interval: OPEN, edtf: edtfOfBc(expression), type: 'interval' }
  if (days === null)
    return noReference && (isRelative(expression) || lacksYear(expression))
      ? { interval: OPEN, edtf: '../..', type: 'interval' }
      : null
  const interval = { from: isoDay(days[0]), until: isoDay(days[1]) }
  const edtf = edtfOf(days, interval.from)
  if (edtf === null || interval.until === null) return null
  return { interval, edtf, type: days[1] - days[0] === 1 ? 'date' : 'interval' }
}

/** EDTF counts a year 0: 500 BC is -0499. */
function edtfOfBc({ year, span }: Extract<Expression, { is: 'bc' }>): string {
  return span === 1 ? yearBefore(year) : `${yearBefore(year)}/${yearBefore(year - 99)}`
}

const yearBefore = (year: number): string => (year > 1 ? `-${String(year - 1).padStart(4, '0')}` : '0000')

function toMention(found: Found, { interval, edtf, type }: Value, text: string): DateMention {
  const { start, end, expression, rule, bound } = found
  const basis =
    isRelative(expression) || expression.is === 'weekday'
      ? 'relative'
      : lacksYear(expression)
        ? 'implied'
        : 'absolute'
  return {
    start,
    end,
    quote: text.slice(start, end),
    id: dateId(edtf),
    interval,
    edtf,
    type,
    basis,
    bound,
    rule,
  }
}
