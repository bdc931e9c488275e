/**
 * Whether a name that may be either acts or is where something happens: the state as an actor and
 * the same state as a place are two entities. The words beside it decide; see `contexts.tsv`.
 */
import type { Draft } from '../entities/draft.ts'
import { inContext, isOpener, opensOwnWords, type Reader, wordAt } from '../entities/reader.ts'
import type { Thing } from '../entities/thing.ts'
import { encliticReadings, nounReadings } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import { formsOf, verbsOfNoun } from '../text/verbs.ts'

export type Role = 'actor' | 'place'

/** @param before the draft that ends just before this one, with its role */
export function decideRole(
  reader: Reader,
  draft: Draft,
  thing: Thing,
  before: { draft: Draft; role: Role } | undefined,
): Role {
  if (!thing.place) return 'actor'
  if (!thing.actor) return 'place'
  if (draft.role) return draft.role
  return (
    byCoordination(reader, draft, before) ??
    byPreposition(reader, draft, before?.draft) ??
    byVerb(reader, draft, before?.draft) ??
    usual(thing)
  )
}

/** A country acts unless it is said where; a capital is a city unless it acts; a palace acts. */
const usual = (thing: Thing): Role =>
  thing.isCountry || thing.place?.type === 'Facility' ? 'actor' : 'place'

/** Index of the word before the mention, an opening mark stepped over. */
function indexBefore({ doc }: Reader, draft: Draft): number {
  const i = (draft.opens ?? draft.start) - 1
  return isOpener(doc.tokens[i]?.text) ? i - 1 : i
}

/** «واشنطن وبغداد»: what is joined acts together. */
function byCoordination(
  { doc }: Reader,
  draft: Draft,
  before: { draft: Draft; role: Role } | undefined,
): Role | undefined {
  if (!before || draft.proclitics.some((letter) => letter !== 'و')) return undefined
  const gap = draft.start - before.draft.end
  const joined = gap === 0 && draft.proclitics.includes('و')
  const listed = gap === 1 && doc.tokens[before.draft.end]?.text === '،' && draft.proclitics.includes('و')
  return joined || listed ? before.role : undefined
}

function byPreposition(reader: Reader, draft: Draft, before: Draft | undefined): Role | undefined {
  const glued = draft.opens === undefined ? draft.proclitics.at(-1) : undefined
  if (glued === 'ب') return 'place'
  if (glued === 'ك') return 'actor'
  const i = indexBefore(reader, draft)
  if (glued === 'ل') return stands(reader, 'visit', i) ? 'place' : 'actor'
  const word = wordAt(reader, i).replace(/^و(?=من$|الي$)/u, '')
  if (word === 'من') return asksOf(reader, i - 1, before) ? 'actor' : 'place'
  if (word === 'علي') return stands(reader, 'on-actor', i - 1) ? 'actor' : undefined
  if (word === 'الي') return stands(reader, 'to-actor', i - 1) ? 'actor' : 'place'
  // «إعلان إسرائيل أن»: who says so, and no declaration of a place.
  if (/^ب?ان(?:ه|ها)?$/u.test(wordAt(reader, draft.end)) && isSaying(reader, i)) return 'actor'
  if (stands(reader, 'place', i) || reader.facts[i]?.motion) return 'place'
  return stands(reader, 'actor', i) ? 'actor' : undefined
}

const isSaying = (reader: Reader, i: number): boolean =>
  nounReadings(wordAt(reader, i)).some(({ stem }) => verbsOfNoun(stem).some(({ role }) => role === 'report'))

/** «بطلب من العراق»، «طلب السودان من إثيوبيا»: of whom something is had. */
const asksOf = (reader: Reader, i: number, before: Draft | undefined): boolean =>
  stands(reader, 'from-actor', i) ||
  (before !== undefined &&
    before.end === i + 1 &&
    reader.facts[before.start - 1]?.verb !== undefined &&
    stands(reader, 'from-actor', before.start - 1))

/** Whether a word of this use stands at token `i`, as it is or under proclitics: «بدعوة». */
function stands(reader: Reader, use: string, i: number): boolean {
  return nounReadings(wordAt(reader, i)).some(({ stem }) => inContext(reader, use, stem))
}

/** How far before its object a verb of motion may stand: «زار وفد من الحركة القاهرة». */
const REACH = 9

function byVerb(reader: Reader, draft: Draft, before: Draft | undefined): Role | undefined {
  const { facts, ends } = reader
  const i = indexBefore(reader, draft)
  const startsSentence = i < 0 || facts[i] === undefined || ends[i] !== ends[draft.start]
  // «أثينا: «لن نكون مستودعاً»» speaks, «اليمن: هدنة جديدة» is where.
  if (startsSentence && reader.doc.tokens[draft.end]?.text === ':') return speaks(reader, draft.end + 1)
  // «تدفعها بغداد»، «مؤتمر دعت إليه باريس»
  if (draft.proclitics.length === 0 && (hasObject(wordAt(reader, i)) || isOfIt(reader, i))) return 'actor'
  // The verb that «فتح» of «حركة فتح» looks like is none.
  const named = before !== undefined && before.end > i && before.start <= i
  if (facts[i]?.verb !== undefined && !named) return 'actor'
  if (draft.proclitics.length === 0 && goesThere(reader, i)) return 'place'
  // «أبلغت عمان دمشق»: who is told stands behind who tells.
  if (
    before?.end === draft.start &&
    draft.proclitics.length === 0 &&
    stands(reader, 'actor', before.start - 1)
  )
    return reader.facts[before.start - 1]?.verb === undefined ? undefined : 'actor'
  const next = draft.end < ends[draft.start]! ? facts[draft.end] : undefined
  if (next?.verb !== undefined && (startsSentence || next.dual)) return 'actor'
  if (startsSentence && (willDo(reader, draft) || actsWithNext(reader, draft))) return 'actor'
  return undefined
}

/** Whether the words behind a colon are somebody's own. */
const speaks = (reader: Reader, i: number): Role =>
  isOpener(reader.doc.tokens[i]?.text) || opensOwnWords(reader, i) || deniesSoon(reader, i)
    ? 'actor'
    : 'place'

/** A finite verb with its object behind it: who does it follows. */
const hasObject = (word: string): boolean =>
  encliticReadings(word).some(
    ({ stem }) =>
      stem.length > 3 &&
      !isPreposition(stem) &&
      verbsOfNoun(stem).length === 0 &&
      formsOf(stem).some(({ tense, verb }) => tense !== 'participle' && verb.role !== 'state'),
  )

/** A verb with its object under a preposition, a pronoun: «ترحب به». */
const isOfIt = ({ facts, doc: { tokens } }: Reader, i: number): boolean =>
  /^(?:الي|علي|عن|في|ب|ل|من)ه(?:ا|م|ما)?$/u.test(tokens[i]?.text ?? '') &&
  facts[i - 1]?.verb !== undefined &&
  !facts[i - 1]!.motion

/** «واشنطن، وفق ما قالت السفيرة، لن …»: what opens a sentence does what its verb behind an aside says. */
function willDo({ doc: { tokens } }: Reader, { end, proclitics }: Draft): boolean {
  if (tokens[end]?.text !== '،' || proclitics.some((letter) => letter !== 'و')) return false
  for (let at = end + 2; at < Math.min(tokens.length - 1, end + ASIDE); at++)
    if (tokens[at]!.text === '،') return /^(?:لن|سوف)$|^ست/u.test(tokens[at + 1]!.text)
  return false
}
/** In tokens. */
const ASIDE = 24

/** «أديس أبابا: العمل لن يتوقف» */
const deniesSoon = ({ doc: { tokens } }: Reader, i: number): boolean =>
  tokens.slice(i, i + SAYS_SOON).some(({ text }) => /^(?:لا|لن|سوف)$/u.test(text))
/** In tokens. */
const SAYS_SOON = 4

/** «بغداد وأربيل تتفقان»: two who are joined, and a verb of two. */
const actsWithNext = ({ doc: { tokens }, facts }: Reader, { end }: Draft): boolean =>
  tokens[end]?.text.startsWith('و') === true && facts[end + 1]?.dual === true

/** A verb of motion in reach, with its subject alone between. */
function goesThere({ facts, ends }: Reader, i: number): boolean {
  for (let at = i; at > i - REACH && at >= 0 && ends[at] === ends[i]; at--) {
    if (facts[at] === undefined) return false
    if (facts[at]!.verb !== undefined) return facts[at]!.motion
  }
  return false
}
