/** A date together with what the words before it make of it. */
import type { DateMention, Interval } from '@mithaq/model'

/**
 * The interval that a mention with its bound stands for, where `mention.interval` is the date's own.
 *
 * - `from` (منذ، اعتباراً من): from its first day on.
 * - `after` (بعد، عقب): from the day after its last one.
 * - `until` (حتى، بحلول، في موعد أقصاه): to its last day included.
 * - `before` (قبل): to the day before its first; «قبل نهاية العام» to the end of the year, since of
 *   a vague edge as a deadline only the far side counts.
 * - `at`: the interval itself.
 *
 * @example boundedInterval(mention) // «بعد عام 2026» → { from: '2027-01-01', until: null }
 */
export function boundedInterval(mention: Pick<DateMention, 'interval' | 'bound' | 'rule'>): Interval {
  const { from, until } = mention.interval
  if (from === null && until === null) return mention.interval
  switch (mention.bound) {
    case 'from':
      return { from, until: null }
    case 'after':
      return { from: until, until: null }
    case 'until':
      return { from: null, until }
    case 'before':
      return { from: null, until: mention.rule.startsWith('edge') ? until : from }
    default:
      return mention.interval
  }
}
