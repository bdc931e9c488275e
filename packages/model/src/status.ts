/** The status of a commitment, derived as of a day and never stored. */
import type { EnumValue } from './vocabulary.ts'

export interface Timeline {
  /** First day it holds from; null when the text gives none. */
  begins: string | null
  /** First and last day of the due date, both inclusive; null when the text gives none. */
  due: { start: string | null; end: string | null } | null
}

/**
 * Where a commitment stands on `asOf`: before it begins it is pending, within a due interval due,
 * after its last day overdue, else active. What later articles say (fulfilled, amended, withdrawn)
 * comes from the links between commitments, not from dates.
 *
 * @example statusOn({ begins: null, due: { start: '2025-09-01', end: '2025-09-30' } }, '2025-10-02') // 'overdue'
 */
export function statusOn({ begins, due }: Timeline, asOf: string): EnumValue<'status'> {
  if (due?.end && asOf > due.end) return 'overdue'
  if (begins && asOf < begins) return 'pending'
  if (due?.start && asOf >= due.start && due.end) return 'due'
  return 'active'
}
