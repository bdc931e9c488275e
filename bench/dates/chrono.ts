/** chrono-node's Arabic locale behind the shape that the bench compares: values in order. */
import { ar } from 'chrono-node'
import type { ParsedComponents } from 'chrono-node'
import { addDays, isoDate } from '../../packages/model/src/index.ts'

/** The days of each mention as `from/until`, half-open, at the grain that chrono is certain of. */
export function chronoValues(text: string, reference: string): string[] {
  return ar.parse(text, new Date(`${reference}T12:00:00Z`)).map(({ start, end }) => {
    const first = days(start)
    const last = end === null || end === undefined ? first : days(end)
    return `${first.from}/${last.until}`
  })
}

function days(components: ParsedComponents): { from: string; until: string } {
  const [year, month, day] = [components.get('year')!, components.get('month')!, components.get('day')!]
  const isDay = components.isCertain('day') || components.isCertain('weekday')
  if (!isDay && components.isCertain('month'))
    return { from: isoDate(year, month, 1), until: isoDate(year, month + 1, 1) }
  if (!isDay && components.isCertain('year'))
    return { from: isoDate(year, 1, 1), until: isoDate(year + 1, 1, 1) }
  const from = isoDate(year, month, day)
  return { from, until: addDays(from, 1) }
}
