/** What productions build again and again. */
import type { Expression } from '../expression.ts'
import type { DateValue } from '../node.ts'
import type { Made } from '../rule.ts'

/** A date; `first` is the part of the pattern at which its span begins. */
export function date(expression: Expression, first = 0, flags: Partial<DateValue> = {}): Made {
  const value = { expression, cue: flags.cue ?? 'none', countable: flags.countable ?? false }
  return { category: 'date', value, first }
}

/** Years of two digits: those from 30 on are of the last century, as in «حدود عام 67». */
export const fullYear = (year: number): number => (year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year)

export const isDayNumber = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 31
export const isMonthNumber = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 12
/** Years that a full numeric date can only mean as Hijri. */
export const isHijriYear = (n: number): boolean => n >= 1300 && n <= 1500
