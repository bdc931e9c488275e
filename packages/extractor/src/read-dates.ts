/** The second stage: dates, and the day they are seen from. */
import type { DateMention, Diagnostic } from '@mithaq/model'
import { inferPublished, parseDates } from './dates/index.ts'
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
