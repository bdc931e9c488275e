/**
 * What will be: «ستغادر القوات …»، «سوف تدعم»، «لن تسمح»، «سيتم الإعلان عنه»، «من المقرر أن تبدأ». A plan as
 * reported, a pledge when the actor says it of itself, a refusal under لن.
 */
import type { Commitment } from '@mithaq/model'
import { actorOf, isInName } from '../entities/mention-index.ts'
import { remember } from '../remember.ts'
import { isBare, subjectBefore } from '../statements/sources.ts'
import type { StatementDoc } from '../statements/statement.ts'
import { nounReadings } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import type { Pattern } from './candidate.ts'
import { clauseEnd, clauseStart } from './clauses.ts'
import { untilNext } from './following.ts'
import { affirmedAction, carriedAction, nounBefore, verbAction } from './future-action.ts'
import { bound, kindOf, orderedBy } from './future-bound.ts'
import { type Future, hesitates, modalAt, readFuture, refrains } from './future-verb.ts'
import { isMeeting } from './meetings.ts'
import { bodiesOf, NOBODY } from './referent.ts'
import { subjectOf, type Subject } from './subject.ts'
import { ownerAfter } from './thing-subjects.ts'

/** A conjunction on the word that sets the future. */
const GLUED = /^[وف](?:لن|سوف|من)$/u
/** «، ولن تسحب»: it goes on with the subject of the verb before it, where no other stands by. */
const joins = ({ tokens }: StatementDoc, at: number): boolean => /^و(?:لن|سوف)$/u.test(tokens[at]!.text)

const QUESTION = /^[وف]?(?:هل|اين|من|لماذا)$/u
const RELATIVE = /^(?:الذي|التي|الذين|اللذان|اللتان|والتي|والذي|ما|مما|ماذا|متي|كيف|كم)$/u

const isArea = remember((word) =>
  nounReadings(word).some(({ stem }) => isOfClass('area', stem.replace(/^ال/u, ''))),
)

const WHO = /^و?(?:الذي|التي|الذين)$/u

/** The antecedent acts, or the verb has its object on it and its subject behind. */
function isDoneBy(doc: StatementDoc, at: number): boolean {
  const hasObject = /..(?:ه|ها|هما|هم)$/u.test(doc.tokens[at]!.text)
  const behind = hasObject && doc.entities.startingAt.get(at + 1)?.[0]
  if (behind) return actorOf(behind) !== null && isBare(doc, behind)
  const found = subjectBefore(doc, at, Math.max(0, at - 14))
  return found?.end === at - 1
}

/** «إقليم سيلاكاب»، «من سيقان»: behind a preposition or a kind of place stands a noun. */
function isNoVerb(doc: StatementDoc, at: number): boolean {
  const { tokens } = doc
  const before = tokens[at - 1]?.text ?? ''
  // «الهيئة القضائية هي التي ستحسم الطعون»
  if (RELATIVE.test(before) && /^(?:هو|هي|هم)$/u.test(tokens[at - 2]?.text ?? '')) return false
  // «الوفد الذي سيتوجه إلى القاهرة»، «القمة التي ستستضيفها الكويت»: somebody does it.
  if (WHO.test(before) && isDoneBy(doc, at)) return false
  return RELATIVE.test(before) || QUESTION.test(before) || isPreposition(before) || isArea(before)
}

/** «لا مفر من نقل اجتماعنا»، «ليس أمامنا إلا نقل الاجتماع»: of what one must do oneself. */
const saysOur = ({ tokens }: StatementDoc, { start, end }: TokenRange): boolean =>
  tokens.slice(start, end).some(({ text }) => /..نا$/u.test(text))
/** In tokens. */
const NEAR = 4

/** «من المقرر وصول الوفد غداً»، «من المتوقع توقيع مصر الاتفاق»: a modal with the noun of what is to be. */
export const expectedAt: Pattern = (doc, at, bounds, statement) => {
  const modal = modalAt(doc.tokens, at, bounds.end)
  const start = modal?.end
  if (!modal || start === undefined || start >= bounds.end || doc.entities.startingAt.has(start)) return []
  const isOwn = modal.value.person === 'first'
  const noun = actionNoun(doc.tokens[start]!.form)
  const verb = noun?.verbs[0]
  const opens = noun?.cut === 0 || (isOwn && noun?.proclitics.join('') === 'ل')
  if (!noun || !verb || !opens || noun.definite || verb.role === 'state' || verb.role === 'report') return []
  const end = clauseEnd(doc, start, bounds.end)
  if (isOwn && !saysOur(doc, { start: at, end: Math.min(end, start + NEAR) })) return []
  const committers = isOwn
    ? bodiesOf(doc, statement?.sources ?? [])
    : (ownerAfter(doc, start, bounds.end)?.actors ?? [])
  return [
    {
      rule: 'modal-noun',
      trigger: { start: at, end: start },
      cut: GLUED.test(doc.tokens[at]!.text) ? 1 : 0,
      evidence: { start: at, end },
      action: { words: { start, end }, cut: noun.cut, noun: null, verbs: noun.verbs },
      kind: modal.value.kind as Commitment['kind'],
      polarity: 'positive',
      certainty: modal.value.certainty as Commitment['certainty'],
      committers,
      statement,
    },
  ]
}

/** «لن نكون عائقاً»، «لن يكونوا البادئين بإطلاق النار»: what they will not be. */
const isBeing = ({ tokens }: StatementDoc, { reading, rule, verb }: Future): boolean =>
  rule === 'future-negated' &&
  reading.verb?.lemma === 'كان' &&
  /^[^بل].*[^اءنهم]ا$|^ال.*ين$/u.test(tokens[verb + 1]?.text ?? '')

const isOfMeeting = ({ tokens }: StatementDoc, verb: number): boolean =>
  tokens[verb]!.text.includes('تناول') &&
  [tokens[verb + 1], tokens[verb - 1]].some((word) => word && isMeeting(word))

export const futureAt: Pattern = (doc, at, bounds, statement, topic) => {
  const future = readFuture(doc, at, bounds.end, statement)
  return future ? candidatesOf(future, doc, at, bounds, statement, topic) : []
}

function candidatesOf(
  future: Future,
  ...[doc, at, bounds, statement, topic]: Parameters<Pattern>
): ReturnType<Pattern> {
  if (
    (future.reading.verb?.role === 'state' && !hesitates(future.reading) && !isBeing(doc, future)) ||
    // «ستتناول المحادثات الأزمة»: of a meeting it is what will be talked of.
    (isOfClass('speaks', future.reading.verb?.lemma ?? '') && !isOfMeeting(doc, future.verb))
  )
    return []
  if (isNoVerb(doc, at) || isInName(doc, at)) return []
  const { verb } = future
  const start = clauseStart(doc, at, bounds.start)
  const carried = isOfClass('carries', future.reading.verb?.lemma ?? '')
    ? carriedAction(doc, verb, bounds.end)
    : hesitates(future.reading)
      ? affirmedAction(doc, verb, bounds.end)
      : null
  // «ستجري مباحثات»: without a noun to carry it is a verb of its own.
  const reading =
    carried || !future.reading.heavy ? future.reading : { ...future.reading, verb: future.reading.heavy }
  const done =
    reading.verb?.role === 'light' && !carried
      ? nounBefore(doc, start, verb, clauseEnd(doc, verb, bounds.end))
      : null
  if (reading.verb?.role === 'light' && !carried && !done) return []
  // «يتوقع البنك أن يهبط الخام»: who expects is not who does.
  const floor = future.rule === 'modal' ? verb : start
  const named = (): Subject =>
    subjectOf(
      doc,
      verb,
      reading.person,
      { start: floor, end: bounds.end },
      future.foretold ? undefined : statement,
      future.foretold ? NOBODY : topic,
      (reading.conjunction && doc.tokens[at]!.text.startsWith('و')) || joins(doc, at),
    )
  // «بدأت رايس زيارة …، وستجري محادثات مع …»
  const going = carried?.passive && reading.heavy && reading.conjunction && !carried.definite ? named() : null
  const subject: Subject =
    going && going.actors.length > 0
      ? going
      : carried?.passive
        ? { actors: orderedBy(doc, statement, topic) }
        : named()
  if (subject.acts && future.polarity === 'positive') return []
  // «العقوبات لن تكون أمراً مساعداً»: what a thing is not.
  if (subject.indirect && isBeing(doc, future)) return []
  const actors = bound(doc, subject, statement, topic)
  const clause = { start: verb, end: clauseEnd(doc, carried?.at ?? verb, bounds.end) }
  const end = future.polarity === 'positive' ? untilNext(doc, clause, reading.person) : clause.end
  const first = subject.start !== undefined && subject.start >= start ? subject.start : at
  return [
    {
      rule: carried?.passive && subject !== going ? `${future.rule}-passive` : future.rule,
      trigger: { start: at, end: verb + 1 },
      cut: reading.conjunction || GLUED.test(doc.tokens[at]!.text) ? 1 : 0,
      evidence: { start: first, end },
      action: carried
        ? { ...carried.action, words: { start: carried.at, end } }
        : (done ?? verbAction(doc, { ...future, reading }, end, subject)),
      kind: kindOf(future, reading, actors, statement, subject),
      polarity: hesitates(reading)
        ? 'positive'
        : refrains(reading) && future.polarity === 'positive'
          ? 'negative'
          : future.polarity,
      certainty: future.certainty,
      committers: actors,
      statement,
      spoken: reading.person.startsWith('1'),
    },
  ]
}
