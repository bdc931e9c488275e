/** The status of a commitment, derived as of a day and never stored. */
import type { EnumValue } from './vocabulary.ts'

export interface Timeline {
  /** First day it holds from; null when the text gives none. */
  begins: string | null
  /** First and last day of the due date, both inclusive; null when the text gives none. */
  due: { start: string | null; end: string | null } | null
  /** Something is to be done: not kept from, and not only wished. What is not owed is never due nor late. */
  owed: boolean
}

/** @example isOwed({ polarity: 'negative', kind: 'refusal' }) // false: «لن نرفع الأسعار قبل نهاية العام» */
export const isOwed = ({
  polarity,
  kind,
}: {
  polarity: EnumValue<'polarity'>
  kind: EnumValue<'kind'>
}): boolean => polarity === 'positive' && kind !== 'wish'

/** What was read of a commitment later: the link to it, and the day of the article that says so. */
export interface Later {
  relation: 'FULFILS' | 'AMENDS' | 'CONTRADICTS'
  /** Why the link was drawn; of contradictions only the debtor's own (`withdrawn`) change the status. */
  rule: string
  published: string | null
}

/**
 * The status on a day from what had been read by then: done once, it stays done; else the last word counts, and
 * without one the calendar.
 *
 * @example statusAfter([{ relation: 'AMENDS', rule: 'amended', published: '2016-03-24' }], { begins: null, due: null, owed: true }, '2016-04-01') // 'amended'
 */
export function statusAfter(later: readonly Later[], timeline: Timeline, asOf: string): EnumValue<'status'> {
  const told = later.filter(({ published }) => published === null || published <= asOf)
  if (told.some(({ relation }) => relation === 'FULFILS')) return 'fulfilled'
  const lastOf = (relation: Later['relation'], rule?: string): string =>
    told
      .filter((link) => link.relation === relation && (rule === undefined || link.rule === rule))
      .reduce((last, { published }) => ((published ?? '0') > last ? (published ?? '0') : last), '')
  const [amended, withdrawn] = [lastOf('AMENDS'), lastOf('CONTRADICTS', 'withdrawn')]
  if (amended === '' && withdrawn === '') return statusOn(timeline, asOf)
  return withdrawn >= amended ? 'withdrawn' : 'amended'
}

/**
 * Where a commitment stands on `asOf`: before it begins it is pending, within a due interval due,
 * after its last day overdue, else active. What later articles say (fulfilled, amended, withdrawn)
 * comes from the links between commitments, not from dates.
 *
 * @example statusOn({ begins: null, due: { start: '2025-09-01', end: '2025-09-30' }, owed: true }, '2025-10-02') // 'overdue'
 */
export function statusOn({ begins, due, owed }: Timeline, asOf: string): EnumValue<'status'> {
  if (owed && due?.end && asOf > due.end) return 'overdue'
  if (begins && asOf < begins) return 'pending'
  if (!owed) return 'active'
  if (due?.start && asOf >= due.start && due.end) return 'due'
  return 'active'
}
