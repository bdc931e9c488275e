import { isDay } from '@mithaq/model/interval'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day that a machine's date means, as its publisher counts days: the offset it is written with is kept,
 * since news of half past midnight in Baghdad is of that day there and not of the day before.
 *
 * @param value ISO 8601, RFC 822 (feeds), `YYYY/MM/DD`, `YYYYMMDD`, or Unix time in seconds or milliseconds
 * @returns undefined for anything else, and for what could be two days (`03/04/2025`)
 * @example dayOf('Tue, 02 Dec 2025 00:30:00 +0300') // '2025-12-02'
 */
export function dayOf(value: unknown): string | undefined {
  if (typeof value === 'number') return dayOfTime(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const numbers = /^(\d{4})([-/]?)(\d{2})\2(\d{2})(?![\d/-])/u.exec(text)
  if (numbers) return real(`${numbers[1]}-${numbers[3]}-${numbers[4]}`)
  const words = /^(?:\p{L}{3,9}\.?,?\s+)?(\d{1,2})[\s-](\p{L}{3})\p{L}*\.?,?[\s-](\d{4})\b/u.exec(text)
  const month = MONTHS.indexOf(words?.[2]?.toLowerCase() ?? '') + 1
  if (words && month > 0) return real(`${words[3]}-${two(month)}-${two(Number(words[1]))}`)
  return /^\d{10}(?:\d{3})?$/u.test(text) ? dayOfTime(Number(text)) : undefined
}

const two = (number: number): string => String(number).padStart(2, '0')
const real = (day: string): string | undefined => (isDay(day) ? day : undefined)

/** Below this a number is seconds: 1973 in milliseconds, 5138 in seconds. */
const LEAST_MS = 100_000_000_000

function dayOfTime(time: number): string | undefined {
  const date = new Date(time < LEAST_MS ? time * 1000 : time)
  return time > 0 && !Number.isNaN(date.getTime()) ? real(date.toISOString().slice(0, 10)) : undefined
}
