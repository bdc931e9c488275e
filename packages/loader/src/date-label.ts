/** The Arabic name of an interval, the same on every machine whatever its ICU. */
import { addDays, type Interval, partsOf, precisionOf } from '@mithaq/model'

const MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
] as const

/**
 * @returns null for an interval that is open at both ends
 * @example dateLabel({ from: '2025-09-01', until: '2025-10-01' }) // 'سبتمبر 2025'
 * @example dateLabel({ from: null, until: '2027-01-01' }) // 'حتى 31 ديسمبر 2026'
 */
export function dateLabel(interval: Interval): string | null {
  const { from, until } = interval
  if (from === null) return until === null ? null : `حتى ${dayLabel(addDays(until, -1))}`
  const { year, month } = partsOf(from)
  switch (precisionOf(interval)) {
    case 'day':
      return dayLabel(from)
    case 'month':
      return `${MONTHS[month - 1]} ${year}`
    case 'year':
      return String(year)
    default:
      return until === null
        ? `منذ ${dayLabel(from)}`
        : `من ${dayLabel(from)} إلى ${dayLabel(addDays(until, -1))}`
  }
}

function dayLabel(day: string): string {
  const { year, month, day: of } = partsOf(day)
  return `${of} ${MONTHS[month - 1]} ${year}`
}
