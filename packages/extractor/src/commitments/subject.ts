/** Who is bound by a finite verb: its subject, or those who own the thing that is its subject. */
import { actorOf, type EntityDoc, mentionsIn, stateOfAdjective } from '../entities/mention-index.ts'
import type { Mention } from '../entities/mention.ts'
import { coordinated, coordination, isBare, subjectBefore } from '../statements/sources.ts'
import type { StatementNote } from '../statements/statement.ts'
import { isOfClass } from '../word-classes.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings, isFiniteVerb, personOf, presentReading } from '../text/morphology.ts'
import { isComma, isQuoteMark, type TokenRange } from '../text/tokens.ts'
import type { Person } from '../text/verbs.ts'
import { agrees, agreesBefore, mayAgree } from './agreement.ts'
import { beforeAside, bothOf, eitherOf, latterOf, namedBeside } from './odd-subjects.ts'
import { bodiesOf, countryOfSpeaker, referent, type Topic, weOf, withoutMedia } from './referent.ts'

export interface Subject {
  actors: readonly string[]
  /** Where its words begin, when they stand before the verb. */
  start?: number
  /** Its words, when they stand right behind the verb. */
  behind?: TokenRange
  /** The subject is a thing that actors own («المهمة العسكرية للتحالف»). */
  indirect?: true
  /** «بلاده»: the speaker speaks for it. */
  ofSpeaker?: true
}

/** A title may stand between a verb and the name that is its subject. In tokens. */
const TITLE = 7

/**
 * The subject of a finite verb: behind it where that agrees, else before it in its clause, else the
 * actors that own the noun that is its subject, else whom the sentence or the speaker makes it. A verb that و
 * joins to another («عبر الأمين العام عن حزنه … ووعد») shares the other's subject, not what stands before it.
 */
export function subjectOf(
  doc: EntityDoc,
  verb: number,
  person: Person,
  bounds: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
  joined = false,
): Subject {
  if (person.startsWith('1')) return { actors: speakers(doc, person, statement, topic) }
  const subject = namedSubject(doc, verb, person, bounds, statement, topic, joined)
  return { ...subject, actors: namedBeside(doc, ownBodies(doc, subject.actors, statement)) }
}

/** «قال المتحدث باسم الحوثيين إن جماعته …»: of one who speaks for a body, what he calls his is that body. */
function ownBodies(
  doc: EntityDoc,
  actors: readonly string[],
  statement: StatementNote | undefined,
): readonly string[] {
  const [only, more] = actors
  if (only === undefined || more !== undefined || !doc.entities.passing.has(only)) return actors
  const owned = doc.entities.byId.get(only)
  // «مقاتليه» are people of his, «جماعته» is the body itself.
  if (owned?.mentions[0]?.rule !== 'owned' || owned.type === 'Group') return actors
  const bodies = bodiesOf(doc, statement?.sources ?? []).filter((id) => {
    const type = doc.entities.byId.get(id)?.type
    return type !== 'Person' && type !== 'Group' && type !== 'Country'
  })
  return bodies.length > 0 ? bodies : actors
}

function namedSubject(
  doc: EntityDoc,
  verb: number,
  person: Person,
  bounds: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
  joined: boolean,
): Subject {
  const ahead = joined ? null : subjectAhead(doc, verb, person, bounds.start, statement, topic)
  if (ahead?.adjacent) return ahead
  const before =
    ahead ??
    (joined ? null : openerOf(doc, verb, person, bounds.start)) ??
    (joined ? null : ownersBefore(doc, verb, bounds.start, statement))
  // «أن التهديدات الأميركية لن ترهب العراقيين»: it has its subject, known or not.
  if (!joined && opensWithNoun(doc, verb, bounds.start)) return before ?? { actors: [] }
  return (
    (hasPronoun(doc, verb) ? null : subjectAfter(doc, verb, person, bounds.end, statement)) ??
    ownersAfter(doc, verb, bounds.end) ??
    bothOf(doc, verb, bounds.end) ??
    before ??
    (joined ? openerOfSpeech(doc, verb, person, statement, topic) : null) ?? {
      actors: orBefore(doc, verb, person, referent(doc, person, statement, topic)),
    }
  )
}

/** Behind أنّ stands the noun that is the subject, unless the verb points back to it: «أن الاجتماع ستحضره مصر». */
function opensWithNoun(doc: EntityDoc, verb: number, clause: number): boolean {
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

const RELATIVE = /^(?:الذي|التي|الذين|ما|من)$/u

/** «ستحضره»، «سيشارك فيها». */
function pointsBack({ tokens }: EntityDoc, verb: number): boolean {
  if (/...(?:ه|ها|هم|هما)$/u.test(tokens[verb]!.text)) return true
  return [tokens[verb + 1], tokens[verb + 2]].some(
    (token) => token !== undefined && /^(?:في|ب|ل|من|علي|الي|ع?لي)(?:ه|ها|هم|هما)$/u.test(token.text),
  )
}

/** «أن وزارته بدأت الإعداد، وأنها ستبدأ التنفيذ»: else who was spoken of last, at most in the sentence before, where it agrees. */
function orBefore(doc: EntityDoc, verb: number, person: Person, found: readonly string[]): readonly string[] {
  if (found.length > 0 || person === '3d' || person === '3mp') return found
  // Only a pronoun that is written says that somebody was spoken of.
  if (!hasPronoun(doc, verb)) return found
  let sentences = 0
  for (let i = verb - 1; i >= Math.max(0, verb - SPOKEN); i--) {
    if (/^[.؟!]$/u.test(doc.tokens[i]!.text) && ++sentences > 1) return found
    const mention = doc.entities.startingAt.get(i)?.[0]
    const actor = actorOf(mention)
    if (!mention || actor === null || !isBare(doc, mention)) continue
    const entity = doc.entities.byId.get(actor)
    if (entity?.type !== 'Media' && agrees(entity, person)) return [actor]
  }
  return found
}
/** In tokens. */
const SPOKEN = 40

/** «سأزور» is the speaker, «سنزور» those he speaks for. */
function speakers(
  doc: EntityDoc,
  person: Person,
  statement: StatementNote | undefined,
  topic: Topic,
): readonly string[] {
  const said = withoutMedia(doc, statement?.sources ?? [])
  const sources = said.length > 0 ? said : withoutMedia(doc, topic.speaker)
  return person === '1p' ? weOf(doc, sources) : sources
}

/** Actors joined by و behind a verb, where they can be its subject: «ستغادر القوات»، «يصل وزير الطاقة فلان». */
function subjectAfter(
  doc: EntityDoc,
  verb: number,
  person: Person,
  limit: number,
  statement: StatementNote | undefined,
): Subject | null {
  const own = countryOfSpeaker(doc, verb + 1, statement)
  if (own.length > 0) return { actors: own, ofSpeaker: true }
  const at = nameAfter(doc, verb + 1, limit)
  if (at === null) return null
  const mentions = doc.entities.startingAt.get(at)!
  const actor = actorOf(mentions[0])
  const entity = actor === null ? undefined : doc.entities.byId.get(actor)
  if (!isBare(doc, mentions[0]!) || !entity || !mayAgree(entity, person)) return null
  const { actors, end } = coordination(doc, mentions, limit)
  return { actors, behind: { start: verb + 1, end } }
}

/** Who is named right behind a verb, of the present where its person is not given, as its subject. */
export function subjectBehind(
  doc: EntityDoc,
  verb: number,
  limit: number,
  person: Person = presentReading(doc.tokens[verb]!.form)?.person ?? personOf(doc.tokens[verb]!.text),
): Subject | null {
  const found = subjectAfter(doc, verb, person, limit, undefined)
  return found && withoutMedia(doc, found.actors).length > 0 ? found : null
}

/** The mention right behind the verb, or the person's name that a title leads up to. */
function nameAfter(doc: EntityDoc, from: number, limit: number): number | null {
  for (let at = from; at < Math.min(limit, from + TITLE); at++) {
    const mention = doc.entities.startingAt.get(at)?.[0]
    if (mention) {
      const leadsUp = at === from || doc.entities.byId.get(mention.entity)?.type === 'Person'
      return leadsUp ? at : null
    }
    const { text, kind } = doc.tokens[at]!
    const passes = text === '"' || text === '«' || text === 'ايضا' || text === 'كذلك' || kind === 'word'
    if (!passes || isPreposition(text) || /^[بل]./u.test(text)) return null
  }
  return null
}

/** The actors before a verb whose clause they open, or right at which they stand. */
function subjectAhead(
  doc: EntityDoc,
  verb: number,
  person: Person,
  clause: number,
  statement: StatementNote | undefined,
  topic: Topic,
): (Subject & { adjacent: boolean }) | null {
  for (let at = verb - 1; at >= Math.max(clause, verb - 3); at--) {
    const own = countryOfSpeaker(doc, at, statement)
    if (own.length > 0) return { actors: own, start: at, ofSpeaker: true, adjacent: true }
  }
  const either = eitherOf(doc, verb, clause, statement, topic)
  if (either) return either
  const latter = latterOf(doc, verb, clause)
  if (latter) return latter
  const found = beforeAside(doc, verb, person) ?? subjectBefore(doc, verb, clause)
  if (!found || withoutMedia(doc, found.actors).length === 0) return null
  if (!agreesBefore(doc, found.actors, person) || isSubjectOfAnother(doc, found.start, clause)) return null
  if (isOwnerOfThing(doc, found.start, clause) || isWithinThing(doc, found.start, clause)) return null
  const adjacent = doc.tokens
    .slice(found.end, verb)
    .every((token) => token.kind === 'mark' && !isComma(token))
  const opens = found.start - clause <= 2 || verb - found.end <= 2
  return opens ? { actors: found.actors, start: found.start, adjacent } : null
}

/** «إن مسلحين يسيطرون على الموانئ وافقوا …»: whom the clause opens with, other verbs that tell of him between. */
function openerOf(doc: EntityDoc, verb: number, person: Person, clause: number): Subject | null {
  let at = clause
  while (
    at < verb &&
    (doc.tokens[at]!.kind === 'mark' || /^[وف]?(?:كان|كانت|قد)$/u.test(doc.tokens[at]!.text))
  )
    at++
  const first = titledFrom(doc, at, verb)
  const mentions = doc.entities.startingAt.get(first)
  if (!mentions || verb - at > RELATIVE_CLAUSE || !isBare(doc, mentions[0]!) || !actorOf(mentions[0]))
    return null
  const { actors } = coordination(doc, mentions, verb)
  return withoutMedia(doc, actors).length > 0 && agreesBefore(doc, actors, person)
    ? { actors, start: at }
    : null
}

/** «أن اللجنة تلقت طلبات، ووافقت على بعضها»: whom what is said opens with, unless a committer since agrees. */
function openerOfSpeech(
  doc: EntityDoc,
  verb: number,
  person: Person,
  statement: StatementNote | undefined,
  topic: Topic,
): Subject | null {
  if (statement?.frame !== 'ان' || topic.recent.length > 0) return null
  return openerOf(doc, verb, person, statement.content.start)
}

/** «المهاجم الأوكراني أندري شفتشينكو»: the name that words unknown lead up to. */
function titledFrom({ tokens, entities }: EntityDoc, at: number, verb: number): number {
  if (!/^ال/u.test(tokens[at]?.text ?? '')) return at
  for (let i = at; i < Math.min(verb, at + 4) && tokens[i]!.kind === 'word'; i++) {
    const mention = entities.startingAt.get(i)?.[0]
    if (mention) return entities.byId.get(mention.entity)?.type === 'Person' ? i : at
    if (isPreposition(tokens[i]!.form) || isFiniteVerb(tokens[i]!)) return at
  }
  return at
}

/** A clause that tells of the subject is seldom longer. In tokens. */
const RELATIVE_CLAUSE = 30

/** «كما تفعل الإدارة، سيستعين …»: what stands right behind another verb is that one's subject. */
function isSubjectOfAnother(doc: EntityDoc, start: number, clause: number): boolean {
  const before = doc.tokens[start - 1]
  return (
    start > clause &&
    before?.kind === 'word' &&
    !doc.entities.startingAt.has(start - 1) &&
    finiteReadings(before.form).some(
      ({ tense, verb, object }) => tense !== 'participle' && !object && verb.lemma !== 'كان',
    )
  )
}

/** «محادثات شافيز ستتناول»: what a verbal noun belongs to is not what acts. */
function isOwnerOfThing(doc: EntityDoc, start: number, clause: number): boolean {
  const before = doc.tokens[start - 1]
  if (start <= clause || before?.kind !== 'word' || doc.entities.startingAt.has(start - 1)) return false
  if (isOfClass('meeting', before.form)) return true
  const noun = actionNoun(before.form) ?? actionNoun(before.text.replace(/ات$/u, 'ه'))
  return noun !== undefined && !noun.definite && noun.proclitics.every((letter) => letter === 'و')
}

/** «محادثات شافيز ولوكاشنكو ستتناول»: in the phrase of a noun that no actor is. */
function isWithinThing(doc: EntityDoc, start: number, clause: number): boolean {
  let head = clause
  while (head < start && doc.tokens[head]!.kind === 'mark') head++
  const { kind, form } = doc.tokens[head]!
  if (head >= start || kind !== 'word' || doc.entities.startingAt.has(head)) return false
  const isThing = isOfClass('meeting', form) || (actionNoun(form) && !isFiniteVerb({ kind, form }))
  return isThing === true && phraseEnd(doc, head, start) === start
}

/** «إنه لن يعلن النتائج»، «أنها ستزود لبنان»: the subject is the pronoun before the verb. */
function hasPronoun({ tokens }: EntityDoc, verb: number): boolean {
  let at = verb - 1
  while (isQuoteMark(tokens[at]) || /^[وف]?(?:لن|لا|لم|قد|سوف)$/u.test(tokens[at]?.text ?? '')) at--
  return PRONOUN.test(tokens[at]?.text ?? '')
}

export const PRONOUN = /^[وف]?[بل]?(?:ان|لكن)(?:ه|ها|هم|هما)$/u

/** «ستستمر المهمة العسكرية للتحالف»، «ستنتهي مهمة التحالف»، «يتوجه وفد من وزارة النفط». */
function ownersAfter(doc: EntityDoc, verb: number, limit: number): Subject | null {
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
function ownersBefore(
  doc: EntityDoc,
  verb: number,
  clause: number,
  statement: StatementNote | undefined,
): Subject | null {
  let head = clause
  while (head < verb && doc.tokens[head]!.kind === 'mark') head++
  if (head >= verb || doc.tokens[head]!.kind !== 'word') return null
  // «وتنفيذاً لتوجيهات الملك، أمر …»: it tells why.
  if (/[^اءي]ا$/u.test(doc.tokens[head]!.text)) return null
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
  if (hasObject(doc, verb) && !own) return { actors: [], start: head, indirect: true }
  const actors = owners.length > 0 ? owners : bodiesOf(doc, statement?.sources ?? [])
  return { actors, start: head, indirect: true }
}

/** A bare noun behind the verb. */
function hasObject(doc: EntityDoc, verb: number): boolean {
  let at = verb + 1
  while (isQuoteMark(doc.tokens[at])) at++
  const next = doc.tokens[at]
  if (next === undefined || DEMONSTRATIVE.test(next.text)) return next !== undefined
  return (
    next.kind === 'word' && !isPreposition(next.form) && !/^[بل]|ا$/u.test(next.text) && !doc.dateEnds.has(at)
  )
}

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

/** A noun with its adjectives and genitives ends at a preposition or a comma. */
function phraseEnd({ tokens }: EntityDoc, from: number, limit: number): number {
  let end = from + 1
  while (end < limit && !isPreposition(tokens[end]!.form) && !isComma(tokens[end])) end++
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
