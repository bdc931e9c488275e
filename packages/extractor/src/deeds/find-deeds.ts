/**
 * Deeds: what an article reports as done, «سحبت تركيا 400 جندي»، «تم توقيع الاتفاق»، «اكتمل انسحاب القوات». No
 * commitments, but what may fulfil one; the linker compares them with what was undertaken before.
 */
import type { Deed } from '@mithaq/model'
import { wordsOfAction } from '../commitments/action.ts'
import type { Action } from '../commitments/candidate.ts'
import { clauseEnd, clauseStart } from '../commitments/clauses.ts'
import type { CommitmentDoc } from '../commitments/commitment-note.ts'
import { eventOf } from '../commitments/event.ts'
import { quantityOf } from '../commitments/quantity.ts'
import { NOBODY, withoutMedia } from '../commitments/referent.ts'
import { subjectOf } from '../commitments/subject.ts'
import { triggerAt } from '../commitments/triggers.ts'
import { isSupposed } from '../commitments/unreal.ts'
import { datesIn } from '../commitments/when.ts'
import { placesIn } from '../commitments/where.ts'
import { spanBetween } from '../doc.ts'
import { actorOf, mentionsIn } from '../entities/mention-index.ts'
import type { StatementNote } from '../statements/statement.ts'
import { isPreposition } from '../text/governs.ts'
import { actionNoun, finiteReadings, type FiniteVerb } from '../text/morphology.ts'
import { innermost, tokenAt, type TokenRange } from '../text/tokens.ts'
import { isOfClass } from '../word-classes.ts'

/** Between «تم» or «أنهت» and the noun of what was done stands at most a subject. In tokens. */
const REACH = 6
const NOT_DONE = /^[وف]?(?:لم|لن|لا|ما|الذي|التي|الذين|ان|كانت?)$/u

export function findDeeds(doc: CommitmentDoc): Deed[] {
  const undertaken = new Uint8Array(doc.tokens.length)
  for (const { record } of doc.commitments)
    undertaken.fill(1, tokenAt(doc.tokens, record.evidence.start), tokenAt(doc.tokens, record.evidence.end))
  const statementOf = innermost(
    doc.tokens,
    doc.statements.filter(({ frame }) => frame !== 'passage').map((note) => [note.content, note] as const),
  )
  const deeds: Deed[] = []
  for (const sentence of doc.bodySentences) {
    for (let at = sentence.start; at < sentence.end; at++) {
      if (undertaken[at]) continue
      const form = pastAt(doc, at, sentence)
      const deed = form && deedAt(doc, at, form, sentence, statementOf[at])
      if (deed) deeds.push(deed)
    }
  }
  return deeds
}

function pastAt(doc: CommitmentDoc, at: number, sentence: TokenRange): FiniteVerb | undefined {
  const token = doc.tokens[at]!
  const before = doc.tokens[at - 1]?.text ?? ''
  if (token.kind !== 'word' || doc.entities.startingAt.has(at)) return undefined
  if (isPreposition(token.form) || isOfClass('not-past', token.form)) return undefined
  if (at > sentence.start && NOT_DONE.test(before)) return undefined
  const readings = finiteReadings(token.form)
  if (readings.some(({ verb }) => verb.role === 'report')) return undefined
  const form = readings.find(
    ({ tense, verb, person, object }) =>
      // «ظلت تنفي ذلك» is nothing done.
      tense === 'past' && !object && person.startsWith('3') && verb.role !== 'state' && verb.lemma !== 'ظل',
  )
  if (!form || triggerAt(doc.tokens, at) || isSupposed(doc, at, sentence.start)) return undefined
  // «سحب» is a withdrawal too: as a verb it stands right before who does it, and opens its clause.
  const isNoun = actionNoun(token.form) !== undefined
  return isNoun && !(at === sentence.start && doc.entities.startingAt.has(at + 1)) ? undefined : form
}

function deedAt(
  doc: CommitmentDoc,
  at: number,
  form: FiniteVerb,
  sentence: TokenRange,
  statement: StatementNote | undefined,
): Deed | null {
  const limit = Math.min(sentence.end, statement?.content.end ?? Infinity)
  const clause = {
    start: clauseStart(doc, at, Math.max(sentence.start, statement?.content.start ?? 0)),
    end: clauseEnd(doc, at, limit),
  }
  const subject = subjectOf(doc, at, form.person, clause, statement, NOBODY, form.conjunction)
  const action = actionOf(doc, at, form, clause.end, subject.behind)
  if (!action) return null
  const named = withoutMedia(doc, subject.actors).filter((id) => !doc.entities.passing.has(id))
  const actors = named.length > 0 ? named : actorsIn(doc, action.words)
  if (actors.length === 0) return null
  const quantity = quantityOf(doc, action.words)
  const eventClass = eventOf(doc, action)
  const date = datesIn(doc, { start: at, end: clause.end }).find(({ bound }) => bound === 'at')
  return {
    evidence: spanBetween(doc, startOf(doc, at, form, subject.start), doc.tokens[clause.end - 1]!.end),
    action: { ar: wordsOfAction(doc, action, [], datesIn(doc, action.words), false).ar },
    ...(eventClass && { eventClass }),
    actors: [...actors],
    places: placesIn(doc, action.words, action.verbs).map(({ id, role }) => ({ id, role })),
    ...(quantity && { quantity }),
    on: date?.interval ?? null,
  }
}

/** From the subject where that leads, without a glued «و». */
function startOf(doc: CommitmentDoc, at: number, { conjunction }: FiniteVerb, subject?: number): number {
  if (subject !== undefined && subject < at) return doc.tokens[subject]!.start
  return doc.tokens[at]!.start + (conjunction ? 1 : 0)
}

/** «سحبت … قوات»: the verb as its noun; «أنهت سحب …»، «تم توقيع …»: the noun that it brings about. */
function actionOf(
  doc: CommitmentDoc,
  at: number,
  { verb }: FiniteVerb,
  end: number,
  subject: TokenRange | undefined,
): Action | null {
  const own: Action = {
    words: { start: at, end },
    cut: doc.tokens[at]!.text.length,
    noun: verb.nouns[0] ?? null,
    verbs: [verb],
    ...(subject && { subject }),
  }
  const brings = verb.role === 'light' || isOfClass('finishes', verb.lemma)
  if (!brings) return own.noun === null ? null : own
  for (let i = subject?.end ?? at + 1; i < Math.min(end, at + REACH); i++) {
    if (doc.entities.startingAt.has(i)) continue
    const noun = actionNoun(doc.tokens[i]!.form)
    if (noun) return { words: { start: i, end }, cut: noun.cut, noun: null, verbs: noun.verbs }
  }
  return null
}

function actorsIn(doc: CommitmentDoc, words: TokenRange): string[] {
  const found = mentionsIn(doc, words)
    .map(actorOf)
    .filter((id) => id !== null && !doc.entities.passing.has(id))
  return withoutMedia(doc, [...new Set(found)] as string[])
}
