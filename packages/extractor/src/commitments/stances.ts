/**
 * Refusals told of a thing: by what tells of a stance («موقفها الرافض لإقامة …»), and by a verb that has the thing
 * turned down before it («مقترحات رفضها الوفد اللبناني»، «الخطة رفضتها الخرطوم»).
 */
import type { StatementDoc } from '../statements/statement.ts'
import { encliticReadings, nounReadings } from '../text/clitics.ts'
import { isPreposition } from '../text/governs.ts'
import { finiteReadings } from '../text/morphology.ts'
import type { TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'
import type { Pattern } from './candidate.ts'
import { clauseEnd } from './clauses.ts'
import { type Bounded, findComplements } from './complement.ts'
import { isAttribute, nounAt } from './complement-at.ts'
import { referent } from './referent.ts'
import { subjectBehind } from './subject.ts'
import { ownerAfter } from './thing-subjects.ts'

const refusal = { kind: 'refusal', polarity: 'negative', certainty: 'certain' } as const

/** Its owner may stand between the stance and what tells of it. In tokens. */
const OWNER = 5
const STANCE = /^[وف]?[بل]?(?:موقف|مواقف|سياست?)(?:ه|ها|هم|هما|نا)?$/u

/** «جددت الجزائر موقفها الرافض لإقامة قواعد»، «موقف تونس الرافض للتدخل» */
export const stanceAt: Pattern = (doc, at, bounds, statement, topic) => {
  if (!isAttribute(doc.tokens[at], 'opposes')) return []
  const stance = stanceBefore(doc, at, bounds.start)
  if (stance === undefined) return []
  const [complement] = ANY.test(doc.tokens[at + 1]?.text ?? '')
    ? anyOf(doc, at + 1, bounds.end)
    : findComplements(doc, at, ['ل'], bounds.end, true)
  // Right behind it, or behind «قطعاً», «بشدة».
  if (!complement || complement.start > at + 2) return []
  const { start, end, negated, action } = complement
  const pronoun = nounReadings(doc.tokens[stance]!.form)
    .flatMap(({ stem }) => encliticReadings(stem))
    .find(({ stem }) => STANCE.test(stem))?.pronoun
  const committers = pronoun
    ? referent(doc, pronoun, statement, topic, true)
    : (ownerAfter(doc, stance, at)?.actors ?? [])
  if (committers.length === 0) return []
  return [
    {
      rule: 'stance',
      ...refusal,
      polarity: negated ? 'positive' : 'negative',
      trigger: { start: at, end: at + 1 },
      cut: 0,
      evidence: { start: stance, end },
      action: { ...action, words: { start, end } },
      committers,
      statement,
    },
  ]
}

const ANY = /^لايه?$/u
/** «الرافض لأي حوار» */
const anyOf = (doc: StatementDoc, at: number, limit: number): Bounded[] => {
  const found = nounAt(doc, at, at, 1)
  return found && at + 1 < limit ? [{ ...found, end: clauseEnd(doc, at + 1, limit) }] : []
}

function stanceBefore({ tokens }: StatementDoc, at: number, floor: number): number | undefined {
  for (let i = at - 1; i >= Math.max(floor, at - OWNER) && tokens[i]!.kind === 'word'; i--)
    if (STANCE.test(tokens[i]!.text)) return i
  return undefined
}

/** The thing and what tells of it, before the verb. In tokens. */
const THING = 10

/** «شروط رفضها الوفد السوري»: what is turned down stands before, and who turns it down behind. */
export const turnedDownAt: Pattern = (doc, at, bounds, statement) => {
  const { tokens } = doc
  if (doc.entities.startingAt.has(at)) return []
  const reading = finiteReadings(tokens[at]!.form).find(
    ({ tense, object, verb }) =>
      tense === 'past' && object?.startsWith('3') && isOfClass('turns-down', verb.lemma),
  )
  if (!reading) return []
  const subject = subjectBehind(doc, at, bounds.end, reading.person)
  // «جددت دمشق رفضها استقبال …»: the noun; who refuses stands right behind the verb.
  if (!subject?.behind || isPreposition(tokens[at - 1]?.form ?? '')) return []
  const words = offerBefore(doc, at, bounds.start)
  if (!words) return []
  return [
    {
      rule: 'turned-down',
      ...refusal,
      trigger: { start: at, end: at + 1 },
      cut: reading.cut,
      evidence: { start: words.start, end: clauseEnd(doc, subject.behind.end - 1, bounds.end) },
      action: { words, cut: offerAt(doc, words.start) ?? 0, noun: null, verbs: [] },
      committers: subject.actors,
      statement,
    },
  ]
}

/** What was put to somebody, as far as the verb that turns it down or its «التي». */
function offerBefore(doc: StatementDoc, verb: number, floor: number): TokenRange | undefined {
  const { tokens } = doc
  const end = /^(?:الذي|التي)$/u.test(tokens[verb - 1]!.text) ? verb - 1 : verb
  for (let i = end - 1; i >= Math.max(floor, verb - THING); i--) {
    if (tokens[i]!.kind !== 'word' || STOPS.test(tokens[i]!.text)) return undefined
    if (offerAt(doc, i) !== undefined) return { start: i, end }
  }
  return undefined
}
/** What a clause before said, or another verb turns down. */
const STOPS = /^(?:[وف]?ان(?:ه|ها|هم)?|ثم|لكن|بعدما|عندما)$/u

/** Letters glued before a word of the class: «وبشروط». */
const offerAt = ({ tokens, entities }: StatementDoc, i: number): number | undefined =>
  entities.startingAt.has(i)
    ? undefined
    : nounReadings(tokens[i]!.form).find(({ stem }) => isOfClass('offer', stem.replace(/^ال|ا$/gu, '')))?.cut
