/** The second stage: dates, and the day they are seen from. */
import { type DateMention, type Diagnostic, intervalToEdtf } from '@mithaq/model'
import { inferPublished, parseDates } from './dates/index.ts'
import type { Doc } from './doc.ts'
import { tokenAt } from './text/tokens.ts'

/** Dates read from the day of publication: the one given, else the one that the article tells of itself. */
export function readDates(doc: Doc): Doc {
  if (doc.published) return withDates(doc, doc.published.date)
  const told = inferPublished(doc.text)
  if (!told)
    return withDates(doc, null, {
      code: 'published-unknown',
      message: 'no day of publication was given and the article tells none: relative dates stay open',
    })
  const { date, basis, interval, used } = told
  const words = used.map(({ quote }) => `«${quote}»`).join(' ')
  return withDates({ ...doc, published: { date, basis } }, date, {
    code: `published-${basis}`,
    message: `published ${date}, of ${intervalToEdtf(interval)}, as told by ${words}`,
    ...(used[0] && { span: used[0] }),
  })
}

function withDates(doc: Doc, reference: string | null, note?: Diagnostic): Doc {
  const dates = parseDates(doc.text, { reference })
  const dateEnds = new Set(dates.map(({ end }) => tokenAt(doc.tokens, end) - 1))
  return { ...doc, dates, dateEnds, diagnostics: note ? [...doc.diagnostics, note] : doc.diagnostics }
}

/** The dates that lie between two offsets, by binary search: they are in text order. */
export function datesBetween({ dates }: Pick<Doc, 'dates'>, from: number, until: number): DateMention[] {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dates[middle]!.start < from) low = middle + 1
    else high = middle
  }
  const found: DateMention[] = []
  for (let i = low; i < dates.length && dates[i]!.end <= until; i++) found.push(dates[i]!)
  return found
}
