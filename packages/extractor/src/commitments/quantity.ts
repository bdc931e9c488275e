/** How many: «قرابة 2500 جندي»، «مئات من القوات»، «50 مليون دولار». */
import { type Commitment, fold } from '@mithaq/model'
import type { Doc } from '../doc.ts'
import { lazily, readLexicon } from '../read-lexicon.ts'
import { datesBetween } from '../read-dates.ts'
import { isPreposition } from '../text/governs.ts'
import { phraseBook } from '../text/phrases.ts'
import type { TokenRange } from '../text/tokens.ts'

const words = lazily(() => {
  const rows = readLexicon<'word' | 'type' | 'value'>('quantities.tsv')
  return {
    multiply: new Map(
      rows.filter(({ type }) => type === 'multiply').map(({ word, value }) => [fold(word), Number(value)]),
    ),
    approximate: phraseBook(
      rows.filter(({ type }) => type === 'approximate').map(({ word }) => [word, true] as const),
    ),
  }
})

const DATE_REACH = 16

/** Plurals that stand for an unknown number of hundreds or thousands. */
const VAGUE = /^(?:ال)?(?:مئات|ميات|الاف|عشرات|ملايين|مليارات)$/u

/** The first number of a clause that counts something; numbers of dates do not. */
export function quantityOf(doc: Doc, { start, end }: TokenRange): NonNullable<Commitment['quantity']> | null {
  for (let i = start; i < end; i++) {
    const number = numberAt(doc, i, end)
    if (!number || isDated(doc, i)) continue
    const unit = unitAt(doc, number.end, end)
    if (unit === null) continue
    return { value: number.value, unit, approximate: number.vague || isApproximate(doc, i, start) }
  }
  return null
}

function numberAt(
  doc: Doc,
  at: number,
  limit: number,
): { value: number; end: number; vague: boolean } | null {
  const { tokens } = doc
  let value: number | null = null
  let i = at
  if (tokens[i]!.kind === 'number') value = Number(tokens[i++]!.text.replaceAll(',', ''))
  let vague = false
  for (; i < limit; i++) {
    const factor = words().multiply.get(tokens[i]!.text)
    if (factor === undefined) break
    vague ||= VAGUE.test(tokens[i]!.text)
    value = (value ?? 1) * factor
  }
  return value === null || !Number.isFinite(value) ? null : { value, end: i, vague }
}

/** The noun counted: behind «من» as well, without its article. */
function unitAt(doc: Doc, at: number, limit: number): string | null {
  const { tokens } = doc
  if (tokens[at]?.text === '%' || (tokens[at]?.text === 'في' && tokens[at + 1]?.text.startsWith('الم')))
    return '%'
  const i = tokens[at]?.text === 'من' ? at + 1 : at
  const token = tokens[i]
  if (!token || i >= limit || token.kind !== 'word' || isPreposition(token.form)) return null
  return doc.text
    .slice(token.start, token.end)
    .replace(/[\u064b-\u0652]/gu, '')
    .replace(/^ال(?=.{3})/u, '')
}

/** A date may begin a few words before its number: «في الخامس من أيار 2025». */
const isDated = (doc: Doc, at: number): boolean => {
  const { start, end } = doc.tokens[at]!
  const from = doc.tokens[Math.max(0, at - DATE_REACH)]!.start
  const until = doc.tokens[Math.min(doc.tokens.length - 1, at + DATE_REACH)]!.end
  return datesBetween(doc, from, until).some((date) => date.start <= start && end <= date.end)
}

function isApproximate({ tokens }: Doc, at: number, floor: number): boolean {
  for (let i = Math.max(floor, at - 4); i < at; i++)
    if (words().approximate(tokens, i, at)?.end === at) return true
  return false
}
