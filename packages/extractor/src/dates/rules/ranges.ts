/** From one date to another, with what they share said once: من 5 إلى 10 مايو 2025. */
import type { Calendar, Expression } from '../expression.ts'
import { grainOf } from '../expression.ts'
import type { DateValue, Values } from '../node.ts'
import type { Made, Rule } from '../rule.ts'
import { rule } from '../rule.ts'
import { date, isDayNumber, isHijriYear, isMonthNumber } from './made.ts'

const isYear = (n: number, calendar: Calendar): boolean =>
  calendar === 'hijri' ? n >= 1300 && n <= 1500 : n >= 1900 && n <= 2100

/** «1445 و1446هـ»: what says no era takes it from its fellow. */
function sameEra(from: Expression, to: Expression): Expression {
  const isPlain = from.is === 'calendar' && from.assumed === true && to.is === 'calendar'
  return isPlain && to.calendar === 'hijri' ? { ...from, calendar: 'hijri', assumed: false } : from
}

function range(from: DateValue, to: DateValue, first = 0): Made | null {
  const ends = [sameEra(from.expression, to.expression), to.expression]
  if (ends.some((e) => e.is === 'range' || e.is === 'window' || e.is === 'bc')) return null
  const cue = to.cue === 'none' ? 'none' : from.cue
  return date({ is: 'range', from: ends[0]!, to: ends[1]! }, first, {
    cue,
    countable: from.countable && to.countable,
  })
}

/** A range with a word before it that opens it: no other cue is needed. */
function opened(from: DateValue, to: DateValue): Made | null {
  const made = range(from, to)
  return made === null || made.category !== 'date' ? null : { ...made, value: { ...made.value, cue: 'none' } }
}

/** 5 إلى 10 مايو: the day before takes the month and year of the day after. */
function dayRange(day: number, to: DateValue, first = 0): Made | null {
  const expression = to.expression.is === 'both' ? to.expression.value : to.expression
  if (!isDayNumber(day)) return null
  if (expression.is === 'calendar' && expression.day !== undefined && expression.day > day)
    return date({ is: 'range', from: { ...expression, day }, to: expression }, first)
  if (expression.is === 'nth' && expression.unit === 'day' && expression.count === 1 && expression.n > day)
    return date({ is: 'range', from: { ...expression, n: day }, to: expression }, first)
  return null
}

/** 5 و6 مايو، أيام 4 و5 و6 مايو: the day before the first of those named after it. */
function nextDay(day: number, days: DateValue): Made | null {
  const expression = days.expression.is === 'both' ? days.expression.value : days.expression
  const first = expression.is === 'range' ? expression.from : expression
  const next =
    first.is === 'calendar' ? first.day : first.is === 'nth' && first.unit === 'day' ? first.n : undefined
  if (next !== day + 1) return null
  const made = dayRange(day, { ...days, expression: first })
  if (expression.is !== 'range' || made?.category !== 'date' || made.value.expression.is !== 'range')
    return made
  return {
    ...made,
    value: { ...made.value, expression: { ...expression, from: made.value.expression.from } },
  }
}

/** 5-10 مايو 2025. */
function pairOfDays(a: number, b: number, of: DateValue, first = 0): Made | null {
  const { expression } = of
  if (!isDayNumber(a) || !isDayNumber(b) || a >= b) return null
  if (expression.is === 'calendar' && expression.month !== undefined && expression.day === undefined)
    return date({ is: 'range', from: { ...expression, day: a }, to: { ...expression, day: b } }, first)
  if (expression.is !== 'unit' || expression.unit !== 'month') return null
  const day = (n: number): Expression => ({ is: 'nth', unit: 'day', n, count: 1, of: expression })
  return date({ is: 'range', from: day(a), to: day(b) }, first)
}

/** 2014-2015, 2024/2025, 2024/25; after «العام المالي» also in the order of a right-to-left line, 2025/2024. */
function pairOfYears(
  a: number,
  b: number,
  sign: string,
  swap = false,
  calendar: Calendar = 'gregorian',
): Made | null {
  if (swap && sign === '/' && b === a - 1) return pairOfYears(b, a, sign, false, calendar)
  const second = b < 100 && sign === '/' ? Math.floor(a / 100) * 100 + b : b
  if (!isYear(a, calendar) || !isYear(second, calendar) || second <= a) return null
  if ((sign === '/' && second !== a + 1) || sign === '.') return null
  return date({
    is: 'range',
    from: { is: 'calendar', calendar, year: a },
    to: { is: 'calendar', calendar, year: second },
  })
}

/** 5/5 … 10/5/2025: a day and month that take the year of the day after. */
function dayMonthRange({ first: day, second: month, sign }: Values['pair'], to: DateValue): Made | null {
  const { expression } = to
  if (sign !== '/' || expression.is !== 'calendar' || expression.day === undefined) return null
  if (!isDayNumber(day) || !isMonthNumber(month)) return null
  return date({
    is: 'range',
    from: { is: 'calendar', calendar: expression.calendar, month, day },
    to: expression,
  })
}

/** Two units side by side in a row: يومي 5 و6 مايو، عامي 2024 و2025. */
function sameGrain(a: DateValue, b: DateValue, unit: string): boolean {
  const grains = [grainOf(a.expression), grainOf(b.expression)]
  return grains[0] === unit && grains[1] === unit
}

export const RANGE_RULES: readonly Rule[] = [
  rule('from-to', 'opener date to ~date', (_o, a, _t, b) => opened(a.value, b.value)),
  rule('from-day-to', 'opener number to ~date', (_o, n, _t, d) => dayRange(n.value.value, d.value)),
  rule('from-now-to', 'opener now to ~date', (_o, _n, _t, d) =>
    opened(
      {
        expression: { is: 'unit', unit: 'day', offset: 0, from: 'reference' },
        cue: 'none',
        countable: false,
      },
      d.value,
    ),
  ),
  rule('from-day-month-to', 'opener pair to ~date', (_o, p, _t, d) => dayMonthRange(p.value, d.value)),
  rule('named-day', 'the+weekday number', (_, n) => namedDay(n.value)),
  rule('word-named-day', 'a+unit the+weekday number', (u, _, n) =>
    u.value.unit === 'day' && u.value.count === 1 ? namedDay(n.value) : null,
  ),
  rule('from-named-day-to', 'opener namedday to ~date', (_o, n, _t, d) => dayRange(n.value, d.value)),
  rule('between-named-days', 'between namedday and+date', (_, n, d) => dayRange(n.value, d.value)),
  rule('between-two-named-days', 'between dualof namedday and+date', (_, _u, n, d) =>
    dayRange(n.value, d.value),
  ),
  rule('two-named-days', 'dualof namedday and+date', (_, n, d) => dayRange(n.value, d.value)),
  rule('to', 'date to date', (a, _, b) => range(a.value, b.value)),
  rule('day-to', 'number to date', (n, _, d) => dayRange(n.value.value, d.value)),
  rule('between', 'between date and+date', (_, a, b) => opened(a.value, b.value)),
  rule('between-days', 'between number and+date', (_, n, d) => dayRange(n.value.value, d.value)),
  rule('between-two', 'between dualof date and+date', (_, _u, a, b) => opened(a.value, b.value)),
  rule('between-two-days', 'between dualof number and+date', (_, _u, n, d) =>
    dayRange(n.value.value, d.value),
  ),
  rule('two-dates', 'dualof date and+date', (u, a, b) =>
    sameGrain(a.value, b.value, u.value) ? range(a.value, { ...b.value, cue: 'none' }) : null,
  ),
  rule('between-two-years', 'between dualof? date dash date', (_, _u, a, _d, b) =>
    sameGrain(a.value, b.value, 'year') ? opened(a.value, b.value) : null,
  ),
  rule('two-dates-dash', 'dualof date dash date', (u, a, _, b) =>
    sameGrain(a.value, b.value, u.value) ? range(a.value, { ...b.value, cue: 'none' }) : null,
  ),
  rule('two-days', 'dualof number and+date', (_, n, d) => dayRange(n.value.value, d.value)),
  rule('next-day', 'number and+date', (n, d) => nextDay(n.value.value, d.value)),
  rule('named-days', 'namedday and+date', (n, d) => nextDay(n.value, d.value)),
  rule('days-numeric', 'dayspan', ({ value: [from, day, month, year] }) =>
    isDayNumber(from) && from < day && isDayNumber(day) && isMonthNumber(month) && year >= 1000
      ? dayRange(from, {
          expression: {
            is: 'calendar',
            calendar: isHijriYear(year) ? 'hijri' : 'gregorian',
            year,
            month,
            day,
          },
          cue: 'none',
          countable: false,
        })
      : null,
  ),
  rule('years-listed', 'unit year and+year and+year', (u, a, b, c) =>
    u.value.unit === 'year' && b.value.year === a.value.year + 1 && c.value.year === b.value.year + 1
      ? pairOfYears(a.value.year, c.value.year, '-')
      : null,
  ),
  rule('days-in-a-row', 'number comma date', (n, _, d) =>
    d.value.expression.is === 'range' ? nextDay(n.value.value, d.value) : null,
  ),
  rule('days-listed', 'unit number comma number comma date', (u, a, _c, b, _d, d) =>
    u.value.unit === 'day' && u.value.count === 'n' && b.value.value === a.value.value + 1
      ? dayRange(a.value.value, d.value)
      : null,
  ),
  rule('weekdays-and-days', 'the+weekday and+weekday date', (_a, _b, d) =>
    d.value.expression.is === 'range' ? date(d.value.expression) : null,
  ),
  rule('two-weekdays-and-days', 'dualof the+weekday and+weekday date', (_u, _a, _b, d) =>
    d.value.expression.is === 'range' ? date(d.value.expression) : null,
  ),
  // Which of the two is left open: the interval holds both.
  rule('either-day', 'number or date', (n, _, d) => nextDay(n.value.value, d.value)),
  rule('definite-dual', 'the+unit', (u) =>
    u.value.count === 2 ? { category: 'dualof', value: u.value.unit } : null,
  ),
  rule('two-months', 'month and+date', (m, d) => {
    const { expression: to } = d.value
    if (to.is !== 'calendar' || to.month === undefined || to.day !== undefined) return null
    if (m.value.day !== undefined || m.value.rare || to.month !== (m.value.month % 12) + 1) return null
    const from: Expression = { is: 'calendar', calendar: m.value.calendar, month: m.value.month }
    return date({ is: 'range', from, to }, 0, { cue: m.value.weak ? 'any' : 'none' })
  }),
  rule('two-weekdays', 'the+weekday and+date', (a, b) => {
    const { expression: to } = b.value
    if (to.is !== 'weekday' || to.which === undefined || (a.value + 1) % 7 !== to.weekday) return null
    return date({ is: 'range', from: { is: 'weekday', weekday: a.value }, to })
  }),
  rule('dash', 'date dash date', (a, _, b) =>
    grainOf(a.value.expression) === grainOf(b.value.expression) ? range(a.value, b.value) : null,
  ),
  rule('day-dash', 'number dash date', (n, _, d) => dayRange(n.value.value, d.value)),
  rule('pair-of-days', 'pair of? date', (p, _, d) =>
    p.value.sign === '-' || p.value.second === p.value.first + 1 || !'./'.includes(p.value.sign)
      ? pairOfDays(p.value.first, p.value.second, d.value)
      : null,
  ),
  rule('pair-of-years', 'pair', (p) =>
    p.value.digits === 4 ? pairOfYears(p.value.first, p.value.second, p.value.sign) : null,
  ),
  rule('pair-of-years-era', 'pair era', (p, era) =>
    era.value === 'bc' ? null : pairOfYears(p.value.first, p.value.second, p.value.sign, true, era.value),
  ),
  rule('year-word-pair-era', 'unit fiscal? pair era', (u, _, p, era) =>
    u.value.unit !== 'year' || era.value === 'bc'
      ? null
      : pairOfYears(p.value.first, p.value.second, p.value.sign, true, era.value),
  ),
  rule('year-word-pair', 'unit fiscal? pair', (u, _, p) =>
    u.value.unit === 'year' ? pairOfYears(p.value.first, p.value.second, p.value.sign, true) : null,
  ),
  rule('year-word-slash', 'unit fiscal? number slash number', (u, _, a, _s, b) =>
    u.value.unit === 'year' ? pairOfYears(a.value.value, b.value.value, '/', true) : null,
  ),
  rule('season-word-pair', 'seasonword pair', (_, p) =>
    pairOfYears(p.value.first, p.value.second, p.value.sign),
  ),
  rule('season-pair', 'season pair', (s, p) =>
    p.value.digits === 4 && p.value.second === p.value.first + 1
      ? date({ is: 'season', season: s.value, year: s.value === 'winter' ? p.value.first : p.value.second })
      : null,
  ),
  rule('night-between', 'daypart the+weekday dash? the+weekday', (_, a, _d, b) => nights(a.value, b.value)),
  rule('night-between-slash', 'daypart the+weekday slash the+weekday', (_, a, _s, b) =>
    nights(a.value, b.value),
  ),
]

const namedDay = ({ value }: Values['number']): Made | null =>
  isDayNumber(value) ? { category: 'namedday', value } : null

/** ليل السبت – الأحد. */
function nights(a: number, b: number): Made | null {
  if ((a + 1) % 7 !== b) return null
  return date({ is: 'range', from: { is: 'weekday', weekday: a }, to: { is: 'weekday', weekday: b } })
}
