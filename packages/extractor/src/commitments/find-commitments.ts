/**
 * Commitments: who undertakes what, to whom, where, by when, if what, says who. One pass over each
 * sentence; at a word the patterns are asked in turn, and the first that binds somebody takes its clause.
 * After Singh's social commitment C(debtor, creditor, antecedent, consequent).
 */
import { type Commitment, commitmentId, type Diagnostic, type Span } from '@mithaq/model'
import { spanBetween, spanOf } from '../doc.ts'
import { mentionsIn } from '../entities/mention-index.ts'
import { sourceChain, type StatementDoc, type StatementNote } from '../statements/statement.ts'
import type { TokenRange } from '../text/tokens.ts'
import { actionInArabic, actionInEnglish } from './action.ts'
import type { Candidate } from './candidate.ts'
import { type Topic, withStates } from './committers.ts'
import { conditionOf } from './condition.ts'
import { eventOf } from './event.ts'
import { futureAt } from './futures.ts'
import { measureAt, provisionAt } from './measures.ts'
import { performativeAt } from './performatives.ts'
import { quantityOf } from './quantity.ts'
import { type When, whenOf } from './when.ts'
import { placesIn, type PlacedRole } from './where.ts'

/** A commitment with the words behind each of its roles. */
export interface CommitmentNote {
  record: Commitment
  statement: StatementNote | undefined
  when: When
  places: readonly PlacedRole[]
  /** Mentions by which creditors and those concerned were read. */
  others: Readonly<Record<string, Span>>
}

export interface CommitmentDoc extends StatementDoc {
  readonly commitments: readonly CommitmentNote[]
}

const PATTERNS = [performativeAt, futureAt, provisionAt, measureAt] as const

export function findCommitments(doc: StatementDoc, article: string): CommitmentDoc {
  const commitments: CommitmentNote[] = []
  const diagnostics: Diagnostic[] = []
  let parties: readonly string[] = []
  for (const sentence of doc.bodySentences) {
    const taken: TokenRange[] = []
    let recent: readonly string[] = []
    for (let at = sentence.start; at < sentence.end; at++) {
      const statement = statementAt(doc, at)
      if (statement && statement.sources.length > 1) parties = statement.sources
      if (statement?.act === 'demand' || taken.some(({ start, end }) => start <= at && at < end)) continue
      const bounds = boundsAt(doc, at, sentence, statement)
      const candidate = firstMatch(doc, at, bounds, statement, { recent, parties })
      if (!candidate || overlaps(taken, candidate.action.words)) continue
      const note = fillRoles(
        doc,
        article,
        candidate,
        { start: bounds.start, end: candidate.evidence.start },
        commitments.at(-1),
      )
      commitments.push(note)
      taken.push(candidate.evidence, { start: candidate.trigger.start, end: candidate.trigger.end })
      recent = candidate.committers
      if (candidate.kind === 'agreement' && candidate.committers.length > 1) parties = candidate.committers
    }
  }
  return { ...doc, commitments: unique(commitments), diagnostics: [...doc.diagnostics, ...diagnostics] }
}

function firstMatch(
  doc: StatementDoc,
  at: number,
  bounds: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
): Candidate | null {
  for (const pattern of PATTERNS) {
    const candidate = pattern(doc, at, bounds, statement, topic)
    if (candidate) return candidate
  }
  return null
}

/** The innermost statement in whose content a token stands. */
function statementAt(doc: StatementDoc, at: number): StatementNote | undefined {
  let best: StatementNote | undefined
  for (const note of doc.statements) {
    if (note.content.start > at) break
    if (at < note.content.end && (!best || note.content.start >= best.content.start)) best = note
  }
  return best
}

/** A clause crosses neither its sentence, nor the statement it stands in, nor a quotation's end. */
function boundsAt(
  doc: StatementDoc,
  at: number,
  sentence: TokenRange,
  statement: StatementNote | undefined,
): TokenRange {
  let { start, end } = sentence
  if (statement) {
    start = Math.max(start, statement.content.start)
    end = Math.min(end, statement.content.end)
  }
  for (const quote of doc.quotes) {
    if (quote.start > at) break
    if (at < quote.end) end = Math.min(end, quote.end)
  }
  return { start, end }
}

const overlaps = (taken: readonly TokenRange[], words: TokenRange): boolean =>
  taken.some(({ start, end }) => words.start < end && start < words.end)

function fillRoles(
  doc: StatementDoc,
  article: string,
  candidate: Candidate,
  frame: TokenRange,
  before: CommitmentNote | undefined,
): CommitmentNote {
  const { evidence, action } = candidate
  const condition = conditionOf(doc, evidence, frame)
  const when = whenOf(
    doc,
    evidence,
    frame,
    action.verbs.some(({ lemma }) => lemma === 'بدأ' || lemma === 'باشر'),
  )
  const places = placesIn(doc, action.words, action.verbs)
  const committers = withStates(doc, candidate.committers)
  const { creditors, concerns, others } = othersIn(doc, candidate, committers)
  const deictic = candidate.rule === 'performative-deictic' && before
  const ar = deictic ? before.record.action.ar : actionInArabic(doc, action, condition ? [condition] : [])
  const en = deictic ? before.record.action.en : actionInEnglish(doc, action, places)
  const quantity = quantityOf(doc, action.words)
  const event = eventOf(doc, action)
  const span = spanOf(doc, evidence)
  const record: Commitment = {
    id: commitmentId(article, committers, ar, span.start, span.end),
    evidence: span,
    trigger: spanOf(doc, candidate.trigger),
    kind: candidate.kind,
    polarity: candidate.polarity,
    certainty: candidate.certainty,
    ...(event && { eventClass: event }),
    action: en === undefined ? { ar } : { ar, en },
    committers,
    creditors,
    concerns,
    places: places.map(({ id, role }) => ({ id, role })),
    begins: when.begins?.interval ?? null,
    due: when.due?.interval ?? null,
    condition: condition && spanOf(doc, condition),
    ...(quantity && { quantity }),
    statedBy: sourceChain(candidate.statement),
    rule: candidate.rule,
  }
  return { record, statement: candidate.statement, when, places, others }
}

/** Actors of the action other than those bound: creditors behind لـ، تجاه and مع, the rest concerned. */
function othersIn(
  doc: StatementDoc,
  { action, evidence, committers }: Candidate,
  bound: readonly string[],
): { creditors: string[]; concerns: string[]; others: Record<string, Span> } {
  const creditors: string[] = []
  const concerns: string[] = []
  const others: Record<string, Span> = {}
  for (const mention of mentionsIn(doc, {
    start: Math.min(evidence.start, action.words.start),
    end: action.words.end,
  })) {
    const id = mention.entity.startsWith('actor:') ? mention.entity : null
    if (id === null || id in others || bound.includes(id) || committers.includes(id)) continue
    others[id] = spanBetween(doc, mention.start, mention.end)
    const owed =
      mention.proclitics.at(-1) === 'ل' ||
      /^(?:تجاه|لصالح|امام|مع|ازاء)$/u.test(doc.tokens[mention.tokens.start - 1]?.text ?? '')
    ;(owed ? creditors : concerns).push(id)
  }
  return { creditors, concerns, others }
}

/** The same words read twice are one commitment. */
function unique(notes: readonly CommitmentNote[]): CommitmentNote[] {
  const seen = new Set<string>()
  return notes.filter(({ record: { id } }) => !seen.has(id) && seen.add(id))
}
