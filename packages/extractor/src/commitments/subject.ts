/** Who is bound by a finite verb: its subject, or those who own the thing that is its subject. */
import { actorOf, type EntityDoc } from '../entities/mention-index.ts'
import { antecedentBefore, coordination, isBare, subjectBefore } from '../statements/sources.ts'
import type { StatementNote } from '../statements/statement.ts'
import { isPreposition } from '../text/governs.ts'
import { encliticReadings } from '../text/clitics.ts'
import type { Form } from '../remember.ts'
import { actionNoun, finiteReadings, isFiniteVerb, personOf, presentReading } from '../text/morphology.ts'
import { isComma, type TokenRange } from '../text/tokens.ts'
import type { Person } from '../text/verbs.ts'
import { agrees, agreesBefore, mayAgree } from '../entities/agreement.ts'
import { conditionAt } from './openers.ts'
import { meetingAfter } from './meetings.ts'
import { beforeAside, beforeRelative, bothOf, eitherOf, latterOf, namedBeside } from './odd-subjects.ts'
import {
  bodiesOf,
  countryOfSpeaker,
  hasPronoun,
  referent,
  type Topic,
  weOf,
  withoutMedia,
} from './referent.ts'
import { isOwnerOfThing, isWithinThing, opensWithNoun, ownersAfter, ownersBefore } from './thing-subjects.ts'

export interface Subject {
  actors: readonly string[]
  /** Where its words begin, when they stand before the verb. */
  start?: number
  /** Its words, when they stand right behind the verb. */
  behind?: TokenRange
  /** The subject is a thing that actors own («المهمة العسكرية للتحالف»). */
  indirect?: true
  /** Its words, where adjuncts part them from the verb before them: «يعقد في بروكسل | اجتماع طارئ». */
  thing?: TokenRange
  /** What happens acts on another («انخفاض السعر سيدفع …»): an assessment. */
  acts?: true
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
    (joined ? null : ownersBefore(doc, verb, bounds, statement))
  // «أن التهديدات الأميركية لن ترهب العراقيين»: it has its subject, known or not.
  if (!joined && opensWithNoun(doc, verb, bounds.start)) return before ?? { actors: [] }
  return (
    (hasPronoun(doc, verb) ? null : subjectAfter(doc, verb, person, bounds.end, statement)) ??
    meetingAfter(doc, verb, bounds.end) ??
    ownersAfter(doc, verb, bounds.end) ??
    bothOf(doc, verb, bounds.end) ??
    before ??
    (joined ? openerOfSpeech(doc, verb, person, statement, topic) : null) ?? {
      actors: orBefore(doc, verb, person, referent(doc, person, statement, topic)),
    }
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
    if (entity?.type !== 'Media' && agrees(doc, actor, person)) return [actor]
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
  if (actor === null || !isBare(doc, mentions[0]!) || !mayAgree(doc, actor, person)) return null
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
    const { text, kind, form } = doc.tokens[at]!
    // «لن تسحبه ولو استقبلها سلال»: another clause.
    if (at > from && (conditionAt(doc.tokens, at, limit) || isObjectVerb(form))) return null
    // «تصل نائبته، فلانة، إلى …»: the name is set off from what it is to somebody.
    const setsOff =
      isComma(doc.tokens[at]) && at > from && at <= from + 2 && isRelated(doc.tokens[from]!.text)
    if (setsOff && !doc.entities.startingAt.has(at + 1)) return null
    const passes =
      setsOff || text === '"' || text === '«' || text === 'ايضا' || text === 'كذلك' || kind === 'word'
    if (!passes || isPreposition(text) || /^[بل]./u.test(text)) return null
  }
  return null
}

/** «نائبته»، «نظيره» */
const isRelated = (word: string): boolean =>
  /^[^وفبل].{2,}(?:ه|ها|هم)$/u.test(word) && encliticReadings(word).length > 0

/** «استقبلها»: nothing but a verb. */
const isObjectVerb = (form: Form): boolean =>
  !actionNoun(form) &&
  finiteReadings(form).some(({ object, tense }) => object !== undefined && tense === 'past')

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
  const told = antecedentBefore(doc, verb)
  if (told && withoutMedia(doc, told.actors).length > 0 && agreesBefore(doc, told.actors, person))
    return { actors: told.actors, start: told.start, adjacent: true }
  const found =
    beforeRelative(doc, verb, person) ?? beforeAside(doc, verb, person) ?? subjectBefore(doc, verb, clause)
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
  if (!tokens[at]?.text.startsWith('ال')) return at
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
