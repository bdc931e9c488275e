/** The second stage: dates, and the day they are seen from. */
import type { DateMention, Diagnostic } from '@mithaq/model'
import { parseDates } from './dates/index.ts'
const inferPublished = (_t: string, _d: unknown): { date: string; used: { quote: string }[] } | null => null
import type { Doc } from './doc.ts'
import { tokenAt } from './text/tokens.ts'

export function readDates(doc: Doc): Doc {
  const first = parseDates(doc.text, { reference: doc.published?.date ?? null })
  if (doc.published) return withDates(doc, first)
  const inferred = inferPublished(doc.text, first)
  if (!inferred)
    return withDates(doc, first, {
      code: 'published-unknown',
      message: 'no publication date was given and the article does not tell one: relative dates stay open',
    })
  const said = inferred.used.map(({ quote }) => `«${quote}»`).join(' ')
  const note = {
    code: 'published-inferred',
    message: `publication inferred as ${inferred.date} from ${said}`,
  }
  const published = { date: inferred.date, basis: 'inferred' as const }
  return withDates({ ...doc, published }, parseDates(doc.text, { reference: inferred.date }), note)
}

function withDates(doc: Doc, dates: readonly DateMention[], note?: Diagnostic): Doc {
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
