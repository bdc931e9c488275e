/** Days, months and years of a calendar, as the text names them. */
import type { Calendar, Expression } from '../expression.ts'
import { grainOf, isRelative } from '../expression.ts'
import type { DateValue, MonthValue, Node, YearValue } from '../node.ts'
import type { Made, Rule } from '../rule.ts'
import { rule } from '../rule.ts'
import { date, fullYear, isDayNumber, isHijriYear, isMonthNumber } from './made.ts'

type CalendarDate = Extract<Expression, { is: 'calendar' }>

const month = (value: MonthValue, first = 0): Made => ({ category: 'month', value, first })
const year = (value: YearValue): Made => ({ category: 'year', value })

/** Years that are written in four digits without saying so. */
const isPlainYear = (n: number): boolean => Number.isInteger(n) && n >= 1000 && n < 2200

/** A month gains its day: خمسة مايو، الـ27 من سبتمبر، أول يناير. */
function withDay(day: number, of: MonthValue): Made | null {
  if (!isDayNumber(day) || of.day !== undefined) return null
  const { calendar, month: number, rare } = of
  return month({ calendar, month: number, day, weak: false, rare })
}

/** Two names of one month: أيلول/سبتمبر، 14 يوليو (تموز). */
function doubled(a: Node<'month'>, b: Node<'month'>): Made | null {
  const [one, other] = [a.value, b.value]
  const same = one.calendar === other.calendar && one.month === other.month && a.depth === 0 && b.depth < 2
  if (!same || one.day !== undefined || other.day !== undefined) return null
  return month({ ...one, weak: false, rare: false })
}

function monthIn(of: MonthValue, { year, calendar }: YearValue): CalendarDate | null {
  if (calendar === 'bc' || (calendar === 'hijri' && of.calendar === 'gregorian')) return null
  const isHijri = of.calendar === 'hijri'
  // «رمضان 2025» begins in that year.
  const within = isHijri && (year > 1500 || calendar === 'gregorian')
  return {
    is: 'calendar',
    calendar: of.calendar,
    year: within ? { is: 'calendar', calendar: 'gregorian', year } : isHijri ? year : fullYear(year),
    month: of.month,
    day: of.day,
  }
}

const dated = (expression: Expression | null, first = 0): Made | null =>
  expression === null ? null : date(expression, first)

function monthOf(of: MonthValue, { expression }: DateValue): Made | null {
  if (grainOf(expression) !== 'year' || !isRelative(expression)) return null
  return date({ is: 'calendar', calendar: of.calendar, year: expression, month: of.month, day: of.day })
}

function yearDate({ year, calendar, bare }: YearValue): Made {
  if (calendar === 'bc') return date({ is: 'bc', year, span: 1 })
  const full = calendar === null ? fullYear(year) : year
  const flags = { cue: bare ? ('any' as const) : ('none' as const), countable: bare }
  return date(
    { is: 'calendar', calendar: calendar ?? 'gregorian', year: full, assumed: calendar === null },
    0,
    flags,
  )
}

/** The order of the region is day-month-year; a year in front makes it ISO's. */
function numeric([a, b, c]: readonly [number, number, number], calendar?: Calendar): Expression | null {
  const [y, m, d] = a >= 1000 ? [a, b, c] : [c, b, a]
  const [month, day] = m > 12 && d <= 12 ? [d, m] : [m, d]
  if (!isMonthNumber(month) || !isDayNumber(day) || (y >= 100 && y < 1000)) return null
  const year = fullYear(y)
  return {
    is: 'calendar',
    calendar: calendar ?? (isHijriYear(year) ? 'hijri' : 'gregorian'),
    year,
    month,
    day,
  }
}

/** ثاني أيام عيد الأضحى. */
const feastDay = (n: number, of: MonthValue): Made | null =>
  of.day === undefined || n < 1 || n > 4 ? null : month({ ...of, day: of.day + n - 1 })

const MONTHS: readonly Rule[] = [
  rule('month-slash-month', 'month slash month', (a, _, b) => doubled(a, b)),
  rule('month-in-brackets', 'month open month close', (a, _, b) => doubled(a, b)),
  rule('month-dash-month', 'month dash month', (a, _, b) => doubled(a, b)),
  rule('month-month', 'month month', (a, b) => doubled(a, b)),
  rule('month-word', 'unit month', (unit, m) =>
    unit.value.unit === 'month' && unit.value.count === 1 && m.value.day === undefined
      ? month({ ...m.value, weak: false, rare: false }, 1)
      : null,
  ),
  rule('month-number', 'a+unit number', (unit, n) =>
    unit.value.unit === 'month' &&
    unit.value.count === 1 &&
    n.value.digits > 0 &&
    isMonthNumber(n.value.value)
      ? month({ calendar: 'gregorian', month: n.value.value, weak: false, rare: false })
      : null,
  ),
  rule('day-month', 'number month', (n, m) => withDay(n.value.value, m.value)),
  rule('day-of-month', 'number of month', (n, _, m) => withDay(n.value.value, m.value)),
  rule('day-dash-month', 'number dash month', (n, _, m) => withDay(n.value.value, m.value)),
  rule('day-slash-month', 'number slash month', (n, _, m) => withDay(n.value.value, m.value)),
  rule('first-of-month', 'firstday of? month', (_n, _of, m) => withDay(1, m.value)),
  rule('day-of-feast', 'ordinal unit month', (n, unit, m) =>
    unit.value.unit === 'day' && m.value.rare ? feastDay(n.value, m.value) : null,
  ),
  rule('nth-day-of-feast', 'the+unit the+ordinal of? month', (unit, n, _, m) =>
    unit.value.unit === 'day' && m.value.rare ? feastDay(n.value, m.value) : null,
  ),
  rule('day-word-month', 'unit month', (unit, m) =>
    unit.value.unit === 'day' && unit.value.count === 1 && m.value.day !== undefined
      ? month(m.value, 1)
      : null,
  ),
]

const YEARS: readonly Rule[] = [
  rule('bare-year', 'number', (n) =>
    n.value.digits === 4 && isPlainYear(n.value.value) && !n.definite
      ? year({ year: n.value.value, calendar: null, bare: true })
      : null,
  ),
  rule('year-word', 'unit number', (unit, n) => namedYear(unit.value, n.value)),
  rule('era-year', 'unit era number', (unit, era, n) => {
    const made = namedYear(unit.value, n.value)
    return made?.category === 'year' ? year({ ...made.value, calendar: era.value }) : null
  }),
  rule('fiscal-year', 'unit fiscal number', (unit, _f, n) => namedYear(unit.value, n.value)),
  rule('year-in-brackets', 'unit open number close', (unit, _o, n) =>
    n.value.digits === 4 ? namedYear(unit.value, n.value) : null,
  ),
  rule('year-era', 'year era', (y, era) =>
    y.value.calendar === null ? year({ ...y.value, calendar: era.value, bare: false }) : null,
  ),
  rule('number-era', 'number era', (n, era) => {
    const { value, digits } = n.value
    if (value < 1 || value > 5000 || (digits < 3 && era.value !== 'bc')) return null
    if (era.value === 'gregorian' && (digits < 3 || (digits === 3 && !isLongEra(era)))) return null
    if (era.value === 'hijri' && value > 1500) return null
    return year({ year: value, calendar: era.value, bare: false })
  }),
]

/** «م» alone after a short number is metres. */
const isLongEra = (era: { start: number; end: number }): boolean => era.end - era.start > 1

function namedYear(
  { unit, count }: { unit: string; count: 1 | 2 | 'n' },
  n: { value: number; digits: number; ordinal: boolean },
): Made | null {
  if (unit !== 'year' || count !== 1 || n.ordinal || !Number.isInteger(n.value)) return null
  if (n.value < 10 || n.value >= 3000 || (n.digits === 0 && n.value < 1000)) return null
  return year({ year: n.value, calendar: null, bare: false })
}

const DATES: readonly Rule[] = [
  rule('month', 'month', ({ value: m }) =>
    m.rare && m.day === undefined && m.weak
      ? null
      : m.rare
        ? null
        : date({ is: 'calendar', calendar: m.calendar, month: m.month, day: m.day }, 0, {
            cue: m.weak ? 'any' : 'none',
          }),
  ),
  rule('month-year', 'month ~year', (m, y) => dated(monthIn(m.value, y.value))),
  rule('month-of-year', 'month of year', (m, _, y) => dated(monthIn(m.value, y.value))),
  rule('month-comma-year', 'month comma year', (m, _, y) => dated(monthIn(m.value, y.value))),
  rule('month-slash-year', 'month slash year', (m, _, y) => dated(monthIn(m.value, y.value))),
  rule('month-dash-year', 'month dash year', (m, _, y) => dated(monthIn(m.value, y.value))),
  rule('month-day-year', 'month number comma? year', (m, n, _, y) =>
    isDayNumber(n.value.value) && n.value.digits > 0 && m.value.day === undefined
      ? dated(monthIn({ ...m.value, day: n.value.value }, y.value))
      : null,
  ),
  rule('month-of-relative-year', 'month of? ~date', (m, _, d) => monthOf(m.value, d.value)),
  rule('feast-of-new-year', 'month the+newyear', ({ value: m }) =>
    m.rare && m.day !== undefined
      ? date({
          is: 'calendar',
          calendar: m.calendar,
          year: { is: 'unit', unit: 'year', offset: 0, from: 'turn' },
          month: m.month,
          day: m.day,
        })
      : null,
  ),
  rule('month-which', 'month the+which', ({ value: m }, which) =>
    m.rare && m.day === undefined
      ? null
      : date({ is: 'calendar', calendar: m.calendar, month: m.month, day: m.day, which: which.value }),
  ),
  rule('year', 'year', (y) => yearDate(y.value)),
  rule('numeric', 'triple', (t) => dated(numeric(t.value))),
  rule('numeric-era', 'triple era', (t, era) =>
    era.value === 'bc' ? null : dated(numeric(t.value, era.value)),
  ),
  rule('day-word-numeric', 'unit triple', (unit, t) =>
    unit.value.unit === 'day' ? dated(numeric(t.value), 1) : null,
  ),
  rule('spaced-numeric', 'number slash number slash number', (d, _s, m, _t, y) =>
    y.value.digits === 4 || d.value.digits === 4
      ? dated(numeric([d.value.value, m.value.value, y.value.value]))
      : null,
  ),
  rule('spaced-numeric-era', 'number slash number slash number era', (d, _s, m, _t, y, era) =>
    era.value === 'bc' ? null : dated(numeric([d.value.value, m.value.value, y.value.value], era.value)),
  ),
  rule('spaced-numeric-dash-era', 'number dash number dash number era', (d, _s, m, _t, y, era) =>
    era.value === 'bc' ? null : dated(numeric([d.value.value, m.value.value, y.value.value], era.value)),
  ),
  rule('spaced-numeric-dash', 'number dash number dash number', (d, _s, m, _t, y) =>
    y.value.digits === 4 || d.value.digits === 4
      ? dated(numeric([d.value.value, m.value.value, y.value.value]))
      : null,
  ),
  rule('labelled-day-month', 'label pair', (_, p) =>
    p.value.sign === '/' && isDayNumber(p.value.first) && isMonthNumber(p.value.second)
      ? date({ is: 'calendar', calendar: 'gregorian', month: p.value.second, day: p.value.first }, 1)
      : null,
  ),
  rule('day-word-day-month', 'unit pair', (unit, p) =>
    unit.value.unit === 'day' &&
    p.value.sign === '/' &&
    isDayNumber(p.value.first) &&
    isMonthNumber(p.value.second)
      ? date({ is: 'calendar', calendar: 'gregorian', month: p.value.second, day: p.value.first }, 1)
      : null,
  ),
  rule('month-word-month-year', 'unit pair', (unit, p) =>
    unit.value.unit === 'month' && isMonthNumber(p.value.first) && isPlainYear(p.value.second)
      ? date({ is: 'calendar', calendar: 'gregorian', year: p.value.second, month: p.value.first })
      : null,
  ),
]

export const CALENDAR_RULES: readonly Rule[] = [...MONTHS, ...YEARS, ...DATES]
