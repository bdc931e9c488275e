/**
 * Words that undertake by being said: «تعهدت قطر بتقديم …»، «رفضها تأكيد …»، «اتفاق … لانسحاب …».
 * Verb or noun, the pattern is one: who, the word, and the action it governs.
 */
import { fold } from '@mithaq/model'
import { actorOf, mentionsIn } from '../entities/mention-index.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { rememberOf } from '../remember.ts'
import { actionNoun, finiteReadings } from '../text/morphology.ts'
import { innermost, type TokenRange, wordBefore } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import { nounReadings } from '../text/clitics.ts'
import type { Action, Candidate, Pattern } from './candidate.ts'
import { type Bounded, findComplements } from './complement.ts'
import { isDeictic } from './complement-at.ts'
import { type Trigger, triggerAt } from './triggers.ts'
import { boundBy, SELF, withPartner } from './performers.ts'
import { bodiesOf } from './referent.ts'
import { deedItself, doneByPaper, keptThing, refusedThing, refusesAny } from './own-deeds.ts'
import {
  PAST_NEGATION,
  isAbsent,
  isAskedOfOthers,
  isDenied,
  isInPersonsName,
  isNoAction,
  isOnlySought,
  goesOnRelative,
  isThreatened,
  unableBefore,
  isHard,
  isOnceOrAim,
  isSuperlative,
  isUndecided,
  isWithoutOrWish,
  pointsBack,
} from './not-undertaken.ts'

/** «غير ملزمة»، «لسنا مستعدين»: of an adjective it says no. */
const UNWILLING = /^[وف]?(?:غير|ليس|ليست|لسنا|ليسوا|لست)$/u
const POINTING = /^[وف]?[بلك]?(?:هذا|هذه|ذلك|تلك)$/u
const NEGATION = /^(?:و|ف)?(?:لا)$/u
const WHAT = /^[وف]?(?:هو|هي|هذا|ذلك|كل|حسب|بحسب|وفق)$/u

export const performativesAt: Pattern = (doc, at, ...place) => {
  const trigger = triggerAt(doc.tokens, at)
  if (!trigger) return []
  const found = boundAt(trigger, doc, at, ...place)
  const alone = trigger.type === 'verb' ? trigger.alone : undefined
  return found.length > 0 || !alone ? found : boundAt(alone, doc, at, ...place)
}

function boundAt(
  trigger: Trigger,
  ...[doc, at, bounds, statement, topic]: Parameters<Pattern>
): readonly Candidate[] {
  if (trigger.frames.length === 0) return []
  if (isInPersonsName(doc, at) || isWithoutOrWish(doc, at) || isThreatened(doc, at, trigger)) return []
  if (isAskedOfOthers(doc, at, trigger)) return []
  const before = wordBefore(doc.tokens, at)
  const notIn =
    trigger.type === 'noun' && UNWILLING.test(doc.tokens[at - 2]?.text ?? '') && /^(?:في|ب)$/u.test(before)
  const unwilling = trigger.type === 'verb' && trigger.verb.tense === 'participle' && UNWILLING.test(before)
  // «لم يستبعد إرسال قوات»
  const undenied = /^[وف]?لم$/u.test(before) && isOfClass('rules-out', trigger.word)
  // «وهو ما وعد بعرضه»
  const isWhat = before === 'ما' && WHAT.test(doc.tokens[at - 2]?.text ?? '')
  if (PAST_NEGATION.test(before) && !unwilling && !undenied && !isWhat) return []
  // «غير معنية بالتنازل»: who is concerned has not undertaken it.
  if (!unwilling && isOfClass('only-denied', trigger.word)) return []
  if (
    trigger.type === 'verb' &&
    (goesOnRelative(doc, at, trigger, bounds.start) ||
      isOnceOrAim(doc, at, trigger.verb) ||
      isSuperlative(doc, at))
  )
    return []
  // «هذه الخطة يجب أن …»: what was spoken of before is not undertaken again; «بين رفض القرار وقبوله»: notions.
  if (
    trigger.type === 'noun' &&
    (POINTING.test(before) || /^و?بين$/u.test(before) || isOnlySought(doc, at, trigger) || isHard(doc, at))
  )
    return []
  // «إلا بعد تعهد كتابي»، «لم يتلق أوامر بذلك»: it is not there yet.
  const notYet = /^(?:بعد|قبل|دون|بدون)$/u.test(before) || isDenied(doc, at)
  // «مدة يتم الاتفاق عليها»، «لم يحسم قراره»
  if (trigger.type === 'noun' && (pointsBack(doc, at) || isUndecided(doc, at, trigger))) return []
  if (trigger.type === 'noun' && trigger.pronoun === undefined && notYet && !notIn) return []
  const tail = trigger.type === 'verb' ? trigger.tail : undefined
  const last = tail ? tail.end - 1 : at
  const behind = findComplements(doc, last, framesAt(doc, at, trigger), bounds.end, trigger.type === 'noun')
  // «أُرجئت العملية بانتظار وصول تعزيزات»: what is put off stands before it, or right behind.
  const isPassive = trigger.type === 'verb' && trigger.verb.passive === true
  const governed = isPassive && behind[0]?.start !== at + 1 ? [] : behind
  const ordered = doneByPaper(doc, last, trigger, bounds.end)
  const complements =
    ordered.length > 0
      ? ordered
      : governed.length > 0 && !refusesAny(doc, at, trigger)
        ? governed
        : [
            ...deedItself(doc, at, trigger, bounds),
            ...refusedThing(doc, at, trigger, bounds.end),
            ...keptThing(doc, last, trigger, bounds.end),
          ]
  if (complements.length === 0 || isLoose(doc, last, complements[0]!, trigger)) return []
  if (isNoAction(doc, complements[0]!, trigger)) return []
  const zone = { start: bounds.start, end: complements[0]!.zoneEnd }
  // «لا يمكن للبنان أن يقبل بـ»: who cannot will not.
  const unable = trigger.type === 'verb' ? unableBefore(doc, at) : undefined
  const named = unable ? mentionsIn(doc, unable).map(actorOf) : []
  const joined = notIn && /^[وف]/u.test(doc.tokens[at - 2]!.text) && topic.recent.length > 0
  const committers = joined
    ? topic.recent
    : named[0]
      ? [named[0]]
      : withPartner(doc, at, trigger, zone, boundBy(doc, at, trigger, zone, statement, topic))
  // Of a verb that binds nobody known the article is asked again: a diagnostic says so.
  if (committers.length === 0 && trigger.type === 'noun') return []
  if (isOfClass('incumbent', trigger.word) && isCalledFor(doc, committers, statement)) return []
  if (
    isOfClass('insists', trigger.word) &&
    isOfAnother(doc, { start: at, end: complements[0]!.start }, committers)
  )
    return []
  const inner = tail && statementAt(doc, last)
  // «نفت الجزائر أي نية للتدخل»: the phrase says no itself.
  const said = inner && !(inner.act === 'deny' && inner.cue.start === at) ? inner : statement
  const negative = NEGATION.test(before) || unable !== undefined
  // «لا توجد نية لـ»، «ليس لدى الحكومة خطة لـ»: one means not to.
  const absent = trigger.type === 'noun' && isAbsent(doc, at)
  if (absent && trigger.kind === 'decision') return []
  // «لا تستبعد واشنطن …»، «لا تمانع …»: who does not refuse is open to it.
  const turnedDown = negative && isOfClass('accepts', trigger.word)
  const open = (negative || undenied) && trigger.polarity === 'negative'
  const parted = tail !== undefined && tail.start > at + 1
  // «لا تقبل أي شروط»: the word that says no is a part of it.
  const from = negative && trigger.type === 'verb' ? at - 1 : at
  return complements.map((complement, i): Candidate => {
    const { start, end, negated, action } = complement
    const deictic = isDeictic(doc.tokens[start]!.text.slice(action.cut))
    return {
      rule: deictic ? 'performative-deictic' : `performative-${trigger.type}`,
      // «أعطت واشنطن الضوء الأخضر»: what the subject parts is told by its last words.
      trigger: { start: parted ? tail.start : at, end: last + 1 },
      cut: parted ? 0 : trigger.type === 'verb' ? trigger.verb.cut : trigger.cut,
      evidence: { start: i === 0 ? startOfEvidence(trigger, at, start, from) : start, end },
      action: keptTo(doc, start, trigger, { ...action, words: { start, end } }),
      // «لا تقبل أي شروط»: what is named is what is refused.
      kind: open ? 'plan' : unwilling || notIn || turnedDown || unable ? 'refusal' : trigger.kind,
      polarity: open
        ? 'positive'
        : unwilling || notIn || negated || negative || absent
          ? 'negative'
          : trigger.polarity,
      certainty: open ? 'possible' : trigger.certainty,
      committers,
      statement: said,
      spoken: inFirstPerson(doc, at, trigger),
    }
  })
}

/** «قال الأمين العام إنه يتعين على إسرائيل …»: what one says that others must do is a call; a paper, or they themselves, oblige. */
const isCalledFor = (
  doc: StatementDoc,
  committers: readonly string[],
  statement: StatementNote | undefined,
): boolean =>
  statement !== undefined &&
  !statement.paper &&
  !bodiesOf(doc, statement.sources).some((id) => committers.includes(id))

/** «أصر الرئيس على أن الوزير لن يستقيل»: he says what another will do. */
function isOfAnother(doc: StatementDoc, { start, end }: TokenRange, committers: readonly string[]): boolean {
  let that = start
  while (that < end && doc.tokens[that]!.text !== 'ان') that++
  const named = mentionsIn(doc, { start: that, end: end }).map(actorOf)
  const own = new Set([...committers, ...bodiesOf(doc, committers)])
  return named.some((id) => id !== null && !own.has(id))
}

/** «القرار أمر غير وارد»: a noun with its article has no genitive. */
const framesAt = ({ tokens }: StatementDoc, at: number, { type, frames, word }: Trigger): readonly string[] =>
  type === 'noun' && tokens[at]!.text.startsWith('ال') && !fold(word).startsWith('ال')
    ? frames.filter((frame) => frame !== 'obj')
    : frames

/** «أكدت قطر التزامها بـ»: a phrase opens before what is said; its last words and its action are said. */
const statementAt = (doc: StatementDoc, at: number): StatementNote | undefined => statementsOf(doc)[at]

const statementsOf = rememberOf((doc: StatementDoc) =>
  innermost(
    doc.tokens,
    doc.statements.map((note) => [note.content, note] as const),
  ),
)

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
  // «أرجأت الحكومة رفع الأسعار»: putting it off is what is decided.
  if (isOfClass('defers', word) && action.noun === null && trigger.type === 'verb') {
    const [masdar] = trigger.verb.verb.nouns
    return masdar === undefined ? action : { ...action, noun: masdar }
  }
  // «ملتزمون بعدم الترفيع»
  if (isNot(doc, start, action)) return action
  const isThing = action.verbs.length === 0 || isOfClass('deal', text.slice(action.cut).replace(/^ال/u, ''))
  if (action.saysNot !== undefined || !isOfClass('keeps-to', word) || action.noun !== null || !isThing)
    return action
  const noun = nounReadings(text).some(({ proclitics }) => proclitics.at(-1) === 'ب')
  if (!noun && action.cut > 0) return action
  // «تمسك» is a noun before it is the present of أمسك.
  const masdar = actionNoun(word) ? word : (finiteReadings(word)[0]?.verb.nouns[0] ?? word)
  return { ...action, cut: /^[وف]/u.test(text) ? 1 : 0, noun: noun ? `ال${masdar}` : masdar }
}

const isNot = ({ tokens }: StatementDoc, start: number, { cut }: Action): boolean =>
  [tokens[start]!.text.slice(cut), tokens[start - 1]?.text ?? ''].some((word) => /^ب?عدم$/u.test(word))

const inFirstPerson = (doc: StatementDoc, at: number, trigger: Trigger): boolean =>
  trigger.type === 'verb' &&
  (trigger.verb.person.startsWith('1') || SELF.test(doc.tokens[at - 1]?.text ?? ''))

/** An agreement far from its action («اتفاق "…"، لانسحاب …») is stated by the action's own clause. */
const startOfEvidence = (trigger: Trigger, at: number, action: number, from: number): number =>
  trigger.type === 'noun' && action - at > 6 ? action : from
