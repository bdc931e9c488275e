/** Days, weekdays and units placed by the reference day: أمس، الجمعة المقبلة، الشهر الجاري. */
import type { Calendar, Expression, Unit } from '../expression.ts'
import { grainOf } from '../expression.ts'
import type { DateValue } from '../node.ts'
import type { Made, Rule } from '../rule.ts'
import { rule } from '../rule.ts'
import { date, isDayNumber } from './made.ts'

const CALENDAR_UNITS: ReadonlySet<Unit> = new Set([
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
])

const unit = (
  of: Unit,
  offset: number,
  from: 'reference' | 'previous' | 'turn' = 'reference',
): Expression => ({
  is: 'unit',
  unit: of,
  offset,
  from,
})

interface UnitValue {
  readonly unit: Unit
  readonly count: 1 | 2 | 'n'
}

/** العام المقبل is a unit of the calendar, العامين المقبلين a window from the reference on. */
function placed({ unit: of, count }: UnitValue, which: number): Made | null {
  if (count === 1) return CALENDAR_UNITS.has(of) ? date(unit(of, which)) : null
  if (count !== 2 || which === 0) return null
  return date({ is: 'window', amount: { unit: of, count: 2 }, sign: which > 0 ? 1 : -1 })
}

const single = ({ unit: of, count }: UnitValue, expected?: Unit): boolean =>
  count === 1 && (expected === undefined ? CALENDAR_UNITS.has(of) : of === expected)

const partUnit = (parts: number): Unit | null => (parts === 4 ? 'quarter' : parts === 2 ? 'half' : null)

/** A relative day and the day it is: أمس الخميس، الجمعة 27 سبتمبر، اليوم (الأحد). */
function sameDay(left: DateValue, right: DateValue, first = 0): Made | null {
  const one = left.expression
  const other = right.expression
  if (grainOf(one) !== 'day' || grainOf(other) !== 'day') return null
  if (one.is === 'unit' && other.is !== 'unit') return date({ is: 'both', value: other, beside: one }, first)
  const fixed = other.is === 'calendar' || other.is === 'nth' || other.is === 'both'
  if (one.is === 'weekday' && fixed) return date({ is: 'both', value: other, beside: one }, first)
  return null
}

function calendarOf(expression: Expression): Calendar | null {
  const core = expression.is === 'both' ? expression.value : expression
  return core.is === 'calendar' ? core.calendar : null
}

/** One day in two calendars: 1 رمضان 1445 الموافق 11 مارس 2024. The Gregorian day is the surer. */
function matching(left: DateValue, right: DateValue): Made | null {
  const one = left.expression
  const other = right.expression
  if (grainOf(one) !== grainOf(other)) return null
  if (calendarOf(one) === 'gregorian' && calendarOf(other) !== 'gregorian')
    return date({ is: 'both', value: one, beside: other })
  return date({ is: 'both', value: other, beside: one })
}

/** A date beside its Hijri or Gregorian double, without a word between them. */
function otherCalendar(left: DateValue, right: DateValue): Made | null {
  const one = calendarOf(left.expression)
  const other = calendarOf(right.expression)
  return one !== null && other !== null && one !== other ? matching(left, right) : null
}

/** العام الجاري 2024، العام المقبل (2025). */
function yearBeside(left: DateValue, right: DateValue): Made | null {
  const one = left.expression
  const other = right.expression
  if (one.is !== 'unit' || one.unit !== 'year' || other.is !== 'calendar' || grainOf(other) !== 'year')
    return null
  return date({ is: 'both', value: other, beside: one })
}

/** شهر سبتمبر الجاري said twice: الشهر الجاري (سبتمبر)، الشهر المقبل (نوفمبر 2024). */
function monthBeside(left: DateValue, right: DateValue): Made | null {
  const one = left.expression
  const other = right.expression
  if (one.is !== 'unit' || one.unit !== 'month' || other.is !== 'calendar' || grainOf(other) !== 'month')
    return null
  return date({
    is: 'both',
    value: other.year === undefined ? one : other,
    beside: other.year === undefined ? other : one,
  })
}

const beside = (left: DateValue, right: DateValue): Made | null =>
  sameDay(left, right) ?? yearBeside(left, right) ?? monthBeside(left, right) ?? otherCalendar(left, right)

const DAYS: readonly Rule[] = [
  rule('day-word', 'dayword', ({ value }) =>
    date(unit('day', value.offset), 0, { cue: value.weak ? 'any' : 'none' }),
  ),
  rule('day-and-day-word', 'a+unit dayword', (u, { value }) =>
    single(u.value, 'day') ? date(unit('day', value.offset), 1) : null,
  ),
  rule('weekday', 'the+weekday', (w) => date({ is: 'weekday', weekday: w.value })),
  rule('day-weekday', 'a+unit the+weekday', (u, w) =>
    single(u.value, 'day') ? date({ is: 'weekday', weekday: w.value }, 1) : null,
  ),
  rule('weekday-which', 'the+weekday the+which', (w, which) =>
    date({ is: 'weekday', weekday: w.value, which: which.value }),
  ),
  rule('day-weekday-which', 'a+unit the+weekday the+which', (u, w, which) =>
    single(u.value, 'day') ? date({ is: 'weekday', weekday: w.value, which: which.value }, 1) : null,
  ),
  rule('this-weekday', 'this the+weekday', (_, w) => date({ is: 'weekday', weekday: w.value, which: 0 })),
  rule('same-day', 'date date', (a, b) => sameDay(a.value, b.value) ?? yearBeside(a.value, b.value)),
  rule('same-day-comma', 'date comma date', (a, _, b) => sameDay(a.value, b.value)),
  rule(
    'same-day-dash',
    'date dash date',
    (a, _, b) => sameDay(a.value, b.value) ?? otherCalendar(a.value, b.value),
  ),
  rule('same-day-slash', 'date slash date', (a, _, b) => otherCalendar(a.value, b.value)),
  rule('same-day-brackets', 'date open date close', (a, _, b) => beside(a.value, b.value)),
  rule('matching', 'date matching ~date', (a, _, b) => matching(a.value, b.value)),
  rule('matching-brackets', 'date open matching ~date close', (a, _o, _m, b) => matching(a.value, b.value)),
  rule('matching-comma', 'date comma matching ~date', (a, _c, _m, b) => matching(a.value, b.value)),
  rule('part-of-day', 'daypart of? date', (_p, _of, d) =>
    grainOf(d.value.expression) === 'day' ? date(d.value.expression) : null,
  ),
  rule('day-of-relative-month', 'number of? date', (n, _, d) => dayOf(n.value.value, d.value)),
  rule('day-word-of-relative-month', 'unit number of? date', (u, n, _, d) =>
    single(u.value, 'day') ? dayOf(n.value.value, d.value, 1) : null,
  ),
  rule('day-which', 'number the+which', (n, which) =>
    n.value.digits > 0 && n.value.digits < 3
      ? dayOf(n.value.value, { expression: unit('month', which.value) })
      : null,
  ),
]

/** 27 من الشهر الجاري. */
function dayOf(day: number, { expression }: Pick<DateValue, 'expression'>, first = 0): Made | null {
  if (!isDayNumber(day) || expression.is !== 'unit' || expression.unit !== 'month') return null
  return date({ is: 'nth', unit: 'day', n: day, count: 1, of: expression }, first)
}

const UNITS: readonly Rule[] = [
  rule('unit-which', 'the+unit the+which', (u, which) => placed(u.value, which.value)),
  rule('this-unit', 'this the+unit', (_, u) => placed(u.value, 0)),
  rule('fiscal-which', 'the+unit the+fiscal the+which', (u, _f, which) => placed(u.value, which.value)),
  rule('same-unit', 'the+unit same', (u) =>
    single(u.value) ? date(unit(u.value.unit, 0, 'previous')) : null,
  ),
  rule('same-unit-before', 'samebefore the+unit', (_, u) =>
    single(u.value) ? date(unit(u.value.unit, 0, 'previous')) : null,
  ),
  rule('year-which', 'year the+which', (y, which) =>
    y.value.calendar === null
      ? date({
          is: 'both',
          value: { is: 'calendar', calendar: 'gregorian', year: y.value.year },
          beside: unit('year', which.value),
        })
      : null,
  ),
  rule('new-year', 'the+unit the+newyear', (u) =>
    single(u.value, 'year') ? date(unit('year', 0, 'turn')) : null,
  ),
  rule('following-unit', 'the+unit the+following', (u, f) =>
    single(u.value) ? date(unit(u.value.unit, f.value, 'previous')) : null,
  ),
  rule('following-unit-clause', 'the+unit a+following', (u, f) =>
    single(u.value) && f.end - f.start > 1 ? date(unit(u.value.unit, f.value, 'previous')) : null,
  ),
  rule('spoken-unit-which', 'the+unit a+which', (u, which) =>
    which.end - which.start > 1 ? placed(u.value, which.value) : null,
  ),
  rule('fraction-which', 'the+fraction the+which', (f, which) => {
    const of = partUnit(f.value)
    return of === null ? null : date(unit(of, which.value))
  }),
  rule('season-which', 'the+season the+which', (s, which) =>
    date({ is: 'season', season: s.value, which: which.value }),
  ),
  rule('season', 'the+season', (s) => date({ is: 'season', season: s.value }, 0, { cue: 'bound' })),
  rule('this-season', 'this the+season', (_, s) => date({ is: 'season', season: s.value, which: 0 })),
  rule('season-year', 'season of? ~year', (s, _, y) =>
    y.value.calendar === null ? date({ is: 'season', season: s.value, year: y.value.year }) : null,
  ),
  rule('season-relative-year', 'season of? ~date', (s, _, d) =>
    grainOf(d.value.expression) === 'year'
      ? date({ is: 'season', season: s.value, year: d.value.expression })
      : null,
  ),
  rule('season-word-date', 'a+seasonword date', (_, d) =>
    d.value.expression.is === 'season' ? date(d.value.expression, 0, d.value) : null,
  ),
]

export const RELATIVE_RULES: readonly Rule[] = [...DAYS, ...UNITS]
