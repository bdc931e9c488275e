/** From a candidate to a commitment: its roles, each read off the words of its clause. */
import { rememberOf } from '../remember.ts'
import { isOfClass } from '../word-classes.ts'
import { type Commitment, commitmentId, type Span } from '@mithaq/model'
import { spanBetween, spanOf } from '../doc.ts'
import { sourceChain, type StatementDoc, type StatementNote } from '../statements/statement.ts'
import type { TokenRange } from '../text/tokens.ts'
import { wordsOfAction } from './action.ts'
import type { Candidate } from './candidate.ts'
import type { CommitmentNote } from './commitment-note.ts'
import { conditionOf } from './condition.ts'
import { conditionAt } from './openers.ts'
import { eventOf } from './event.ts'
import { evidenceSpan } from './evidence.ts'
import { quantityOf } from './quantity.ts'
import { type Topic, withStates } from './referent.ts'
import { datesIn, whenOf } from './when.ts'
import { placesIn } from './where.ts'
import { whomOf } from './whom.ts'

/** «تعهدت في حال انتخابها بمراجعة القانون»: a condition before the action ends where it begins. */
const beforeAction = (condition: TokenRange | null, start: number): TokenRange | null =>
  condition && condition.start < start && start < condition.end
    ? { start: condition.start, end: start }
    : condition

/**
 * @param frame what stands before the clause in its sentence: dates and conditions there hold for it too
 * @param taken the clauses of other commitments, whose dates are theirs
 * @param before the commitment that «بذلك» refers to
 */
export function fillRoles(
  doc: StatementDoc,
  article: string,
  candidate: Candidate,
  frame: TokenRange,
  taken: readonly TokenRange[],
  topic: Topic,
  before: CommitmentNote | undefined,
): CommitmentNote {
  const { evidence, action } = candidate
  const condition = beforeAction(conditionOf(doc, evidence, frame), action.words.start)
  const elsewhere = condition ? [...taken, condition] : taken
  const when = whenOf(
    doc,
    evidence,
    action.words,
    frame,
    elsewhere,
    action.verbs.some(({ lemma }) => isOfClass('begins', lemma)),
    condition ? 'none' : suspends(doc, candidate) ? 'any' : 'told',
  )
  const places = placesIn(doc, action.words, action.verbs)
  const committers = withStates(doc, candidate.committers)
  const event = eventOf(doc, action)
  const { creditors, concerns, others } = whomOf(doc, candidate, committers, event, condition)
  const bounds = [when.begins, when.due].flatMap((bound) => (bound ? [bound.mention] : []))
  const deadlines = datesIn(doc, action.words).filter(({ bound }) => bound === 'until' || bound === 'before')
  const keepsFrom = candidate.polarity === 'negative' && candidate.kind !== 'refusal'
  const deictic = candidate.rule === 'performative-deictic' && before
  const words = deictic
    ? before.record.action
    : wordsOfAction(doc, action, condition ? [condition] : [], [...bounds, ...deadlines], keepsFrom)
  const quantity = quantityOf(doc, action.words)
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
    condition: condition && conditionSpan(doc, condition),
    ...(quantity && { quantity }),
    statedBy: statedBy(doc, candidate, topic),
    rule: candidate.rule,
  }
  const { statement, implied } = candidate
  return { record, statement, when, places, others, ...(implied && { implied }) }
}

/**
 * Outside any statement the first person is that of who spoke last, as in an interview. «هددت الهيئة، على لسان حنا غريب، بـ…»: the
 * word that undertakes is said by another.
 */
function statedBy(
  doc: StatementDoc,
  { statement, spoken, trigger }: Candidate,
  { speaker }: Topic,
): string[] {
  const chain = sourceChain(statement)
  if (chain.length > 0) return chain
  const own = saidWithin(doc, trigger)
  // «تونس التي أعلنت استعدادها»: the phrase announces what its last word undertakes.
  const isAnnounced = own?.act === 'announce' && trigger.end - trigger.start > 1
  return own?.voice || (own && isAnnounced) ? sourceChain(own) : spoken ? [...speaker] : chain
}

const saidOf = rememberOf(
  ({ statements }: StatementDoc) =>
    new Map(statements.map((note) => [note.cue.start, note] as const).reverse()),
)

/** The statement whose cue stands among these words. */
function saidWithin(doc: StatementDoc, { start, end }: TokenRange): StatementNote | undefined {
  const said = saidOf(doc)
  for (let at = start; at < end; at++) if (said.has(at)) return said.get(at)
  return undefined
}

const suspends = (doc: StatementDoc, { trigger, action }: Candidate): boolean =>
  SUSPENDS.test(doc.tokens[trigger.start]!.text) ||
  action.verbs.some(({ lemma }) => isOfClass('suspends', lemma))

/** «أرجأت تنفيذ الحكم سبعة أيام»: the word that undertakes puts off itself. */
const SUSPENDS = /^[وف]?(?:ارجا|اجل|علق|جمد|مدد)(?:ت|وا|ا|تا)?$/u

/** The words of the condition without the و that joins it to what went before. */
function conditionSpan(doc: StatementDoc, range: TokenRange): Span {
  const span = spanOf(doc, range)
  const { text } = doc.tokens[range.start]!
  const isGlued = /^و(?!فق|فقا$)/u.test(text) && conditionAt(doc.tokens, range.start, range.end) !== undefined
  return isGlued ? spanBetween(doc, span.start + 1, span.end) : span
}
