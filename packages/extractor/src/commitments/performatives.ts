/**
 * Words that undertake by being said: «تعهدت قطر بتقديم …»، «رفضها تأكيد …»، «اتفاق … لانسحاب …».
 * Verb or noun, the pattern is one: who, the word, and the action it governs.
 */
import { actorOf, mentionsIn, stateOfAdjective } from '../entities/mention-index.ts'
import { wordFacts } from '../entities/word-facts.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { coordinated, isBare, subjectBefore, subjectIn } from '../statements/sources.ts'
import { actionNoun, finiteReadings, hasActionShape } from '../text/morphology.ts'
import type { Person } from '../text/verbs.ts'
import { isComma, isQuoteMark, type TokenRange, wordBefore } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { encliticReadings, nounReadings } from '../text/clitics.ts'
import { agrees, mayAgree } from './agreement.ts'
import type { Action, Candidate, Pattern } from './candidate.ts'
import { isPreposition } from '../text/governs.ts'
import { clauseEnd, clauseStart } from './clauses.ts'
import { bodiesOf, countryOfSpeaker, referent, type Topic, withoutMedia } from './referent.ts'
import { namedBeside } from './odd-subjects.ts'
import { ownerAfter, PRONOUN, subjectBehind, subjectOf } from './subject.ts'
import { type Bounded, findComplements, isDeictic } from './complement.ts'
import { type Trigger, triggerAt } from './triggers.ts'
import { quantityOf } from './quantity.ts'
import { comesBy } from './when.ts'

const TURNS = /^(?:الا|غير|بيد) ان(?:ه|ها)$/u
const PAST_NEGATION = /^(?:و|ف)?(?:لم|ما|مما|ليس|ليست)$/u
/** «غير ملزمة»، «لسنا مستعدين»: of an adjective it says no. */
const UNWILLING = /^[وف]?(?:غير|ليس|ليست|لسنا|ليسوا|لست)$/u
const POINTING = /^[وف]?[بلك]?(?:هذا|هذه|ذلك|تلك)$/u
const NEGATION = /^(?:و|ف)?(?:لا)$/u

export const performativesAt: Pattern = (doc, at, bounds, statement, topic) => {
  const trigger = triggerAt(doc.tokens, at)
  if (!trigger || trigger.frames.length === 0) return []
  if (isInPersonsName(doc, at)) return []
  const before = wordBefore(doc.tokens, at)
  if (/^[وف]?ان$/u.test(before) && /^(?:من|ب)?دون$/u.test(doc.tokens[at - 2]?.text ?? '')) return []
  if (doc.tokens[at + 1]?.text === 'لو') return []
  // «جزر مهددة بالغرق»: the participle that is no aside of a clause is passive.
  if (
    trigger.type === 'verb' &&
    trigger.verb.tense === 'participle' &&
    isOfClass('threatens', trigger.word)
  ) {
    if (!isComma(doc.tokens[at - 1]) && !doc.tokens[at]!.text.endsWith('ا')) return []
  }
  const notIn =
    trigger.type === 'noun' && UNWILLING.test(doc.tokens[at - 2]?.text ?? '') && /^(?:في|ب)$/u.test(before)
  const unwilling = trigger.type === 'verb' && trigger.verb.tense === 'participle' && UNWILLING.test(before)
  // «لم يستبعد إرسال قوات»
  const undenied = /^[وف]?لم$/u.test(before) && isOfClass('rules-out', trigger.word)
  if (PAST_NEGATION.test(before) && !unwilling && !undenied) return []
  if (trigger.type === 'verb' && goesOnRelative(doc, at, trigger, bounds.start)) return []
  // «هذه الخطة يجب أن …»: what was spoken of before is not undertaken again.
  if (trigger.type === 'noun' && (POINTING.test(before) || isOnlySought(doc, at, trigger))) return []
  // «إلا بعد تعهد كتابي»، «لم يتلق أوامر بذلك»: it is not there yet.
  const notYet = /^(?:بعد|قبل|دون|بدون)$/u.test(before) || isDenied(doc, at)
  if (trigger.type === 'noun' && trigger.pronoun === undefined && notYet && !notIn) return []
  const tail = trigger.type === 'verb' ? trigger.tail : undefined
  const last = tail ? tail.end - 1 : at
  const governed = findComplements(doc, last, trigger.frames, bounds.end, trigger.type === 'noun')
  const complements =
    governed.length > 0 && !refusesAny(doc, at, trigger)
      ? governed
      : [...deedItself(doc, at, trigger, bounds.end), ...refusedThing(doc, at, trigger, bounds.end)]
  if (complements.length === 0 || isLoose(doc, last, complements[0]!, trigger)) return []
  if (isNoAction(doc, complements[0]!, trigger)) return []
  const zone = { start: bounds.start, end: complements[0]!.zoneEnd }
  const joined = notIn && /^[وف]/u.test(doc.tokens[at - 2]!.text) && topic.recent.length > 0
  const committers = joined
    ? topic.recent
    : withPartner(doc, at, trigger, zone, boundBy(doc, at, trigger, zone, statement, topic))
  // Of a verb that binds nobody known the article is asked again: a diagnostic says so.
  if (committers.length === 0 && trigger.type === 'noun') return []
  const said = tail ? (statementAt(doc, last) ?? statement) : statement
  const negative = NEGATION.test(before)
  // «لا تستبعد واشنطن …»، «لا تمانع …»: who does not refuse is open to it.
  const open = (negative || undenied) && trigger.polarity === 'negative'
  return complements.map((complement, i): Candidate => {
    const { start, end, negated, action } = complement
    const deictic = isDeictic(doc.tokens[start]!.text.slice(action.cut))
    return {
      rule: deictic ? 'performative-deictic' : `performative-${trigger.type}`,
      // «أعطت واشنطن الضوء الأخضر»: what the subject parts is told by its last words.
      trigger: { start: tail && tail.start > at + 1 ? tail.start : at, end: last + 1 },
      cut: tail && tail.start > at + 1 ? 0 : trigger.type === 'verb' ? trigger.verb.cut : trigger.cut,
      evidence: { start: i === 0 ? startOfEvidence(trigger, at, start) : start, end },
      action: keptTo(doc, start, trigger, { ...action, words: { start, end } }),
      kind: open ? 'plan' : unwilling || notIn ? 'refusal' : trigger.kind,
      polarity: open ? 'positive' : unwilling || notIn || negated || negative ? 'negative' : trigger.polarity,
      certainty: open ? 'possible' : trigger.certainty,
      committers,
      statement: said,
      spoken: inFirstPerson(doc, at, trigger),
    }
  })
}

/** «لم يتلق الجيش أوامر بذلك»: a verb close before it is denied. In tokens. */
const DENIED = 6

function isDenied({ tokens }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - DENIED) && tokens[i]!.kind === 'word'; i--)
    if (/^[وف]?لم$/u.test(tokens[i]!.text)) return true
  return false
}

/** A name tells the gender of people too seldom, a description does. */
const fitsTold = (doc: StatementDoc, id: string, person: Person): boolean => {
  const entity = doc.entities.byId.get(id)
  return entity?.named === false ? agrees(entity, person) : mayAgree(entity, person)
}

/** «أبو زيد بن أبي عبد الله» */
function isInPersonsName({ entities }: StatementDoc, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - NAME); i--) {
    const mention = entities.startingAt.get(i)?.[0]
    if (mention) return at < mention.tokens.end && entities.byId.get(mention.entity)?.type === 'Person'
  }
  return false
}
/** In tokens. */
const NAME = 6

/**
 * «رصدت الحكومة 800 مليون دينار لولايات الجنوب»، «أمهلت الشركات أسبوعين»: what the verb itself settles for later, where it
 * says how much or until when.
 */
function deedItself(doc: StatementDoc, at: number, trigger: Trigger, limit: number): Bounded[] {
  if (trigger.type !== 'verb' || trigger.verb.object || !trigger.frames.includes('self')) return []
  const end = clauseEnd(doc, at, limit)
  const range = { start: at + 1, end }
  const noun = trigger.verb.verb.nouns[0]
  const lasts = trigger.verb.tense === 'participle'
  if (noun === undefined || !(lasts || comesBy(doc, range) || quantityOf(doc, range) || hasLapse(doc, range)))
    return []
  const { behind } = subjectBehind(doc, at, end, trigger.verb.person) ?? {}
  const action = {
    cut: doc.tokens[at]!.text.length,
    noun: lasts ? `ال${noun}` : noun,
    verbs: [trigger.verb.verb],
    ...(behind && { subject: behind }),
  }
  return [{ start: at, end, zoneEnd: end, negated: false, action }]
}

/** «يرفض أي دور»: the thing, and no action behind it. */
const refusesAny = ({ tokens }: StatementDoc, at: number, { word }: Trigger): boolean =>
  isOfClass('turns-down', word) && tokens[at + 1]?.text === 'اي' && !actionNoun(tokens[at + 2]?.form ?? '')

/** «رفضت القبائل عرضاً من …»، «رفضها أي رقابة»: what is refused is no action. In tokens. */
const REFUSED = 8

function refusedThing(doc: StatementDoc, at: number, trigger: Trigger, limit: number): Bounded[] {
  if (!isOfClass('turns-down', trigger.word)) return []
  for (let i = at + 1; i < Math.min(limit, at + REFUSED); i++) {
    const mention = doc.entities.startingAt.get(i)?.[0]
    if (mention) i = mention.tokens.end
    while (isQuoteMark(doc.tokens[i])) i++
    const token = doc.tokens[i]
    if (!token || i >= limit || token.kind !== 'word' || isPreposition(token.form)) return []
    const any = token.text === 'اي' && doc.tokens[i + 1]?.kind === 'word'
    const stem = token.text.replace(/^ال/u, '').replace(/(?<=...)ا$/u, '')
    if (!any && !isOfClass('offer', stem)) continue
    const end = clauseEnd(doc, i, limit)
    return [{ start: i, end, zoneEnd: i, negated: false, action: { cut: 0, noun: null, verbs: [] } }]
  }
  return []
}

/** «أسبوعين» */
const hasLapse = ({ tokens }: StatementDoc, { start, end }: TokenRange): boolean =>
  tokens.slice(start, end).some(({ form }) => isOfClass('lapse', form))

/** «اتفق برودي مع الرئيس شيراك على …»: both agree. */
function withPartner(
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

/** «بهدف التوصل لاتفاق»، «لم يحصل اتفاق»، «فرص اتفاق»: what is sought, doubted or denied has not been agreed. */
function isOnlySought({ tokens }: StatementDoc, at: number, { kind }: Trigger): boolean {
  if (kind !== 'agreement') return false
  for (let i = at; i >= Math.max(0, at - SOUGHT); i--) {
    const { text, kind: token } = tokens[i]!
    if (token === 'mark') return false
    const stems = nounReadings(text).map(({ stem }) => stem.replace(/^ال/u, ''))
    if (i < at && stems.some((stem) => isOfClass('aim', stem))) return true
    // «للتوصل إلى اتفاق»
    if (i < at && /^[وف]?ل.*توصل$/u.test(text)) return true
    if (i < at && PAST_NEGATION.test(text)) return true
  }
  return false
}
/** In tokens. */
const SOUGHT = 4

/** «أكدت قطر التزامها بـ»: a phrase opens before what is said; its last words and its action are said. */
const statementAt = (doc: StatementDoc, at: number): StatementNote | undefined =>
  doc.statements.findLast(({ content: { start, end } }) => start <= at && at < end)

/** «كلفت بدعوى»، «رفض سياسة الحكومة»: nobody can be charged with it, or keep from it. */
function isNoAction({ tokens }: StatementDoc, { start, action }: Bounded, trigger: Trigger): boolean {
  const word = tokens[start]!.text.slice(action.cut).replace(/^ال/u, '')
  const stems = [word, ...encliticReadings(word).map(({ stem }) => stem)]
  // «استبعد ارتفاع الأسعار»: he thinks it unlikely.
  if (isOfClass('rules-out', trigger.word) && action.verbs.some(({ lemma }) => isOfClass('happens', lemma)))
    return true
  if (trigger.kind === 'refusal') return stems.some((stem) => isOfClass('opinion', stem))
  const isVague = action.verbs.length === 0 && action.noun === null && !hasActionShape(word)
  // «لوّحت بالمعونة»
  if (isOfClass('hints', trigger.word)) return isVague && !isDeictic(word)
  return (
    trigger.kind === 'obligation' &&
    !(trigger.type === 'verb' && trigger.verb.tense === 'participle') &&
    isVague
  )
}

/** The action stands close behind the last word of a phrase. In tokens. */
const CLOSE = 6

/** Too far behind the phrase, or only pointed at by a measure («يصدر مرسوماً بذلك»). */
function isLoose(doc: StatementDoc, last: number, action: Bounded, trigger: Trigger): boolean {
  const isPhrase = trigger.type === 'verb' && trigger.tail !== undefined
  const isMeasure = trigger.type === 'noun' && doc.tokens[last]!.text.endsWith('ا')
  const isPointed = isDeictic(doc.tokens[action.start]!.text.slice(action.action.cut))
  return (isPhrase && action.zoneEnd - last > CLOSE) || (isPointed && (isPhrase || isMeasure))
}

/** «التزامها باتفاق التهدئة»: of a thing that is no action it is the keeping that is undertaken. */
function keptTo(doc: StatementDoc, start: number, trigger: Trigger, action: Action): Action {
  const word = trigger.word.split(' ').at(-1)!
  const { text } = doc.tokens[start]!
  const isThing = action.verbs.length === 0 || isOfClass('deal', text.slice(action.cut).replace(/^ال/u, ''))
  if (action.saysNot !== undefined || !isOfClass('keeps-to', word) || action.noun !== null || !isThing)
    return action
  const noun = nounReadings(text).some(({ proclitics }) => proclitics.at(-1) === 'ب')
  if (!noun && action.cut > 0) return action
  const masdar = finiteReadings(word)[0]?.verb.nouns[0] ?? word
  return { ...action, cut: /^[وف]/u.test(text) ? 1 : 0, noun: noun ? `ال${masdar}` : masdar }
}

/** «الدول التي تتحلى بإرادة طيبة وتتمنى …»: it describes, as the verb before it does. */
function goesOnRelative(doc: StatementDoc, at: number, trigger: Trigger, floor: number): boolean {
  if (trigger.type !== 'verb' || !trigger.verb.conjunction || trigger.verb.tense !== 'present') return false
  for (let i = at - 1; i > floor; i--) {
    const isVerb = finiteReadings(doc.tokens[i]!.form).some(({ tense }) => tense === 'present')
    if (isVerb && !doc.entities.startingAt.has(i))
      return /^(?:الذي|التي|الذين)$/u.test(doc.tokens[i - 1]!.text)
  }
  return false
}

/** «نحن مستعدون»: a participle in the first person. */
const SELF = /^[وف]?(?:نحن|اننا|انني|انا)$/u

const inFirstPerson = (doc: StatementDoc, at: number, trigger: Trigger): boolean =>
  trigger.type === 'verb' &&
  (trigger.verb.person.startsWith('1') || SELF.test(doc.tokens[at - 1]?.text ?? ''))

/** An agreement far from its action («اتفاق "…"، لانسحاب …») is stated by the action's own clause. */
const startOfEvidence = (trigger: Trigger, at: number, action: number): number =>
  trigger.type === 'noun' && action - at > 6 ? action : at

function boundBy(
  doc: StatementDoc,
  at: number,
  trigger: Trigger,
  zone: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
): readonly string[] {
  const floor = clauseStart(doc, at, zone.start)
  if (trigger.type === 'verb') {
    // «ألزم القانون الوزارة»، but «الشركة ملزمة».
    if (trigger.kind === 'obligation' && trigger.verb.object)
      return referent(doc, trigger.verb.object, undefined, topic, true)
    if (trigger.kind === 'obligation' && trigger.verb.tense !== 'participle')
      return objectIn(doc, { start: at + 1, end: zone.end })
    const owners = trigger.tail ? ownersOf(doc, trigger.tail.end - 1, zone.end, statement) : []
    if (owners.length > 0) return owners
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
    const isTold = PRONOUN.test(doc.tokens[at - 1]?.text ?? '') || trigger.verb.person === '3mp'
    const after = isTold ? [] : subjectIn(doc, { start: at + 1, end: Math.min(zone.end, at + 8) })
    if (withoutMedia(doc, after).length > 0 && person.startsWith('3')) return namedBeside(doc, after)
    const clause = { start: floor, end: zone.end }
    // «، رافضاً …» shares the subject; «روما مستعدة» has its own.
    const isAccusative = tense === 'participle' && /[^اءى]ا$/u.test(doc.tokens[at]!.text)
    const joined =
      (trigger.verb.conjunction && doc.tokens[at]!.text.startsWith('و')) ||
      isAccusative ||
      (tense === 'participle' && isComma(doc.tokens[at - 1]))
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
  const holder = doc.tokens[at + 1]?.text === 'لدي' ? ownerAfter(doc, at + 1, zone.end) : null
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
    return statement?.frame === 'phrase' ? [] : (statement?.sources ?? topic.resolve ?? [])
  // Nobody agrees alone.
  if (topic.parties.length > 1) return topic.parties
  return statement && statement.sources.length > 1 ? statement.sources : (topic.resolve ?? [])
}

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
  const charged = mentionsIn(doc, zone).findLast((mention) => isBare(doc, mention) && actorOf(mention))
  const actor = charged && actorOf(charged)
  return actor ? [actor] : []
}
