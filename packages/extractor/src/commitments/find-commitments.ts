/**
 * Commitments: who undertakes what, to whom, where, by when, if what, says who. One pass over each
 * sentence; at a word the patterns are asked in turn, and the first that binds somebody takes its clause.
 * After Singh's social commitment C(debtor, creditor, antecedent, consequent).
 */
import type { Diagnostic } from '@mithaq/model'
import { remember } from '../remember.ts'
import { finiteReadings } from '../text/morphology.ts'
import { isOfClass } from '../word-classes.ts'
import { isItem } from '../statements/passages.ts'
import { subjectIn } from '../statements/sources.ts'
import type { StatementDoc, StatementNote } from '../statements/statement.ts'
import { innermost, isComma, type TokenRange } from '../text/tokens.ts'
import { absoluteAt, excludedAt } from './absolutes.ts'
import type { Candidate, Pattern } from './candidate.ts'
import { clauseStart } from './clauses.ts'
import type { CommitmentDoc, CommitmentNote } from './commitment-note.ts'
import { cleftAt } from './clefts.ts'
import { continuingAt, scheduledAt } from './continuing.ts'
import { evidenceSpan } from './evidence.ts'
import { fillRoles } from './fill-roles.ts'
import { duringAt, followingAt } from './following.ts'
import { expectedAt, futureAt } from './futures.ts'
import { headlineAt } from './headlines.ts'
import { impliedBy } from './implied.ts'
import { measureAt } from './measures.ts'
import { noChoiceAt } from './no-choice.ts'
import { performativesAt } from './performatives.ts'
import { bodiesOf, NOBODY, PRONOUN, spokenFor, type Topic, withoutMedia } from './referent.ts'
import { stanceAt, turnedDownAt } from './stances.ts'
import { stipulationAt } from './stipulations.ts'
import { itemAt } from './items.ts'
import { provisionAt } from './provisions.ts'
import { exchangeAt, underDealAt } from './under-deal.ts'
import { isAsked, isHistory, isImagined, isSupposed } from './unreal.ts'
import type { Refusal, Watch } from './watch.ts'

/** The patterns, in the order they are asked: the more telling word first. */
const PATTERNS: readonly Pattern[] = [
  stipulationAt,
  provisionAt,
  underDealAt,
  exchangeAt,
  cleftAt,
  performativesAt,
  futureAt,
  expectedAt,
  absoluteAt,
  excludedAt,
  stanceAt,
  turnedDownAt,
  noChoiceAt,
  duringAt,
  followingAt,
  itemAt,
  continuingAt,
  scheduledAt,
  headlineAt,
  measureAt,
]

/** @param watch is told what becomes of each candidate; without it nothing is kept of those that come to nothing */
export function findCommitments(doc: StatementDoc, article: string, watch?: Watch): CommitmentDoc {
  const reading: Reading = {
    doc,
    article,
    watch,
    statementOf: innermost(
      doc.tokens,
      doc.statements.filter((note) => !isPassage(note)).map((note) => [note.content, note] as const),
    ),
    passageOf: innermost(
      doc.tokens,
      doc.statements.filter(isPassage).map((note) => [note.content, note] as const),
    ),
    quoteOf: innermost(
      doc.tokens,
      doc.quotes.filter(({ start, end }) => end - start >= CLAUSE).map((quote) => [quote, quote] as const),
    ),
    topic: { ...NOBODY },
    found: [],
    diagnostics: [],
  }
  for (const sentence of doc.bodySentences) readSentence(reading, sentence)
  const diagnostics = [...doc.diagnostics, ...reading.diagnostics]
  return { ...doc, commitments: unique(reading.found), diagnostics }
}

/** «إن البنك «لا يعتزم» تمويل الخط»: a shorter quotation is a few words of a clause. In tokens. */
const CLAUSE = 5

/** What the pass carries from word to word. */
interface Reading {
  readonly doc: StatementDoc
  readonly article: string
  readonly watch: Watch | undefined
  /** By token. */
  readonly statementOf: readonly (StatementNote | undefined)[]
  /** The passage of several sentences that one source tells: it attributes, and is nobody's clause. */
  readonly passageOf: readonly (StatementNote | undefined)[]
  readonly quoteOf: readonly (TokenRange | undefined)[]
  readonly topic: Topic
  readonly found: CommitmentNote[]
  readonly diagnostics: Diagnostic[]
}

function readSentence(reading: Reading, sentence: TokenRange): void {
  const { doc, article, watch, statementOf, passageOf, quoteOf, topic, found, diagnostics } = reading
  const asks = isQuestion(doc, sentence)
  const first = found.length
  const taken: TokenRange[] = []
  const passage = passageOf[sentence.start]
  if (passage) topic.speaker = passage.sources
  topic.resolve = passage && isItem(doc, sentence) ? passage.sources : null
  topic.recent = []
  topic.going = null
  topic.subject = headOf(doc, sentence, topic.subject)
  for (let at = sentence.start; at < sentence.end; at++) {
    const statement = statementOf[at]
    if (statement) hear(doc, topic, statement, passage)
    if ((asks && !statement) || isOthers(statement) || overlaps(taken, at, at + 1)) continue
    const bounds = boundsOf(sentence, statement, quoteOf[at])
    noteParties(doc, topic, at, bounds.end)
    const matches = firstMatch(doc, at, bounds, statement, topic)
    const supposed =
      matches.length > 0 && (isSupposed(doc, at, bounds.start) || isImagined(doc, at) || isAsked(doc, at))
    for (const read of matches) {
      const candidate = bySomebody(doc, asDenied(forTheirBody(doc, read)))
      const reason = supposed ? 'supposed' : againstIt(doc, candidate, taken, bounds)
      if (candidate === null || reason !== null) {
        if (candidate && reason === 'unbound') diagnostics.push(unbound(doc, candidate))
        if (reason !== null) watch?.({ candidate: read, bounds, topic: { ...topic }, outcome: reason })
        continue
      }
      const start = candidate.rule === 'stipulation' ? candidate.evidence.start : bounds.start
      const frame = { start, end: candidate.evidence.start }
      const teller = tellerOf(candidate) ?? passage
      const told = { ...candidate, statement: teller }
      const note = fillRoles(doc, article, told, frame, taken, topic, found.at(-1))
      const isWhole = note.record.action.ar.length >= SHORTEST
      watch?.({ candidate: told, bounds, topic: { ...topic }, outcome: isWhole ? note : 'short' })
      if (!isWhole) continue
      found.push(note)
      taken.push(candidate.trigger, candidate.action.words, candidate.evidence)
      topic.recent = candidate.committers
      topic.told = statement?.sources ?? []
      topic.going = GOES_ON.test(candidate.rule) ? { ...candidate, end: candidate.evidence.end } : null
      const joint = candidate.kind === 'agreement' && candidate.rule !== 'future'
      if (joint && isSeveral(doc, candidate.committers)) topic.parties = candidate.committers
    }
  }
  topic.provided = found.slice(first).some(({ record: { rule } }) => OF_DEAL.test(rule))
}

/** Rules that tell what a deal provides. */
const OF_DEAL = /^(?:provision|under-deal|stipulation|exchange)$/u

/** «مصر والسودان»، «17 دولة» */
const isSeveral = (doc: StatementDoc, ids: readonly string[]): boolean =>
  ids.length > 1 || doc.entities.byId.get(ids[0] ?? '')?.type === 'Group'

/** Why a candidate binds nobody; null where it does. */
function againstIt(
  doc: StatementDoc,
  candidate: Candidate | null,
  taken: readonly TokenRange[],
  bounds: TokenRange,
): Refusal | null {
  if (candidate === null) return 'denied'
  if (overlaps(taken, candidate.action.words.start, candidate.action.words.end)) return 'taken'
  if (isHistory(doc, candidate, bounds)) return 'history'
  if (candidate.committers.length > 0 && candidate.committers.every((id) => isObserver(doc, id)))
    return 'observer'
  if (isForecast(doc, candidate)) return 'observer'
  return withoutMedia(doc, candidate.committers).length === 0 ? 'unbound' : null
}

/** Rules of the future tense, with which verbs joined by و go on. */
const GOES_ON = /^(?:future|modal|following|scheduled|under-deal)/u

/** «قال المصدر إن الاتحاد أبدى استعداده»: it is the source who tells of the readiness. */
function tellerOf({ rule, statement, committers, trigger }: Candidate): StatementNote | undefined {
  const isOwn = statement?.sources.every((id) => committers.includes(id))
  // «هدد الحزب بالانسحاب»: the word that undertakes is no report of it.
  if (isOwn && statement && trigger.start <= statement.cue.start && statement.cue.start < trigger.end)
    return statement.parent
  return isOwn && rule === 'performative-noun' ? (statement?.parent ?? statement) : statement
}

/** What is demanded of others nobody undertakes. */
const isOthers = (statement: StatementNote | undefined): boolean => statement?.act === 'demand'

/** «نافياً أن تكون بلاده تعتزم التوسط»: what is denied is not intended; a refusal denied is no undertaking. */
function asDenied(candidate: Candidate): Candidate | null {
  if (candidate.statement?.act !== 'deny') return candidate
  return candidate.polarity === 'positive' && candidate.kind !== 'refusal'
    ? { ...candidate, polarity: 'negative' }
    : null
}

/** «قال متحدث باسم الجيش إن جنوده باقون»: what an unnamed spokesman says of his own is his body's. */
function forTheirBody(doc: StatementDoc, candidate: Candidate): Candidate {
  // «رفض المتحدث التعليق»: that is himself.
  if (
    OFFICIAL.test(candidate.rule) &&
    candidate.committers.every((id) => candidate.statement?.sources.includes(id))
  )
    return { ...candidate, committers: bodiesOf(doc, candidate.committers) }
  return candidate.kind === 'refusal'
    ? candidate
    : { ...candidate, committers: spokenFor(doc, candidate.committers) }
}

/** «أعلن الوزير تخصيص 40 مليون جنيه»، «قال إن الوزارة بصدد …»: who announces it does so for his body. */
const OFFICIAL = /^(?:measure|performative-noun)$/u

/** With whom the text implies, where the words bind nobody known. */
const bySomebody = (doc: StatementDoc, candidate: Candidate | null): Candidate | null =>
  candidate && withoutMedia(doc, candidate.committers).length === 0
    ? { ...candidate, committers: impliedBy(doc, candidate), implied: true }
    : candidate

/** «محللون يستبعدون …»: they assess. */
function isObserver(doc: StatementDoc, id: string): boolean {
  const entity = doc.entities.byId.get(id)
  return entity?.named === false && isOfClass('observes', entity.name.ar.split(' ')[0]!.replace(/^ال/u, ''))
}

/** «يقدّر خبراء أن الصندوق سيستعيد …»، «يرى الحزب أن الحكومة سترد …»: what one thinks that others will do. */
function isForecast(doc: StatementDoc, { rule, statement, committers, trigger }: Candidate): boolean {
  if (!statement || committers.some((id) => statement.sources.includes(id))) return false
  const { sources, lemma } = statement
  // «رجح أن ترفض الحكومة العرض»
  const opens = doc.tokens.slice(statement.content.start, trigger.start).every(({ kind }) => kind === 'mark')
  if (rule === 'performative-verb' && opens && isOfClass('expects', lemma)) return true
  if (!rule.startsWith('future')) return false
  if (isTrusted(doc, statement, trigger.start)) return true
  return isOfClass('foretells', lemma) || (sources.length > 0 && sources.every((id) => isObserver(doc, id)))
}

/** «إنها على ثقة بأن الأطراف ستتفق»: what one believes of others. */
function isTrusted(doc: StatementDoc, { content }: StatementNote, at: number): boolean {
  const that = clauseStart(doc, at, content.start) - 1
  if (!/^[بف]?ان(?:ه|ها|هم)?$/u.test(doc.tokens[that]?.text ?? '')) return false
  const before = doc.tokens[doc.tokens[that - 1]?.text === 'من' ? that - 2 : that - 1]?.text ?? ''
  return isOfClass('trusts', before.replace(/(?<=...)(?:ون|ين|ه|ا)$/u, ''))
}

const unbound = (doc: StatementDoc, candidate: Candidate): Diagnostic => ({
  code: 'committer-unknown',
  message: 'this may be an undertaking, but of nobody that could be named',
  span: evidenceSpan(doc, candidate),
})

const isPassage = ({ frame }: StatementNote): boolean => frame === 'passage'

/** Who asks undertakes nothing: the interviewer's sentences. */
const isQuestion = ({ tokens }: StatementDoc, { end }: TokenRange): boolean =>
  /^[؟?]$/u.test(tokens[end - 1]!.text)

/** «توصلت القوات ومقاتلو المعارضة إلى اتفاق هدنة»: who made a deal are the parties that the text speaks of next. */
function noteParties(doc: StatementDoc, topic: Topic, at: number, limit: number): void {
  if (!madeDeal(doc.tokens[at]!.form) || doc.entities.startingAt.has(at)) return
  const parties = subjectIn(doc, { start: at + 1, end: Math.min(limit, at + HEAD) })
  if (parties.length > 1) topic.parties = parties
}

const madeDeal = remember((word) =>
  finiteReadings(word).some(({ verb, tense }) => tense === 'past' && isOfClass('makes-deal', verb.lemma)),
)

/** In a passage «نحن» are those who tell it, whomever they quote. */
function hear(
  doc: StatementDoc,
  topic: Topic,
  { sources, paper, frame }: StatementNote,
  passage: StatementNote | undefined,
): void {
  // «بحسب المرصد ومصادر رسمية»: two who report are no parties.
  if (sources.length > 1 && (paper || frame !== 'phrase')) topic.parties = sources
  if (passage === undefined && withoutMedia(doc, sources).length > 0) topic.speaker = sources
}

/** What the first pattern yields that binds somebody, else the first that would. */
function firstMatch(...[doc, at, bounds, statement, topic]: Parameters<Pattern>): readonly Candidate[] {
  let unknown: readonly Candidate[] = []
  for (const pattern of PATTERNS) {
    const found = pattern(doc, at, bounds, statement, topic)
    if (found.length === 0) continue
    if (found.some(({ committers }) => committers.length > 0)) return found
    if (unknown.length === 0) unknown = found
  }
  return unknown
}

/** The subject of a sentence's first verb: who goes on doing in «استمع المجلس إلى …، وقرر …». In tokens. */
const HEAD = 8

/** «زار الوزير السد. ووعد …»: a sentence that opens with a verb of nobody named goes on about whom the last did. */
function headOf(doc: StatementDoc, { start, end }: TokenRange, last: readonly string[]): readonly string[] {
  const from = behindMatter(doc, { start, end })
  const head = subjectIn(doc, { start: from, end: Math.min(end, start + HEAD) })
  const opens = finiteReadings(doc.tokens[start]!.form).some(
    ({ tense, verb: { lemma } }) => tense === 'past' && !isOfClass('impersonal', lemma),
  )
  // «غير أنه وعد …»
  const points = [start, start + 1].some((i) => i < end && PRONOUN.test(doc.tokens[i]!.text))
  return head.length === 0 && (opens || points) ? last : head
}

/** «وفيما يخص جوار قطر، قال بري»: whom the matter spoken of names, as far as its comma, does nothing. */
function behindMatter({ tokens }: StatementDoc, { start, end }: TokenRange): number {
  if (!/^[وف]?(?:فيما|بشان|بخصوص|حول|وعن)$/u.test(tokens[start]!.text)) return start
  for (let i = start + 1; i < Math.min(end, start + 2 * HEAD); i++) if (isComma(tokens[i])) return i + 1
  return start
}

/** A clause crosses neither its sentence, nor the statement it stands in, nor a quotation's end. */
const boundsOf = (
  sentence: TokenRange,
  statement: StatementNote | undefined,
  quote: TokenRange | undefined,
): TokenRange => ({
  start: Math.max(sentence.start, statement?.content.start ?? 0),
  end: Math.min(sentence.end, statement?.content.end ?? Infinity, quote?.end ?? Infinity),
})

/** Less is no action that a reader understands. In letters. */
const SHORTEST = 3

/** Commitments lie in text order: only the last few can meet a new one. */
const NEAR = 12

function overlaps(taken: readonly TokenRange[], start: number, end: number): boolean {
  for (let i = Math.max(0, taken.length - NEAR); i < taken.length; i++)
    if (start < taken[i]!.end && taken[i]!.start < end) return true
  return false
}

/** In text order; the same words read twice are one commitment. */
function unique(notes: readonly CommitmentNote[]): CommitmentNote[] {
  const seen = new Set<string>()
  return notes
    .filter(({ record: { id } }) => !seen.has(id) && seen.add(id))
    .sort((a, b) => a.record.evidence.start - b.record.evidence.start)
}
