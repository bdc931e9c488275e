/** Whom a word that undertakes by being said binds: its subject, its owner, its partner, whoever it charges. */
import { actorOf, mentionsIn, stateOfAdjective } from '../entities/mention-index.ts'
import { wordFacts } from '../entities/word-facts.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { coordinated, isBare, subjectBefore, subjectIn } from '../statements/sources.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import type { Person } from '../text/verbs.ts'
import { isComma, type TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { agrees, mayAgree } from '../entities/agreement.ts'
import { clauseStart } from './clauses.ts'
import { beforeAside, namedBeside } from './odd-subjects.ts'
import { subjectBehind, subjectOf } from './subject.ts'
import { ownerAfter } from './thing-subjects.ts'
import type { Trigger } from './triggers.ts'
import {
  bodiesOf,
  countryOfSpeaker,
  PRONOUN,
  referent,
  spokenFor,
  type Topic,
  withoutMedia,
} from './referent.ts'

/** «نحن مستعدون»: a participle in the first person. */
export const SELF = /^[وف]?(?:نحن|اننا|انني|انا)$/u

const TURNS = /^(?:الا|غير|بيد) ان(?:ه|ها)$/u

/** A name tells the gender of people too seldom, a description does. */
const fitsTold = (doc: StatementDoc, id: string, person: Person): boolean => {
  const entity = doc.entities.byId.get(id)
  return entity?.named === false ? agrees(doc, id, person) : mayAgree(doc, id, person)
}

/** «اتفق برودي مع الرئيس شيراك على …»: both agree. */
export function withPartner(
  doc: StatementDoc,
  at: number,
  trigger: Trigger,
  zone: TokenRange,
  actors: readonly string[],
): readonly string[] {
  if (trigger.type !== 'verb' || trigger.kind !== 'agreement' || actors.length === 0) return actors
  for (let i = at + 1; i < zone.end; i++) {
    if (doc.tokens[i]!.text !== 'مع') continue
    const partner = mentionsIn(doc, { start: i + 1, end: Math.min(zone.end, i + PARTNER) }).find(
      (mention) => (mention.opens ?? mention.tokens.start) <= i + 1 && actorOf(mention),
    )
    const start = partner && doc.entities.startingAt.get(partner.tokens.start)
    return start ? [...new Set([...actors, ...coordinated(doc, start, zone.end)])] : actors
  }
  return actors
}
/** A title before the partner's name. In tokens. */
const PARTNER = 10

export function boundBy(
  doc: StatementDoc,
  at: number,
  trigger: Trigger,
  zone: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
): readonly string[] {
  const floor = clauseStart(doc, at, zone.start)
  if (trigger.type === 'verb') {
    if (trigger.verb.passive) return []
    // «ألزم القانون الوزارة»، but «الشركة ملزمة».
    if (trigger.kind === 'obligation' && trigger.verb.object)
      return referent(doc, trigger.verb.object, undefined, topic, true)
    const last = trigger.tail && doc.tokens[trigger.tail.end - 1]
    // «أوكل المجلس إلى الوزارة إعداد …»
    if (trigger.kind === 'obligation' && last && isPreposition(last.form))
      return ownersOf(doc, trigger.tail!.end - 1, zone.end, statement)
    if (trigger.kind === 'obligation' && trigger.verb.tense !== 'participle')
      return objectIn(doc, { start: at + 1, end: zone.end })
    const owners = trigger.tail ? ownersOf(doc, trigger.tail.end - 1, zone.end, statement) : []
    if (owners.length > 0) return owners
    if (trigger.tail && isOfClass('impersonal', trigger.word)) {
      const placed = placedAfter(doc, trigger.tail.end, zone.end)
      return (
        [placed, doerAfter(doc, trigger.tail.end)].find((ids) => ids.length > 0) ??
        bodiesOf(doc, statement?.sources ?? [])
      )
    }
    const person = SELF.test(doc.tokens[at - 1]?.text ?? '') ? '1p' : trigger.verb.person
    const { tense } = trigger.verb
    // «…، إلا أنها أحجمت عن …»: the sentence goes on about who speaks in it.
    if (tense === 'past' && TURNS.test(`${doc.tokens[at - 2]?.text} ${doc.tokens[at - 1]?.text}`)) {
      const told = withoutMedia(doc, statement?.sources ?? [])
      if (told.length === 1 && fitsTold(doc, told[0]!, person)) return told
    }
    // «، وأنها مستعدة لـ» goes on with whom the clause before bound.
    const ofSpeaker = tense === 'participle' && !PRONOUN.test(doc.tokens[at - 1]?.text ?? '')
    const speaker = ofSpeaker ? { ...topic, recent: statement?.sources ?? topic.recent } : topic
    // «أبلغوا مبعوثه موافقتهم»، «لكنه رفض سحب المقاتلين»: what stands behind is not who did it.
    const isTold =
      PRONOUN.test(doc.tokens[at - 1]?.text ?? '') ||
      trigger.verb.person === '3mp' ||
      isPluperfect(doc, at, floor)
    const after = isTold ? [] : subjectIn(doc, { start: at + 1, end: Math.min(zone.end, at + 8) })
    if (withoutMedia(doc, after).length > 0 && person.startsWith('3')) return namedBeside(doc, after)
    const clause = { start: floor, end: zone.end }
    // «، رافضاً …» shares the subject; «روما مستعدة» has its own.
    const isAccusative = tense === 'participle' && /[^اءى]ا$/u.test(doc.tokens[at]!.text)
    const joined =
      (trigger.verb.conjunction && doc.tokens[at]!.text.startsWith('و')) ||
      // «، ولا ينوي التمديد»
      /^ول[انم]$/u.test(doc.tokens[at - 1]?.text ?? '') ||
      isAccusative ||
      (tense === 'participle' && isComma(doc.tokens[at - 1]) && beforeAside(doc, at, person) === null)
    const { actors } = subjectOf(doc, at, person, clause, statement, speaker, joined)
    // «أكد الوزير أن …، وتعهد بـ …»: who spoke goes on with his own deed.
    const next = doc.tokens[at + 1]
    const isDropped = next !== undefined && (/^(?:ب|ان$|علي$|الا$)/u.test(next.text) || actionNoun(next.form))
    const goesOn = joined && isDropped && statement === undefined && isOfClass('pledges', trigger.word)
    if (actors.length === 0 && goesOn) {
      const told = withoutMedia(doc, topic.speaker)
      return told.length === 1 && fitsTold(doc, told[0]!, person) ? told : []
    }
    // «أعلن الجيش أنه تقرر دمج …»: nobody is named to decide, so it is who tells of it.
    return actors.length === 0 && isOfClass('impersonal', doc.tokens[at]!.text.replace(/^[وف]/u, ''))
      ? bodiesOf(doc, statement?.sources ?? [])
      : actors
  }
  if (trigger.pronoun) return referent(doc, trigger.pronoun, statement, topic, true)
  if (trigger.kind === 'obligation') return objectIn(doc, { start: at + 1, end: zone.end })
  const holder =
    doc.tokens[at + 1]?.text === 'لدي' ? ownerAfter(doc, at + 1, zone.end) : holderBefore(doc, at)
  if (holder) return holder.actors
  // «تلقى وعداً أميركياً بـ…»: whose it is the adjective says.
  if (wordFacts(doc.tokens[at + 1]?.text ?? '').demonyms.length > 0) {
    const state = stateOfAdjective(doc, at + 1)
    return state === undefined ? [] : [state]
  }
  const both = betweenAfter(doc, at, zone.end)
  if (both.length > 0) return both
  const owner = ownerAfter(doc, at, zone.end)
  if (owner && isBare(doc, owner.mention)) return owner.actors
  // «حرصاً على …»: a feeling without an owner is nobody's undertaking; «خططاً لـ» are somebody's.
  const isMeasure = trigger.kind === 'decision' || trigger.kind === 'plan' || trigger.kind === 'agreement'
  if (doc.tokens[at]!.text.endsWith('ا') && !isMeasure) return []
  const governed = governorOf(doc, at, { start: floor, end: at + 1 }, statement, topic)
  // «رحبت بالاتفاق على …»: what is judged or talked of is another's.
  if (governed === null || isJudged(statement)) return []
  if (governed.length > 0) return governed
  // «وجاء قرار التمديد، حسب هيئة الدفاع»: who reports it has not taken it.
  if (trigger.kind !== 'agreement')
    return statement?.frame === 'phrase'
      ? []
      : statement
        ? spokenFor(doc, statement.sources)
        : (topic.resolve ?? [])
  // Nobody agrees alone.
  if (topic.parties.length > 1) return topic.parties
  return statement && statement.sources.length > 1 ? statement.sources : (topic.resolve ?? [])
}

/** «لدى الحكومة نية لـ» */
function holderBefore(doc: StatementDoc, noun: number): { actors: readonly string[] } | null {
  for (let i = noun - 2; i >= Math.max(0, noun - HOLDER); i--)
    if (/^[وف]?لدي$/u.test(doc.tokens[i]!.text)) {
      const owner = ownerAfter(doc, i, noun)
      return owner && owner.mention.tokens.end === noun ? owner : null
    }
  return null
}
/** In tokens. */
const HOLDER = 7

/** «كان أمير الكويت صباح الأحمد وعد الرئيس المصري بـ»: a subject stands between «كان» and its verb, and who follows is told. */
function isPluperfect(doc: StatementDoc, verb: number, floor: number): boolean {
  const before = subjectBefore(doc, verb, floor)
  if (before?.end !== verb) return false
  for (let i = before.start - 1; i >= Math.max(floor, before.start - TITLE); i--)
    if (/^[وف]?كانت?$/u.test(doc.tokens[i]!.text)) return true
  return false
}
/** Words of a title before its name. */
const TITLE = 6

/** «الاتفاق بين مصر والسودان على …» */
function betweenAfter(doc: StatementDoc, noun: number, limit: number): readonly string[] {
  if (doc.tokens[noun + 1]?.text !== 'بين') return []
  const first = mentionsIn(doc, { start: noun + 2, end: Math.min(limit, noun + PARTNER) }).find(actorOf)
  const at = first && doc.entities.startingAt.get(first.tokens.start)
  return at ? coordinated(doc, at, limit) : []
}

/** «أكد الوزير التزام بلاده»، «أعلن رفض الحكومة»: whose undertaking a phrase says it is. */
function ownersOf(
  doc: StatementDoc,
  noun: number,
  limit: number,
  statement: StatementNote | undefined,
): readonly string[] {
  const own = countryOfSpeaker(doc, noun + 1, statement)
  return own.length > 0 ? own : (ownerAfter(doc, noun, limit)?.actors ?? [])
}

/** «تم الاتفاق على أن تتولى الشرطة حراسة المطار»: who is to do it. */
function doerAfter(doc: StatementDoc, at: number): readonly string[] {
  const verb = /^(?:علي|الي|ب)$/u.test(doc.tokens[at]?.text ?? '') ? at + 2 : at + 1
  if (!/^[بعل]?ان$/u.test(doc.tokens[verb - 1]?.text ?? '') || !doc.tokens[verb]) return []
  return subjectBehind(doc, verb, doc.tokens.length)?.actors ?? []
}

/** «استقر الرأي في اجتماع الحكومة على»، «صدر قرار عن الوزارة بـ»، «جرى الاتفاق بين …»: with whom it came about. In tokens. */
const PLACED = 3

function placedAfter(doc: StatementDoc, at: number, limit: number): readonly string[] {
  for (let i = at; i < Math.min(limit, at + PLACED); i++) {
    const word = doc.tokens[i]!.text
    if (word === 'بين') return betweenAfter(doc, i - 1, limit)
    if (!/^(?:في|داخل|ضمن|لدي|عن|من)$/u.test(word)) continue
    // «في اجتماع الحكومة»
    const next = doc.tokens[i + 1]
    const held = next && isOfClass('meeting', next.form) ? i + 1 : i
    return ownerAfter(doc, held, limit)?.actors ?? []
  }
  return []
}

/** «انتقدت المنظمة قرار …»: a statement that judges a thing, and does not say that something is so. */
const isJudged = (statement: StatementNote | undefined): boolean =>
  statement !== undefined &&
  isOfClass('judges', statement.lemma) &&
  !['ان', 'quote'].includes(statement.frame)

/** «توصلتا إلى اتفاق»، «جدد رفضه»: the subject of the verb that the noun depends on, or of the clause. */
function governorOf(
  doc: StatementDoc,
  noun: number,
  clause: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
): readonly string[] | null {
  for (let i = noun - 1; i >= clause.start; i--) {
    const verb = finiteReadings(doc.tokens[i]!.form).find(({ tense }) => tense !== 'participle')
    if (verb && !doc.entities.startingAt.has(i) && isOfClass('judges', verb.verb.lemma)) return null
    if (verb && !doc.entities.startingAt.has(i))
      return subjectOf(doc, i, verb.person, clause, statement, topic).actors
  }
  return subjectBefore(doc, noun, clause.start)?.actors ?? []
}

/** «كلف المجلس وزارة الكهرباء بإعداد …»: the one charged stands last before the charge. */
function objectIn(doc: StatementDoc, zone: TokenRange): readonly string[] {
  const named = mentionsIn(doc, zone)
  const charged = named.findLast((mention) => isBare(doc, mention) && actorOf(mention))
  const actor = charged && actorOf(charged)
  if (!charged || !actor) return []
  // «كلف المجلس الجيش وقوى الأمن الداخلي …»: both.
  const before = named.findLast(({ tokens }) => tokens.end === charged.tokens.start)
  const other = before && charged.proclitics.includes('و') ? actorOf(before) : null
  return other ? [other, actor] : [actor]
}
