/** Whether a noun stands under a preposition, its own word or glued on: what parts a subject from an adjunct. */
import { fold } from '@mithaq/model'
import { lazily, readLexicon } from '../read-lexicon.ts'
import { type Form, remember } from '../remember.ts'
import type { Token } from './tokens.ts'

export type PlaceRole = 'at' | 'from' | 'toward'

const prepositions = lazily(
  () => new Map(readLexicon<'word' | 'role'>('prepositions.tsv').map(({ word, role }) => [fold(word), role])),
)

/** «فتحت»: she opened, and hardly ever «and so below». */
const OPENED = 'فتحت'

/** The role of a preposition, '' where it gives none; و and ف allowed in front. */
const roleOf = remember((word): string | undefined => {
  const isBare = prepositions().has(word) || !'وف'.includes(word[0] ?? ' ') || word.length < 3
  const bare = isBare || word === OPENED ? word : word.slice(1)
  return prepositions().get(bare)
})

/** True for a preposition that is a word of its own, و and ف allowed in front. */
export const isPreposition = (word: string | Form): boolean => roleOf(word) !== undefined

/** The role that a preposition gives to a place after it; null where it gives none. */
export function placeRole(word: string | Form): PlaceRole | null {
  const role = roleOf(word)
  return role === '' || role === undefined ? null : (role as PlaceRole)
}

const PRESIDING = /^ب(?:رياسه|حضور|مشاركه|قياده|رعايه|دعوه|وساطه|اشراف)$/u

/** «عبر الأمين العام عن حزنه»: the verb, and no «across». */
const isExpressed = (tokens: readonly Token[], at: number): boolean =>
  /^[وف]?عبر$/u.test(tokens[at]!.text) &&
  tokens.slice(at + 2, at + EXPRESSED).some(({ text }) => text === 'عن')
/** The subject stands between. In tokens. */
const EXPRESSED = 14

/** True when the noun that begins at a token, with these proclitics, depends on a preposition. */
export function isGoverned(tokens: readonly Token[], at: number, proclitics: readonly string[]): boolean {
  if (proclitics.some((letter) => 'بلك'.includes(letter))) return true
  let before = at - 1
  while (
    before >= 0 &&
    (tokens[before]!.text === '"' || tokens[before]!.text === '«' || tokens[before]!.text === '(')
  )
    before--
  const word = tokens[before]
  if (word?.kind !== 'word') return false
  if (isExpressed(tokens, before)) return false
  if (isPreposition(word.form) || word.text === 'ب' || word.text === 'ل' || word.text === 'لل') return true
  // «برئاسة الرئيس فلان»: a title between.
  return [before - 1, before - 2].some((i) => PRESIDING.test(tokens[i]?.text ?? ''))
}
