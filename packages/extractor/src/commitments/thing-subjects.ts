/** A subject that is a thing («المهمة العسكرية للتحالف ستنتهي»): whose it is, and what its phrase keeps from acting. */
import { actorOf, type EntityDoc, mentionsIn, stateOfAdjective } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { coordinated } from '../statements/sources.ts'
import type { StatementNote } from '../statements/statement.ts'
import { isOfClass } from '../word-classes.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, bearsTanwin, finiteReadings, isFiniteVerb } from '../text/morphology.ts'
import { isComma, isQuoteMark, type Token, type TokenRange } from '../text/tokens.ts'
import { isMeeting, partiesFrom } from './meetings.ts'
import { bodiesOf, hasPronoun } from './referent.ts'
import type { Subject } from './subject.ts'

const RELATIVE = /^(?:الذي|التي|الذين|ما|من)$/u

/** Behind أنّ stands the noun that is the subject, unless the verb points back to it: «أن الاجتماع ستحضره مصر». */
export function opensWithNoun(doc: EntityDoc, verb: number, clause: number): boolean {
  const { tokens } = doc
  if (!/^[وف]?[بلك]?(?:ان|لكن)$/u.test(tokens[clause - 1]?.text ?? '')) return false
  let head = clause
  while (head < verb && tokens[head]!.kind === 'mark') head++
  if (head >= verb - 1 && /^(?:لن|سوف|لا|لم|قد)$/u.test(tokens[head]!.text)) return false
  if (head >= verb || tokens[head]!.kind !== 'word' || isPreposition(tokens[head]!.form)) return false
  if (RELATIVE.test(tokens[verb - 1]!.text)) return false
  const isNoun =
    doc.entities.startingAt.has(head) ||
    isDefinite(tokens[head]!.text) ||
    isConstruct(doc, head) ||
    // «أن كثيرين رفضوا»
    /...(?:ين|ون)$/u.test(tokens[head]!.text) ||
    actionNoun(tokens[head]!.form) !== undefined
  return isNoun && !pointsBack(doc, verb)
}

/** «ستحضره»، «سيشارك فيها». */
function pointsBack({ tokens }: EntityDoc, verb: number): boolean {
  if (/...(?:ه|ها|هم|هما)$/u.test(tokens[verb]!.text)) return true
  return [tokens[verb + 1], tokens[verb + 2]].some(
    (token) => token !== undefined && /^(?:في|ب|ل|من|علي|الي|ع?لي)(?:ه|ها|هم|هما)$/u.test(token.text),
  )
}

/** «محادثات شافيز ستتناول»: what a verbal noun belongs to is not what acts. */
export function isOwnerOfThing(doc: EntityDoc, start: number, clause: number): boolean {
  const before = doc.tokens[start - 1]
  if (start <= clause || before?.kind !== 'word' || doc.entities.startingAt.has(start - 1)) return false
  if (isOfClass('meeting', before.form)) return true
  const noun = actionNoun(before.form) ?? actionNoun(before.text.replace(/ات$/u, 'ه'))
  return noun !== undefined && !noun.definite && noun.proclitics.every((letter) => letter === 'و')
}

/** «محادثات شافيز ولوكاشنكو ستتناول»: in the phrase of a noun that no actor is. */
export function isWithinThing(doc: EntityDoc, start: number, clause: number): boolean {
  let head = clause
  while (head < start && doc.tokens[head]!.kind === 'mark') head++
  const { kind, form } = doc.tokens[head]!
  if (head >= start || kind !== 'word' || doc.entities.startingAt.has(head)) return false
  const isThing = isOfClass('meeting', form) || (actionNoun(form) && !isFiniteVerb({ kind, form }))
  return isThing === true && phraseEnd(doc, head, start) === start
}

/** «ستستمر المهمة العسكرية للتحالف»، «ستنتهي مهمة التحالف»، «يتوجه وفد من وزارة النفط». */
export function ownersAfter(doc: EntityDoc, verb: number, limit: number): Subject | null {
  if (hasPronoun(doc, verb)) return null
  const at = verb + 1
  const head = doc.tokens[at]
  if (head?.kind !== 'word' || at >= limit || isPreposition(head.form) || doc.entities.startingAt.has(at))
    return null
  if (actionNoun(head.form)) return null
  if (isDefinite(head.text)) {
    const actors = ownersIn(doc, { start: at, end: phraseEnd(doc, at, limit) })
    return actors.length > 0 ? { actors, indirect: true } : null
  }
  if (doc.tokens[at + 1]?.text === 'من' && at + 2 < limit && !/^[لب]/u.test(head.text)) {
    const members = doc.entities.startingAt.get(at + 2)
    const actors = members ? coordinated(doc, members, limit) : []
    return actors.length > 0 ? { actors } : null
  }
  const owner = ownerAfter(doc, at, limit)
  return owner && { actors: owner.actors, indirect: true }
}

/** «المهمة العسكرية الأميركية ستتحول»، «الشحنة الأولى ستُحمّل»: owners, else the body of who speaks of it. */
export function ownersBefore(
  doc: EntityDoc,
  verb: number,
  { start: clause, end: limit }: TokenRange,
  statement: StatementNote | undefined,
): Subject | null {
  let head = clause
  while (head < verb && doc.tokens[head]!.kind === 'mark') head++
  if (head >= verb || doc.tokens[head]!.kind !== 'word') return null
  // «وتنفيذاً لتوجيهات الملك، أمر …»: it tells why.
  if (/[^اءيه]ا$/u.test(doc.tokens[head]!.text)) return null
  // «هذا سيثبت للناس …»: who knows what.
  if (DEMONSTRATIVE.test(doc.tokens[head]!.text) && head === verb - 1) return { actors: [] }
  const open =
    /^(?:اي|هذا|هذه)$/u.test(doc.tokens[head]!.text) || isOfClass('meeting', doc.tokens[head]!.form)
  const isThing =
    actionNoun(doc.tokens[head]!.form) || isDefinite(doc.tokens[head]!.text) || isConstruct(doc, head)
  if (!open && !isThing) return null
  const owners = ownersIn(doc, { start: head, end: phraseEnd(doc, head, verb) })
  // A thing that acts on another («الاتفاق سيعزز التجارة») is an assessment, and undertakes nothing.
  const own = /(?:ته|يه|ها|هم|هما|تنا|ينا)$/u.test(doc.tokens[head]!.text)
  if (hasObject(doc, verb) && !own) {
    // «الإصلاح سيمضي ولو …»
    const acts = actionNoun(doc.tokens[head]!.form) !== undefined && doc.tokens[verb + 1]?.text !== 'ولو'
    return { actors: [], start: head, indirect: true, ...(acts && { acts }) }
  }
  // «القمة ستعقد بمشاركة مصر والأردن»
  const parties = isMeeting(doc.tokens[head]!) ? partiesFrom(doc, verb + 1, limit) : []
  const sources = bodiesOf(doc, statement?.sources ?? [])
  const actors = [owners, parties, sources].find((ids) => ids.length > 0) ?? []
  return { actors, start: head, indirect: true }
}

/** A bare noun behind the verb. */
function hasObject(doc: EntityDoc, verb: number): boolean {
  let at = verb + 1
  while (isQuoteMark(doc.tokens[at])) at++
  const next = doc.tokens[at]
  if (next === undefined || DEMONSTRATIVE.test(next.text)) return next !== undefined
  if (next.kind !== 'word' || isPreposition(next.form) || next.text.endsWith('ا')) return false
  // «بروز» begins with a letter of its own.
  if (/^[بل]/u.test(next.text) && actionNoun(next.form)?.cut !== 0) return false
  // «ستُجمَّد إن بقي السعر دون 60 دولاراً»
  if (isPast(doc.tokens[at + 1]) && /^(?:ان|اذا|لو|متي|حين|حالما|ما|كلما)$/u.test(next.text)) return false
  // «ستعقد الأربعاء المقبل»، «لن يتوقف ساعة واحدة»: when, and how long.
  return !isOfClass('lapse', next.form) && !datesFrom(doc, at)
}

const isPast = (token: Token | undefined): boolean =>
  token !== undefined && finiteReadings(token.form).some(({ tense }) => tense === 'past')

/** A date that begins at a token. */
const datesFrom = ({ dates, tokens }: EntityDoc, at: number): boolean =>
  dates.some(({ start }) => start === tokens[at]!.start)

const DEMONSTRATIVE = /^(?:هذا|هذه|هذين|هاتين|ذلك|تلك|هؤلاء)$/u

const isDefinite = (word: string): boolean =>
  word.length > 4 && (/^[وف]?ال/u.test(word) || /(?:ته|يه|ها|هم|هما|تنا|ينا)$/u.test(word))

/** «باب الترشح»: a bare noun with its genitive. */
const isConstruct = ({ tokens, entities }: EntityDoc, at: number): boolean =>
  !isFiniteVerb(tokens[at]!) &&
  /^[\u0621-\u064a]{2,}$/u.test(tokens[at]!.text) &&
  !entities.startingAt.has(at + 1) &&
  /^ال.../u.test(tokens[at + 1]?.text ?? '') &&
  !RELATIVE.test(tokens[at + 1]!.text)

/** A noun with its adjectives and genitives ends at a preposition, a comma or the verb's object: «سيضم المتحف | تمثالاً». */
function phraseEnd({ tokens, entities }: EntityDoc, from: number, limit: number): number {
  let end = from + 1
  const isOver = (at: number): boolean =>
    isPreposition(tokens[at]!.form) ||
    isComma(tokens[at]) ||
    (bearsTanwin(tokens[at]!.text) && !entities.startingAt.has(at))
  while (end < limit && !isOver(end)) end++
  return end
}

/** The actors named in a noun phrase, and the states that its adjectives name. */
function ownersIn(doc: EntityDoc, range: TokenRange): string[] {
  const actors = mentionsIn(doc, range).map(actorOf)
  for (let i = range.start; i < range.end; i++) actors.push(stateOfAdjective(doc, i) ?? null)
  return [...new Set(actors.filter((id) => id !== null))]
}

/** The actor that a noun belongs to: «التزام الحكومة»، «رغبة حكومة الإقليم». */
export function ownerAfter(
  doc: EntityDoc,
  noun: number,
  limit: number,
): { actors: readonly string[]; mention: Mention } | null {
  const mentions = doc.entities.startingAt.get(noun + 1)
  if (!mentions || !actorOf(mentions[0]) || mentions[0]!.proclitics.length > 0) return null
  return { actors: coordinated(doc, mentions, limit), mention: mentions[0]! }
}
