/** Amounts of time and what is made of them: durations, shifts from the reference, windows, sets. */
import type { Amount, Expression, Unit } from '../expression.ts'
import type { Node } from '../node.ts'
import type { Made, Rule } from '../rule.ts'
import { rule } from '../rule.ts'
import { date } from './made.ts'

const amount = (unit: Unit, count: number): Made => ({ category: 'amount', value: { unit, count } })
const span = (value: Amount): Made => ({ category: 'span', value })
const duration = (value: Amount, first = 0): Made => ({
  category: 'duration',
  value: { is: 'duration', amount: value },
  first,
})

const AMOUNTS: readonly Rule[] = [
  rule('counted-unit', 'number a+unit', (n, u) =>
    u.value.count !== 2 && !n.value.ordinal && n.value.value >= 1 && n.value.value < 10_000
      ? amount(u.value.unit, n.value.value)
      : null,
  ),
  rule('definite-tens-unit', 'the+number a+unit', (n, u) =>
    // «التسعين يوماً»: so do they before what is counted.
    u.value.count === 1 && n.value.ordinal && n.value.value >= 20 && n.value.value % 10 === 0
      ? amount(u.value.unit, n.value.value)
      : null,
  ),
  rule('dual-unit', 'a+unit', (u) => (u.value.count === 2 ? amount(u.value.unit, 2) : null)),
  rule('units-counted', 'the+unit the+number', (u, n) =>
    u.value.count === 'n' && !n.value.ordinal && n.value.value >= 1
      ? amount(u.value.unit, n.value.value)
      : null,
  ),
  rule('tens-counted', 'the+unit the+number', (u, n) =>
    // «الأيام العشرين الماضية»: tens with the article look like an ordinal.
    u.value.count === 'n' && n.value.ordinal && n.value.value % 10 === 0
      ? amount(u.value.unit, n.value.value)
      : null,
  ),
  rule('one-unit', 'a+unit a+number', (u, n) =>
    u.value.count === 1 && n.value.value === 1 && n.value.digits === 0 && !n.value.ordinal
      ? amount(u.value.unit, 1)
      : null,
  ),
  rule('amount-and-half', 'amount and+half', (a) => amount(a.value.unit, a.value.count + 0.5)),
  rule('unit-and-half', 'a+unit and+half', (u) => (u.value.count === 1 ? amount(u.value.unit, 1.5) : null)),
  rule('half-unit', 'half a+unit', (_, u) => (u.value.count === 1 ? amount(u.value.unit, 0.5) : null)),
  rule('amount', 'amount', (a) => span(a.value)),
  rule('approximate-amount', 'approx amount', (_, a) => span(a.value)),
  rule('unit-alone', 'a+unit', (u) => (u.value.count === 1 ? span({ unit: u.value.unit, count: 1 }) : null)),
  rule('approximate-unit', 'approx a+unit', (_, u) =>
    u.value.count === 1 ? span({ unit: u.value.unit, count: 1 }) : null,
  ),
]

const shift = (value: Amount, sign: -1 | 1, from?: Expression): Made =>
  date({ is: 'shift', amount: value, sign, from })
const window = (value: Amount, sign: -1 | 1): Made => date({ is: 'window', amount: value, sign })

const SHIFTS: readonly Rule[] = [
  rule('before-amount', 'before span !off', (_, s) => shift(s.value, -1)),
  rule('after-amount', 'after span !off !upon', (_, s) => shift(s.value, 1)),
  rule('since-amount', 'since span', (_, s) => shift(s.value, -1)),
  rule('before-amount-from', 'before span off date', (_b, s, _o, d) =>
    shift(s.value, -1, d.value.expression),
  ),
  rule('after-amount-from', 'after span off date', (_b, s, _o, d) => shift(s.value, 1, d.value.expression)),
  rule('after-amount-upon', 'after span upon date', (_b, s, _o, d) => shift(s.value, 1, d.value.expression)),
  rule('after-amount-from-now', 'after span off now', (_, s) => shift(s.value, 1)),
  rule('amount-from-now', 'amount off now', (a) => shift(a.value, 1)),
  rule('within', 'within span', (_, s) => window(s.value, 1)),
  rule('within-less', 'within less span', (_w, _l, s) => window(s.value, 1)),
  rule('within-which', 'within amount the+which', (_, a, which) =>
    which.value === 0 ? null : window(a.value, which.value > 0 ? 1 : -1),
  ),
  rule('within-recent', 'within amount the+recent', (_, a) => window(a.value, -1)),
  rule('amount-which', 'amount the+which', (a, which) =>
    which.value === 0 ? null : window(a.value, which.value > 0 ? 1 : -1),
  ),
  rule('amount-recent', 'amount the+recent', (a) => window(a.value, -1)),
  rule('latest-amount', 'last amount', (_, a) => window(a.value, -1)),
  rule('within-window', 'within date', (_, d) =>
    d.value.expression.is === 'window' ? date(d.value.expression) : null,
  ),
]

const DURATIONS: readonly Rule[] = [
  rule('duration', 'amount', (a) => duration(a.value)),
  rule('duration-for', 'for amount', (_, a) => duration(a.value, 1)),
  rule('duration-for-unit', 'for a+unit', (_, u) =>
    u.value.count === 1 ? duration({ unit: u.value.unit, count: 1 }, 1) : null,
  ),
]

const ISO: Partial<Record<Unit, string>> = {
  minute: 'PT1M',
  hour: 'PT1H',
  day: 'P1D',
  week: 'P1W',
  month: 'P1M',
  quarter: 'P3M',
  half: 'P6M',
  year: 'P1Y',
  decade: 'P10Y',
}

const set = (edtf: string): Made => ({ category: 'set', value: { is: 'set', edtf } })
const every = (unit: Unit): Made | null => (ISO[unit] === undefined ? null : set(`R/${ISO[unit]}`))
/** ISO 8601 counts Monday 1 to Sunday 7. */
const weekly = (weekday: number): Made => set(`XXXX-WXX-${weekday === 0 ? 7 : weekday}`)
const two = (n: number): string => String(n).padStart(2, '0')

function yearly({ month, day, calendar }: Node<'month'>['value']): Made {
  if (calendar === 'hijri') return set('R/P1Y')
  return set(day === undefined ? `XXXX-${two(month)}` : `XXXX-${two(month)}-${two(day)}`)
}

const SETS: readonly Rule[] = [
  rule('every-unit', 'each a+unit', (_, u) => (u.value.count === 1 ? every(u.value.unit) : null)),
  rule('every-weekday', 'each a+weekday', (_, w) => weekly(w.value)),
  rule('every-day-weekday', 'each a+unit weekday', (_e, u, w) =>
    u.value.unit === 'day' ? weekly(w.value) : null,
  ),
  rule('every-amount', 'each amount', (_, a) => set(`R/${isoDuration(a.value)}`)),
  rule('every-part-of-day', 'each daypart', () => set('R/P1D')),
  rule('part-of-every', 'daypart set', (_, s) => ({ category: 'set', value: s.value })),
  rule('every-month', 'each month', (_, m) => yearly(m.value)),
  rule('month-of-every-year', 'month of each a+unit', (m, _o, _e, u) =>
    u.value.unit === 'year' ? yearly(m.value) : null,
  ),
  rule('days-weekday', 'unit the+weekday', (u, w) =>
    u.value.unit === 'day' && u.value.count === 'n' ? weekly(w.value) : null,
  ),
  rule('rate', 'rate', (r) => every(r.value)),
]

/** An amount as ISO 8601: `P3M`, `P1Y6M`, `PT48H`. */
export function isoDuration({ unit, count }: Amount): string {
  const whole = Math.floor(count)
  const half = count !== whole
  switch (unit) {
    case 'minute':
      return half ? `PT${count * 60}S` : `PT${whole}M`
    case 'hour':
      return half ? `PT${count * 60}M` : `PT${whole}H`
    case 'day':
      return half ? `PT${count * 24}H` : `P${whole}D`
    case 'week':
      return half ? `PT${count * 168}H` : `P${whole}W`
    case 'month':
      return half ? `P${whole === 0 ? '' : `${whole}M`}15D` : `P${whole}M`
    case 'quarter':
      return `P${count * 3}M`
    case 'half':
      return `P${count * 6}M`
    case 'year':
      return half ? `P${whole === 0 ? '' : `${whole}Y`}6M` : `P${whole}Y`
    case 'decade':
      return `P${count * 10}Y`
    default:
      return `P${count * 100}Y`
  }
}

export const SPAN_RULES: readonly Rule[] = [...AMOUNTS, ...SHIFTS, ...DURATIONS, ...SETS]
