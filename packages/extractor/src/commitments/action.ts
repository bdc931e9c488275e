/**
 * The action as a clause that a reader understands by itself: the verb as its noun, without the dates and
 * the condition that have fields of their own, without stray marks; and an English gloss of it, composed
 * by machine from the lexicon's glosses and the entities' English names.
 */
import { type EntityDoc, mentionsIn } from '../entities/mention-index.ts'
import type { Token, TokenRange } from '../text/tokens.ts'
import type { Action } from './candidate.ts'
import type { PlacedRole } from './where.ts'

/** Words that only lead up to a date, and go with it. */
const LEADS =
  /^[وف]?(?:ب|ل)?(?:في|خلال|حتي|بحلول|قبل|بعد|منذ|من|الي|اعتبارا|ابتداء|بدءا|موعد|اقصاه|غضون|مطلع|نهايه|يوم|تاريخ|موعدا|وفي|حلول|بنهايه)$/u
const QUOTES = new Set(['"', '«', '»', '“', '”', '„'])

export function actionInArabic(doc: EntityDoc, action: Action, omitted: readonly TokenRange[]): string {
  const { tokens } = doc
  const skip = new Set(omitted.flatMap(({ start, end }) => range(start, end)))
  for (const { start } of datesOf(doc, action.words))
    for (let i = start - 1; i > action.words.start && LEADS.test(tokens[i]!.text); i--) skip.add(i)
  for (const { start, end } of datesOf(doc, action.words)) for (const i of range(start, end)) skip.add(i)
  const parts: string[] = action.noun ? [action.noun] : []
  for (const i of range(action.words.start, action.words.end)) {
    if (skip.has(i) || QUOTES.has(tokens[i]!.text)) continue
    const surface =
      i === action.words.start
        ? headSurface(doc, tokens[i]!, action)
        : doc.text.slice(tokens[i]!.start, tokens[i]!.end)
    if (surface === '') continue
    const glued = i > action.words.start && !skip.has(i - 1) && tokens[i - 1]!.end === tokens[i]!.start
    if (glued && parts.length > 0) parts[parts.length - 1] += surface
    else parts.push(surface)
  }
  return tidy(parts.join(' '))
}

/** The head without its proclitics; «للانتقال» gives back the article's alef. */
function headSurface(doc: EntityDoc, token: Token, { cut }: Action): string {
  if (cut >= token.text.length) return ''
  const surface = doc.text.slice(token.start, token.end).replace(/^[\u064b-\u0652ـ]+/u, '')
  const rest = surface.slice(cut).replace(/^[\u064b-\u0652ـ]+/u, '')
  return token.text.slice(0, cut).endsWith('ل') && rest.startsWith('ل') ? `ا${rest}` : rest
}

/** Marks left alone, doubled or at the ends go. */
const tidy = (text: string): string =>
  text
    .replaceAll('ـ', '')
    .replaceAll(/\s+([،؛,.)])/gu, '$1')
    .replaceAll(/([،,]\s*)+(?=[،,]|$)/gu, '')
    .replaceAll(/\(\s*([^()]*?)\s*\)/gu, '$1')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s،,]+|[\s،,:(]+$/gu, '')
    .replaceAll(/(?:\s(?:و|في|من|حتى|إلى|خلال|على|بعد|قبل))+$/gu, '')

const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i)

/** Date mentions as ranges of tokens. */
function datesOf({ dates, tokens }: EntityDoc, words: TokenRange): TokenRange[] {
  if (words.start >= words.end) return []
  const from = tokens[words.start]!.start
  const until = tokens[words.end - 1]!.end
  return dates
    .filter(({ start, end, type }) => start >= from && end <= until && type !== 'duration' && type !== 'set')
    .map(({ start, end }) => {
      let first = words.start
      while (tokens[first]!.end <= start) first++
      let last = first
      while (last < words.end && tokens[last]!.start < end) last++
      return { start: first, end: last }
    })
}

/** «withdraw; from Iraq»: the gloss of the head, then whom and where by their English names. */
export function actionInEnglish(
  doc: EntityDoc,
  action: Action,
  places: readonly PlacedRole[],
): string | undefined {
  const gloss = action.verbs[0]?.gloss
  if (gloss === undefined) return undefined
  const named = new Set(places.map(({ id }) => id))
  const others = mentionsIn(doc, action.words)
    .filter(({ entity }) => !named.has(entity))
    .map(({ entity }) => doc.entities.byId.get(entity)?.name.en)
  const where = places.map(({ id, role }) => {
    const name = doc.entities.byId.get(id)?.name.en
    return name && `${role === 'toward' ? 'to' : role === 'at' ? 'in' : role} ${name}`
  })
  return [gloss, ...new Set([...others, ...where].filter((part) => part !== undefined))].join('; ')
}
