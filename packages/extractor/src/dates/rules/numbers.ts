/** Numbers written out, cardinal and ordinal: خمسة وعشرون، الحادي عشر، ألفين وأربعة وعشرين. */
import type { Made, Rule } from '../rule.ts'
import { rule } from '../rule.ts'

const number = (value: number, ordinal = false): Made => ({
  category: 'number',
  value: { value, digits: 0, ordinal },
})

export const NUMBER_RULES: readonly Rule[] = [
  rule('ones', 'ones', (n) => number(n.value)),
  rule('ordinal', 'ordinal', (n) => number(n.value, true)),
  rule('tens', 'tens', (n) => number(n.value, n.definite)),
  rule('hundreds', 'hundreds', (n) => number(n.value)),
  rule('thousands', 'thousands', (n) => number(n.value)),
  rule('teen', 'ones teen', (n) => (n.value < 10 ? number(n.value + 10) : null)),
  rule('ordinal-teen', 'ordinal teen', (n) => (n.value > 0 ? number(n.value + 10, true) : null)),
  rule('ones-and-tens', 'ones and+tens', (n, tens) => (n.value < 10 ? number(n.value + tens.value) : null)),
  rule('ordinal-and-tens', 'ordinal and+tens', (n, tens) =>
    n.value > 0 && n.value < 10 ? number(n.value + tens.value, true) : null,
  ),
  rule('ones-of-hundreds', 'ones hundreds', (n, hundreds) =>
    n.value > 2 && n.value < 10 && hundreds.value === 100 ? number(n.value * 100) : null,
  ),
  rule('hundreds-and', 'hundreds and+number', (n, rest) =>
    rest.value.digits === 0 && rest.value.value < 100 ? number(n.value + rest.value.value) : null,
  ),
  rule('hundreds-and-thousands', 'hundreds and+thousands', (n, more) => number(n.value + more.value)),
  rule('ascending', 'number and+number', (n, more) =>
    // The classical order, the smaller first: سنة أربع وأربعين وأربعمائة وألف.
    n.value.digits === 0 && more.value.digits === 0 && n.value.value < 100 && more.value.value % 100 === 0
      ? number(n.value.value + more.value.value)
      : null,
  ),
  rule('thousands-and', 'thousands and+number', (n, rest) =>
    rest.value.digits === 0 && rest.value.value > 0 && rest.value.value < 1000
      ? number(n.value + rest.value.value)
      : null,
  ),
]
