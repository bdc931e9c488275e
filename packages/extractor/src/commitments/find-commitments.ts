/**
 * Commitments: who undertakes what, to whom, where, by when, if what, says who. One pass over each
 * sentence; at a word the patterns are asked in turn, and the first that binds somebody takes its clause.
 * After Singh's social commitment C(debtor, creditor, antecedent, consequent).
 */
import { type Commitment, commitmentId, fold, type Span } from '@mithaq/model'
import { spanBetween, spanOf } from '../doc.ts'
import type { Mention } from '../entities/mention.ts'
import { mentionsIn } from '../entities/mention-index.ts'
import { subjectIn } from '../statements/sources.ts'
import { sourceChain, type StatementDoc, type StatementNote } from '../statements/statement.ts'
import { isPreposition } from '../text/governs.ts'
import type { TokenRange } from '../text/tokens.ts'
import { wordsOfAction } from './action.ts'
import type { Action, Candidate } from './candidate.ts'
import { type Topic, withoutMedia, withStates } from './referent.ts'
import { continuingAt, scheduledAt } from './continuing.ts'
import { conditionOf } from './condition.ts'
import { eventOf } from './event.ts'
import { futureAt } from './futures.ts'
import { measureAt, provisionAt } from './measures.ts'
import { performativesAt } from './performatives.ts'
import { quantityOf } from './quantity.ts'
import { stipulationAt } from './stipulations.ts'
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

const PATTERNS = [
  stipulationAt,
  provisionAt,
  performativesAt,
  futureAt,
  continuingAt,
  scheduledAt,
  measureAt,
] as const

export function findCommitments(doc: StatementDoc, article: string): CommitmentDoc {
  const reading: Reading = {
    doc,
    article,
    statementOf: innermost(
      doc,
      doc.statements.map((note) => [note.content, note] as const),
    ),
    quoteOf: innermost(
      doc,
      doc.quotes.map((quote) => [quote, quote] as const),
    ),
    topic: { recent: [], parties: [], speaker: [], subject: [] },
    found: [],
  }
  for (const sentence of doc.bodySentences) readSentence(reading, sentence)
  return { ...doc, commitments: unique(reading.found) }
}

/** What the pass carries from word to word. */
interface Reading {
  readonly doc: StatementDoc
  readonly article: string
  /** By token. */
  readonly statementOf: readonly (StatementNote | undefined)[]
  readonly quoteOf: readonly (TokenRange | undefined)[]
  readonly topic: Topic
  readonly found: CommitmentNote[]
}

/** By token the last, and so the innermost, of the ranges that cover it. */
function innermost<T>(doc: StatementDoc, ranges: readonly (readonly [TokenRange, T])[]): (T | undefined)[] {
  const layer = Array.from<T | undefined>({ length: doc.tokens.length })
  for (const [{ start, end }, value] of ranges) layer.fill(value, start, end)
  return layer
}

function readSentence(
  { doc, article, statementOf, quoteOf, topic, found }: Reading,
  sentence: TokenRange,
): void {
  const taken: TokenRange[] = []
  topic.recent = []
  topic.subject = headOf(doc, sentence)
  for (let at = sentence.start; at < sentence.end; at++) {
    const statement = statementOf[at]
    if (statement) hear(doc, topic, statement)
    if (statement?.act === 'demand' || overlaps(taken, { start: at, end: at + 1 })) continue
    const bounds = boundsOf(sentence, statement, quoteOf[at])
    for (const candidate of firstMatch(doc, at, bounds, statement, topic)) {
      if (overlaps(taken, candidate.action.words)) continue
      const start = candidate.rule === 'stipulation' ? candidate.evidence.start : bounds.start
      const frame = { start, end: candidate.evidence.start }
      found.push(fillRoles(doc, article, candidate, frame, taken, topic, found.at(-1)))
      taken.push(candidate.trigger, candidate.action.words, candidate.evidence)
      topic.recent = candidate.committers
      const joint = candidate.kind === 'agreement' && candidate.rule !== 'future'
      if (joint && candidate.committers.length > 1) topic.parties = candidate.committers
    }
  }
}

function hear(doc: StatementDoc, topic: Topic, { sources }: StatementNote): void {
  if (sources.length > 1) topic.parties = sources
  if (withoutMedia(doc, sources).length > 0) topic.speaker = sources
}

function firstMatch(
  doc: StatementDoc,
  at: number,
  bounds: TokenRange,
  statement: StatementNote | undefined,
  topic: Topic,
): Candidate[] {
  for (const pattern of PATTERNS) {
    const found = pattern(doc, at, bounds, statement, topic)
    if (Array.isArray(found) ? found.length > 0 : found) return Array.isArray(found) ? found : [found!]
  }
  return []
}

/** The subject of a sentence's first verb: who goes on doing in «استمع المجلس إلى …، وقرر …». In tokens. */
const HEAD = 8

const headOf = (doc: StatementDoc, { start, end }: TokenRange): readonly string[] =>
  subjectIn(doc, { start, end: Math.min(end, start + HEAD) })

/** A clause crosses neither its sentence, nor the statement it stands in, nor a quotation's end. */
const boundsOf = (
  sentence: TokenRange,
  statement: StatementNote | undefined,
  quote: TokenRange | undefined,
): TokenRange => ({
  start: Math.max(sentence.start, statement?.content.start ?? 0),
  end: Math.min(sentence.end, statement?.content.end ?? Infinity, quote?.end ?? Infinity),
})

/** Commitments lie in text order: only the last few can meet a new one. */
const NEAR = 12

const overlaps = (taken: readonly TokenRange[], words: TokenRange): boolean =>
  taken.slice(-NEAR).some(({ start, end }) => words.start < end && start < words.end)

function fillRoles(
  doc: StatementDoc,
  article: string,
  candidate: Candidate,
  frame: TokenRange,
  taken: readonly TokenRange[],
  topic: Topic,
  before: CommitmentNote | undefined,
): CommitmentNote {
  const { evidence, action } = candidate
  const condition = conditionOf(doc, evidence, frame)
  const elsewhere = condition ? [...taken, condition] : taken
  const when = whenOf(
    doc,
    evidence,
    frame,
    elsewhere,
    action.verbs.some(({ lemma }) => lemma === 'بدأ' || lemma === 'باشر'),
  )
  const places = placesIn(doc, action.words, action.verbs)
  const committers = withStates(doc, candidate.committers)
  const { creditors, concerns, others } = othersIn(doc, candidate, committers)
  const deictic = candidate.rule === 'performative-deictic' && before
  const words = deictic ? before.record.action : wordsOfAction(doc, action, condition ? [condition] : [])
  const quantity = quantityOf(doc, action.words)
  const event = eventOf(doc, action)
  const span = evidenceSpan(doc, candidate)
  const record: Commitment = {
    id: commitmentId(article, committers, words.ar, span.start, span.end),
    evidence: span,
    trigger: spanOf(doc, candidate.trigger),
    kind: candidate.kind,
    polarity: candidate.polarity,
    certainty: candidate.certainty,
    ...(event && { eventClass: event }),
    action: words,
    committers,
    creditors,
    concerns,
    places: places.map(({ id, role }) => ({ id, role })),
    begins: when.begins?.interval ?? null,
    due: when.due?.interval ?? null,
    condition: condition && spanOf(doc, condition),
    ...(quantity && { quantity }),
    statedBy: statedBy(candidate, topic),
    rule: candidate.rule,
  }
  return { record, statement: candidate.statement, when, places, others }
}

/** Outside any statement the first person is that of who spoke last, as in an interview. */
function statedBy({ statement, spoken }: Candidate, { speaker }: Topic): string[] {
  const chain = sourceChain(statement)
  return chain.length === 0 && spoken ? [...speaker] : chain
}

/** From the word itself: what is glued before it is no part of the clause. */
function evidenceSpan(doc: StatementDoc, { evidence, action, trigger, cut }: Candidate): Span {
  const { start, end } = spanOf(doc, evidence)
  const glued =
    evidence.start === trigger.start
      ? cut
      : evidence.start === action.words.start && !action.noun
        ? action.cut
        : 0
  return spanBetween(doc, offsetBehind(doc, evidence.start, glued, start), end)
}

/** The offset behind some folded letters of a token. */
function offsetBehind(doc: StatementDoc, token: number, letters: number, start: number): number {
  const { end } = doc.tokens[token]!
  let offset = start
  for (let left = letters; left > 0 && offset < end; offset++) left -= fold(doc.text[offset]!).length
  while (offset < end && fold(doc.text[offset]!) === '') offset++
  return offset
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
    const list = isOwed(doc, mention, action) ? creditors : concerns
    list.push(id)
  }
  return { creditors, concerns, others }
}

/** Classes whose object is whom the action is for. */
const FOR_OBJECT = new Set(['AID', 'SUPPORT'])

/** «لـ» gives to whom, unless it only owns the noun before it («المهمة العسكرية للتحالف»). */
function isOwed(doc: StatementDoc, { tokens, proclitics }: Mention, action: Action): boolean {
  const before = doc.tokens[tokens.start - 1]?.text ?? ''
  if (/^(?:تجاه|لصالح|امام|مع|ازاء|الي)$/u.test(before)) return true
  const helps = action.verbs.some(({ event }) => FOR_OBJECT.has(event))
  if (proclitics.at(-1) === 'ل') return helps || !before.startsWith('ال')
  return helps && proclitics.length === 0 && !isPreposition(before) && tokens.start > action.words.start
}

/** The same words read twice are one commitment. */
function unique(notes: readonly CommitmentNote[]): CommitmentNote[] {
  const seen = new Set<string>()
  return notes.filter(({ record: { id } }) => !seen.has(id) && seen.add(id))
}
