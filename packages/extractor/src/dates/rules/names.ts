/** What looks like a time and is a name, an age or an adjective: taken off the table unread. */
import { lacksYear } from '../expression.ts'
import type { Made, Rule } from '../rule.ts'
import { rule } from '../rule.ts'

const block: Made = { category: 'block', value: 'name' }
/** Gives way to a date that reaches further: «هجمات 11 سبتمبر/أيلول 2001». */
const event: Made = { category: 'block', value: 'event' }

export const NAME_RULES: readonly Rule[] = [
  rule('name', 'name', () => block),
  rule('weekday-name', 'a+dayname the+weekday', () => block),
  rule('weekday-day-name', 'a+dayname unit the+weekday', () => block),
  rule('event-name', 'a+eventname date !year', (_, d) =>
    d.value.expression.is === 'calendar' && lacksYear(d.value.expression) ? event : null,
  ),
  rule('person-name', 'personname month !year !which', (_, m) =>
    m.value.weak || m.value.rare ? block : null,
  ),
  rule('adjective', 'the+adjective the+unit', (_, u) => (u.value.unit === 'year' ? block : null)),
  rule('adjective-which', 'the+adjective the+unit the+which', (_, u) =>
    u.value.unit === 'year' ? block : null,
  ),
  rule('adjective-following', 'the+adjective the+unit the+following', (_, u) =>
    u.value.unit === 'year' ? block : null,
  ),
  rule('nth-day-of-event', 'the+unit the+number', (u, n) =>
    u.value.unit === 'day' && u.value.count === 1 && n.value.ordinal ? event : null,
  ),
  rule('from-count-to', 'opener year to ~year counted', () => block),
  rule('between-counts', 'between year and+year counted', () => block),
  rule('between-year-and-count', 'between year and+number counted', () => block),
  rule('age', 'age amount', () => block),
  rule('age-number', 'amount lifetime', () => block),
  rule('age-decade', 'decadename lifetime', () => block),
]
