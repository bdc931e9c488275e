/** Triples with their evidence: what the loader turns into relations, each with the words behind it. */
import {
  compareText,
  type DateMention,
  dateId,
  type Interval,
  intervalToEdtf,
  type Relation,
  type Span,
  type Statement,
  statementId,
  type Triple,
} from '@mithaq/model'
import type { CommitmentDoc, CommitmentNote } from '../commitments/commitment-note.ts'
import { spanBetween, spanOf } from '../doc.ts'
import type { StatementNote } from '../statements/statement.ts'

/** Statements as the record has them, outer before inner. */
export function buildStatements(doc: CommitmentDoc, ids: StatementIds): Statement[] {
  return doc.statements.map((note) => {
    const last = doc.tokens[note.cue.end - 1]!
    const quotedIn = note.parent && ids.get(note.parent)
    return {
      id: ids.get(note)!,
      sources: [...(note.voice ?? note.sources)],
      cue: spanBetween(doc, note.cueStart, last.end),
      content: spanOf(doc, note.content),
      mode: note.mode,
      ...(quotedIn && { quotedIn }),
    }
  })
}

type StatementIds = ReadonlyMap<StatementNote, string>

export function statementIds(doc: CommitmentDoc, article: string): StatementIds {
  return new Map(
    doc.statements.map((note) => [note, statementId(article, note.cueStart, spanOf(doc, note.content).end)]),
  )
}

/** All triples of an article, sorted by subject, predicate and object; one each, with all its evidence. */
export function buildTriples(doc: CommitmentDoc, article: string, statements: StatementIds): Triple[] {
  const triples = new Map<string, Triple>()
  const seen = new Set<string>()
  const add: Add = (subject, predicate, object, evidence, rule, basis = 'stated') => {
    const key = `${subject}\t${predicate}\t${object}`
    const triple = triples.get(key) ?? { subject, predicate, object, evidence: [], rule, basis }
    triples.set(key, triple)
    for (const span of evidence) {
      const place = `${key}\t${span.start}\t${span.end}`
      if (!seen.has(place)) triple.evidence.push(span)
      seen.add(place)
    }
  }
  addMentions(doc, article, add)
  addStatements(doc, article, statements, add)
  for (const note of doc.commitments) addCommitment(doc, article, note, statements, add)
  for (const { subject, predicate, object, evidence, rule } of doc.entities.relations)
    add(subject, predicate, object, evidence, rule, 'implied')
  return [...triples.values()].sort(
    (a, b) =>
      compareText(a.subject, b.subject) ||
      compareText(a.predicate, b.predicate) ||
      compareText(a.object, b.object),
  )
}

type Add = (
  subject: string,
  predicate: Relation,
  object: string,
  evidence: readonly Span[],
  rule: string,
  basis?: Triple['basis'],
) => void

function addMentions(doc: CommitmentDoc, article: string, add: Add): void {
  for (const { id, mentions } of [...doc.entities.entities, ...doc.entities.implied])
    for (const { start, end, quote, rule } of mentions)
      add(article, 'MENTIONS', id, [{ start, end, quote }], rule)
  for (const date of doc.dates) if (isDated(date)) add(article, 'MENTIONS', date.id, [span(date)], date.rule)
}

/** A duration or a set is no day of the calendar. */
const isDated = ({ interval }: DateMention): boolean => interval.from !== null || interval.until !== null
const span = ({ start, end, quote }: Span): Span => ({ start, end, quote })

function addStatements(doc: CommitmentDoc, article: string, ids: StatementIds, add: Add): void {
  for (const note of doc.statements) {
    const id = ids.get(note)!
    const cue = spanBetween(doc, note.cueStart, doc.tokens[note.cue.end - 1]!.end)
    add(id, 'IN', article, [cue], 'statement')
    for (const source of note.voice ?? note.sources)
      add(source, 'STATED', id, [cue], `cue-${note.frame === 'phrase' ? 'phrase' : 'verb'}`)
    if (note.parent) add(ids.get(note.parent)!, 'QUOTES', id, [cue], 'chain')
  }
}

function addCommitment(
  doc: CommitmentDoc,
  article: string,
  note: CommitmentNote,
  statements: StatementIds,
  add: Add,
): void {
  const { record, statement, implied, when, places, others } = note
  const { id, evidence, rule } = record
  add(id, 'IN', article, [evidence], rule)
  for (const actor of record.committers)
    add(actor, 'COMMITS_TO', id, [evidence], rule, implied ? 'implied' : 'stated')
  for (const actor of record.creditors) add(id, 'OWED_TO', actor, [others[actor] ?? evidence], rule)
  for (const actor of record.concerns) add(id, 'CONCERNS', actor, [others[actor] ?? evidence], rule)
  for (const { id: place, role, mention } of places)
    add(
      id,
      role === 'at' ? 'AT' : role === 'from' ? 'FROM' : 'TOWARD',
      place,
      [spanBetween(doc, mention.start, mention.end)],
      rule,
    )
  if (when.begins) addDate(id, 'BEGINS', when.begins, add)
  if (when.due) addDate(id, 'DUE', when.due, add)
  if (statement) add(statements.get(statement)!, 'ASSERTS', id, [evidence], rule)
}

function addDate(
  commitment: string,
  relation: 'BEGINS' | 'DUE',
  { interval, mention }: { interval: Interval; mention: DateMention },
  add: Add,
): void {
  add(commitment, relation, dateId(intervalToEdtf(interval)), [span(mention)], mention.rule)
}
