/** Parts of a longer time: its edges, thirds, quarters, its nth week, its first six months. */
import type { Expression, Unit } from '../expression.ts'
import { grainOf } from '../expression.ts'
import type { Node } from '../node.ts'
import type { Made, Rule } from '../rule.ts'
import { rule } from '../rule.ts'
import { date } from './made.ts'

const SIZE: Record<string, number> = {
  day: 1,
  week: 2,
  month: 3,
  season: 4,
  quarter: 4,
  half: 5,
  year: 6,
  decade: 7,
  century: 8,
}
const sizeOf = (expression: Expression): number => SIZE[grainOf(expression)] ?? 0

/** The whole that a part is of: a date, or «العام» and the like for the current one. */
type Period = Node<'date'> | Node<'current'>
const expressionOf = (period: Period): Expression =>
  period.category === 'date' ? period.value.expression : period.value

const edge = (node: Node<'edge'>, of: Expression): Made | null => {
  // «نهاية الخميس» is Thursday; «أول الجمعة» is nothing.
  const { edge: third, weak } = node.value
  if (grainOf(of) === 'day') return weak ? null : date(of)
  // «أول الشهر» is its first day.
  if (weak && third === 0 && grainOf(of) === 'month') return null
  return sizeOf(of) >= 2 ? date({ is: 'edge', edge: third, of }) : null
}

function fraction(parts: number, n: Node<'number'>, of: Expression): Made | null {
  const { value, ordinal, digits } = n.value
  if (!(ordinal || digits === 1) || value > parts || value === 0 || sizeOf(of) < 3) return null
  return date({ is: 'fraction', parts, n: value, of })
}

function nth(unit: Unit, n: number, count: number, of: Expression): Made | null {
  if ((SIZE[unit] ?? 99) >= sizeOf(of) || n === 0 || n > 100) return null
  return date({ is: 'nth', unit, n, count, of })
}

/** `orDay`: «الجمعة الأول من نوفمبر» may also be a Friday that is the first of the month. */
const nthWeekday = (weekday: number, n: Node<'number'>, of: Expression, orDay = false): Made | null =>
  n.value.ordinal && n.value.value <= 5 && sizeOf(of) >= 3
    ? date({ is: 'nth-weekday', weekday, n: n.value.value, of, orDay })
    : null

/** The rules of parts, each for a dated whole and for «العام», «الشهر» alone. */
function partRules(whole: 'date' | 'current'): Rule[] {
  const current = whole === 'current' ? '-current' : ''
  const of = whole as 'date'
  return [
    rule(`edge${current}`, `edge ${of}`, (e, w) => edge(e, expressionOf(w))),
    rule(`fraction${current}`, `fraction number of? ~${of}`, (f, n, _, w) =>
      fraction(f.value, n, expressionOf(w)),
    ),
    rule(`ordinal-fraction${current}`, `number fraction of? ~${of}`, (n, f, _, w) =>
      n.value.ordinal ? fraction(f.value, n, expressionOf(w)) : null,
    ),
    rule(`nth-unit${current}`, `unit number inside? ~${of}`, (u, n, _, w) =>
      u.value.count === 1 && n.value.ordinal ? nth(u.value.unit, n.value.value, 1, expressionOf(w)) : null,
    ),
    rule(`ordinal-unit${current}`, `number unit inside? ~${of}`, (n, u, _, w) =>
      n.value.ordinal && u.value.count !== 2 ? nth(u.value.unit, n.value.value, 1, expressionOf(w)) : null,
    ),
    rule(`first-units${current}`, `amount earliest inside? ~${of}`, (a, _e, _of, w) =>
      nth(a.value.unit, 1, a.value.count, expressionOf(w)),
    ),
    rule(`last-units${current}`, `amount recent inside ~${of}`, (a, _e, _of, w) =>
      nth(a.value.unit, -1, a.value.count, expressionOf(w)),
    ),
    rule(`last-amount${current}`, `last amount inside ~${of}`, (_l, a, _of, w) =>
      nth(a.value.unit, -1, a.value.count, expressionOf(w)),
    ),
    rule(`weekday-nth${current}`, `the+weekday number inside? ~${of}`, (d, n, _, w) =>
      nthWeekday(d.value, n, expressionOf(w), true),
    ),
    rule(`nth-weekday${current}`, `number a+weekday inside? ~${of}`, (n, d, _, w) =>
      nthWeekday(d.value, n, expressionOf(w)),
    ),
    rule(`nth-day-weekday${current}`, `number unit a+weekday inside? ~${of}`, (n, u, d, _, w) =>
      u.value.unit === 'day' ? nthWeekday(d.value, n, expressionOf(w)) : null,
    ),
  ]
}

const CURRENT: ReadonlySet<Unit> = new Set(['week', 'month', 'year', 'decade', 'century'])

export const PART_RULES: readonly Rule[] = [
  rule('current-unit', 'the+unit !fiscal !era', (u) =>
    u.value.count === 1 && CURRENT.has(u.value.unit)
      ? { category: 'current', value: { is: 'unit', unit: u.value.unit, offset: 0, from: 'reference' } }
      : null,
  ),
  ...partRules('date'),
  ...partRules('current'),
  rule('first-of-current', 'ordinal current', (n, { value: of }) =>
    n.value === 1 && grainOf(of) === 'month' ? date({ is: 'nth', unit: 'day', n: 1, count: 1, of }) : null,
  ),
  rule('edge-of-millennium', 'edge the+millennium', (e) =>
    e.value.edge === 2
      ? null
      : date({
          is: 'edge',
          edge: e.value.edge,
          of: { is: 'decade', tens: 0, century: { is: 'century', n: 21, calendar: 'gregorian' } },
        }),
  ),
  rule('weekday-of-week', 'the+weekday of date', (d, _, w) =>
    grainOf(w.value.expression) === 'week'
      ? date({ is: 'nth-weekday', weekday: d.value, n: 1, of: w.value.expression })
      : null,
  ),
  rule('weekend', 'weekend date', (_, d) => {
    const { expression } = d.value
    return expression.is === 'edge' && grainOf(expression.of) === 'week' ? date(expression) : null
  }),
  rule('decade-of-century', 'decadename of? date', (d, _, c) =>
    grainOf(c.value.expression) === 'century'
      ? date({ is: 'decade', tens: d.value, century: c.value.expression })
      : null,
  ),
  rule('decade', 'the+decadename', (d) => date({ is: 'decade', tens: d.value })),
  rule('decade-word', 'a+unit date', (u, d) =>
    u.value.unit === 'decade' && u.value.count === 1 && d.value.expression.is === 'decade'
      ? date(d.value.expression)
      : null,
  ),
  rule('century', 'the+unit number', (u, n) => century(u, n)),
  rule('century-era', 'the+unit number era', (u, n, era) => {
    if (era.value === 'bc') {
      const plain = century(u, n)
      return plain === null ? null : date({ is: 'bc', year: n.value.value * 100, span: 100 })
    }
    return century(u, n, era.value)
  }),
]

function century(
  u: Node<'unit'>,
  n: Node<'number'>,
  calendar: 'gregorian' | 'hijri' = 'gregorian',
): Made | null {
  const { value, ordinal, digits } = n.value
  if (
    u.value.unit !== 'century' ||
    u.value.count !== 1 ||
    !(ordinal || digits > 0) ||
    value < 1 ||
    value > 30
  )
    return null
  return date({ is: 'century', n: value, calendar })
}
