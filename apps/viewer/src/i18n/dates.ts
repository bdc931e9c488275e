/** Days and ranges of days as a reader writes them: «سبتمبر 2026», not its first and last day. */
import { addDays, edtfToInterval, lastDay, precisionOf } from '@mithaq/model'
import type { Language } from '../state/view-state.ts'
import { eachLanguage, fill, messagesIn } from './language.ts'

/** Both ends inclusive; null is open. */
export interface DayRange {
  start: string | null
  end: string | null
}

const FORMATS = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formatters = {
  day: eachLanguage((locale) => new Intl.DateTimeFormat(locale, { ...FORMATS.day, timeZone: 'UTC' })),
  month: eachLanguage((locale) => new Intl.DateTimeFormat(locale, { ...FORMATS.month, timeZone: 'UTC' })),
  year: eachLanguage((locale) => new Intl.DateTimeFormat(locale, { ...FORMATS.year, timeZone: 'UTC' })),
}
const formatter = (lang: Language, unit: keyof typeof FORMATS): Intl.DateTimeFormat => formatters[unit](lang)

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** @example formatDay('ar', '2024-09-27') // '27 سبتمبر 2024' */
export const formatDay = (lang: Language, day: string): string => formatter(lang, 'day').format(utc(day))

/**
 * @example formatRange('ar', { start: '2026-09-01', end: '2026-09-30' }) // 'سبتمبر 2026'
 * @example formatRange('en', { start: null, end: '2026-12-31' }) // 'until 31 December 2026'
 */
export function formatRange(lang: Language, { start, end }: DayRange): string {
  const { until, since } = messagesIn(lang)
  if (start === null) return end === null ? '' : fill(until, { day: formatDay(lang, end) })
  if (end === null) return fill(since, { day: formatDay(lang, start) })
  const next = addDays(end, 1)
  const precision = precisionOf({ from: start, until: next })
  if (precision === 'day' || precision === 'month' || precision === 'year') {
    return formatter(lang, precision).format(utc(start))
  }
  const wholeMonths = start.endsWith('-01') && next.endsWith('-01')
  return formatter(lang, wholeMonths ? 'month' : 'day').formatRange(utc(start), utc(end))
}

/** A drawing asks for the same few thousand at every change. */
const dateNames = { ar: new Map<string, string | null>(), en: new Map<string, string | null>() }

/**
 * A date node's name from its id, which is EDTF; null for any other node.
 *
 * @example dateName('ar', 'date:2025-09') // 'سبتمبر 2025'
 */
export function dateName(lang: Language, id: string): string | null {
  if (!id.startsWith('date:')) return null
  let name = dateNames[lang].get(id)
  if (name === undefined) {
    const interval = edtfToInterval(id.slice('date:'.length))
    name = interval && formatRange(lang, { start: interval.from, end: lastDay(interval) })
    dateNames[lang].set(id, name)
  }
  return name
}
