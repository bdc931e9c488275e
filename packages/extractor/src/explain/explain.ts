/**
 * How a sentence becomes triples, told step by step. Nothing is read a second time: the stages' own annotations
 * are laid out, and what `findCommitments` tells of its candidates on the way.
 */
import type { ArticleGraph, ArticleInput, Entity, Mention, Span, Triple } from '@mithaq/model'
import type { Seen } from '../commitments/watch.ts'
import { type ArticleReading, readArticle, recordOf } from '../extract.ts'
import { spanOf } from '../doc.ts'
import type { StatementNote } from '../statements/statement.ts'
import { sourceChain } from '../statements/statement.ts'
import { statementIds } from '../triples/build-triples.ts'
import type { TokenRange } from '../text/tokens.ts'
import type { Explanation, LexiconLine, TracedDate, TracedName, TracedStatement } from './explanation.ts'
import { cueLine, entityLine } from './lexicon-line.ts'
import { readWords } from './read-words.ts'
import { dateFile, nameRule } from './rules.ts'
import { traceCandidates } from './trace-candidates.ts'

type Doc = ArticleReading['doc']
type Place = Pick<Span, 'start' | 'end'>

/**
 * The rule trace of the sentence at an offset: its words and their readings, the dates and names in it and how each
 * was resolved, who says it, which words undertake and by which rule and line of the lexicon, who is bound and why,
 * each role with its words, and the triples; also what was looked at and came to nothing, and why.
 *
 * @param at UTF-16 offset into `input.text`; between two sentences it is of the one before
 * @throws RangeError where the text has no such offset
 * @example explain({ text: 'تعهدت قطر بتقديم مساعدات إلى لبنان قبل نهاية 2025.', published: '2025-03-01' }, 0).candidates[0]
 * // { trigger: «تعهدت», pattern: { rule: 'performative-verb', … }, lexicon: { file: 'triggers.tsv', line: …, … }, … }
 */
export function explain(input: ArticleInput, at: number): Explanation {
  if (!Number.isInteger(at) || at < 0 || at >= input.text.length)
    throw new RangeError(`no offset ${at}: the text has ${input.text.length} units, from 0`)
  const watched: Seen[] = []
  const reading = readArticle(input, (seen) => watched.push(seen))
  const { id, doc } = reading
  const record = recordOf(reading)
  const { published } = record.article
  const nothing = { words: [], dates: [], names: [], statements: [], candidates: [], deeds: [], triples: [] }
  const sentence = sentenceAt(doc, at)
  if (!sentence)
    return { article: { id, published }, at, sentence: null, ...nothing, diagnostics: [...doc.diagnostics] }
  const span = spanOf(doc, sentence)
  const isWithin = ({ start, end }: Place): boolean => start < span.end && end > span.start
  const report = doc.bodySentences.find(({ start, end }) => start < sentence.end && end > sentence.start)
  const notes = doc.statements.filter(
    ({ cue, content }) =>
      overlap(cue, sentence) || (overlap(content, sentence) && content.start < sentence.end),
  )
  return {
    article: { id, published },
    at,
    sentence: { ...span, section: sectionAt(record, span.start), note: noteOf(report, sentence) },
    words: readWords(doc, sentence),
    dates: doc.dates.filter(isWithin).map((date) => traceDate(date, published?.date)),
    names: traceNames(record, isWithin),
    statements: traceStatements(doc, id, record, notes),
    candidates: traceCandidates(
      doc,
      sentence,
      watched.filter(({ candidate: { trigger } }) => overlap(trigger, sentence)),
      report !== undefined,
    ),
    deeds: reading.deeds.filter(({ evidence }) => isWithin(evidence)),
    triples: triplesOf(record, isWithin),
    diagnostics: doc.diagnostics.filter(({ span, code }) =>
      span ? isWithin(span) : code.startsWith('published'),
    ),
  }
}

/** The sentences of an article, to choose one from: where each begins, and how many commitments it states. */
export function outline(graph: ArticleGraph): { start: number; commitments: number; quote: string }[] {
  const { text, sentences } = graph.article
  return sentences.map(([start, end]) => ({
    start,
    commitments: graph.commitments.filter(({ trigger }) => start <= trigger.start && trigger.start < end)
      .length,
    quote: text.slice(start, end),
  }))
}

const overlap = (a: TokenRange, b: TokenRange): boolean => a.start < b.end && b.start < a.end

/** The last that begins at or before the offset, else the first. */
const sentenceAt = ({ sentences, tokens }: Doc, at: number): TokenRange | undefined =>
  sentences.findLast(({ start }) => tokens[start]!.start <= at) ?? sentences[0]

const sectionAt = (
  { article }: ArticleGraph,
  at: number,
): ArticleGraph['article']['sections'][number]['kind'] =>
  article.sections.findLast(({ start }) => start <= at)?.kind ?? 'body'

function noteOf(report: TokenRange | undefined, sentence: TokenRange): string {
  if (!report) return 'no part of the report itself: nothing is read for statements and commitments here'
  return report.start > sentence.start ? 'a dateline runs into it, which is cut off' : ''
}

function traceDate(date: Doc['dates'][number], published: string | undefined): TracedDate {
  return {
    ...date,
    file: dateFile(date.rule),
    resolved: howResolved(date, published ?? 'which is not known'),
  }
}

function howResolved({ type, basis }: Doc['dates'][number], published: string): string {
  if (type === 'duration') return 'a length of time, and no day of the calendar'
  if (type === 'set') return 'comes again and again, and is no day of the calendar'
  if (basis === 'absolute') return 'says itself when it is'
  return basis === 'relative'
    ? `counted from publication, ${published}`
    : `leaves out its year, which is read off publication, ${published}`
}

function traceNames({ entities }: ArticleGraph, isWithin: (span: Place) => boolean): TracedName[] {
  return entities
    .flatMap((entity) => {
      const mentions = entity.mentions.filter(isWithin)
      const lexicon = mentions.length > 0 && entity.named ? entityLine(entity) : null
      return mentions.map((mention) => traceName(entity, mention, lexicon))
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

function traceName(entity: Entity, mention: Mention, lexicon: LexiconLine | null): TracedName {
  const { id, kind, type, name, named, sameAs } = entity
  const { does = '', file = '' } = nameRule(mention.rule) ?? {}
  return { ...mention, entity: { id, kind, type, name, named, sameAs }, does, file, lexicon }
}

function traceStatements(
  doc: Doc,
  article: string,
  { statements }: ArticleGraph,
  notes: readonly StatementNote[],
): TracedStatement[] {
  const ids = statementIds(doc, article)
  return notes.flatMap((note) => {
    const statement = statements.find(({ id }) => id === ids.get(note))
    const { act, frame } = note
    return statement
      ? [{ ...statement, act, frame, lexicon: cueEntry(doc, note), chain: sourceChain(note) }]
      : []
  })
}

function cueEntry({ tokens }: Doc, { lemma, cue: { start, end } }: StatementNote): LexiconLine | null {
  if (lemma !== '') return cueLine('verb', lemma)
  const words = tokens.slice(start, end).map(({ text }) => text)
  const bare = words.join(' ').replace(/^[وف](?=..)/u, '')
  return cueLine('phrase', words.join(' ')) ?? cueLine('phrase', bare) ?? cueLine('paper', words[0]!)
}

/** Those that rest on the sentence's words, with what evidence they have in it. */
const triplesOf = ({ triples }: ArticleGraph, isWithin: (span: Place) => boolean): Triple[] =>
  triples.flatMap((triple) => {
    const evidence = triple.evidence.filter(isWithin)
    return evidence.length > 0 ? [{ ...triple, evidence }] : []
  })
