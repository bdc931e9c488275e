/**
 * Words that undertake by being said: «تعهدت قطر بتقديم …»، «رفضها تأكيد …»، «اتفاق … لانسحاب …».
 * Verb or noun, the pattern is one: who, the word, and the action it governs.
 */
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { isBare, subjectIn } from '../statements/sources.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Candidate } from './candidate.ts'
import { clauseEnd, clauseStart } from './clauses.ts'
import { ownerAfter, referent, subjectOf, type Topic } from './committers.ts'
import { findComplement, isDeictic } from './complement.ts'
import { type Trigger, triggerAt } from './triggers.ts'

const PAST_NEGATION = /^(?:و|ف)?(?:لم|ما|ليس|ليست)$/u
const NEGATION = /^(?:و|ف)?(?:لا)$/u
const RELATIVE = /^(?:الذي|التي|الذين|اللذان|اللتان)$/u

export function performativeAt(
  doc: StatementDoc,
  at: number,
  bounds: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
): Candidate | null {
  const trigger = triggerAt(doc.tokens, at)
  if (!trigger || trigger.frames.length === 0) return null
  const before = doc.tokens[at - 1]?.text ?? ''
  if (PAST_NEGATION.test(before) || RELATIVE.test(before)) return null
  const complement = findComplement(doc, at, trigger.frames, bounds.end)
  if (!complement) return null
  const committers = boundBy(
    doc,
    at,
    trigger,
    { start: bounds.start, end: complement.zoneEnd },
    statement,
    topic,
  )
  if (committers.length === 0) return null
  const refuses = trigger.type === 'verb' && NEGATION.test(before) && trigger.kind !== 'refusal'
  const end = clauseEnd(doc, complement.start, bounds.end)
  const deictic = isDeictic(doc.tokens[complement.start]!.text.slice(complement.action.cut))
  return {
    rule: deictic ? 'performative-deictic' : `performative-${trigger.type}`,
    trigger: { start: at, end: at + 1 },
    evidence: { start: startOfEvidence(trigger, at, complement.start), end },
    action: { ...complement.action, words: { start: complement.start, end } },
    kind: refuses ? 'refusal' : trigger.kind,
    polarity: complement.negated || refuses ? 'negative' : trigger.polarity,
    certainty: trigger.certainty,
    committers,
    statement,
  }
}

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
    const { person, tense } = trigger.verb
    const speaker = tense === 'participle' ? { ...topic, recent: statement?.sources ?? topic.recent } : topic
    const after = subjectIn(doc, { start: at + 1, end: Math.min(zone.end, at + 8) })
    if (after.length > 0 && person.startsWith('3')) return after
    return subjectOf(doc, at, person, { start: floor, end: zone.end }, statement, speaker).actors
  }
  if (trigger.pronoun) return referent(doc, trigger.pronoun, statement, topic)
  const owner = ownerAfter(doc, at, zone.end)
  if (owner && isBare(doc, owner.mention)) return owner.actors
  const subject = subjectOf(doc, at, '3mp', { start: floor, end: at + 1 }, undefined, {
    recent: [],
    parties: [],
  })
  if (subject.actors.length > 0 && !subject.indirect) return subject.actors
  return trigger.kind === 'agreement' && topic.parties.length > 1 ? topic.parties : (statement?.sources ?? [])
}
