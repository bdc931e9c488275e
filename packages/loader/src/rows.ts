/**
 * A record as rows: the nodes and relations that the tables of the vocabulary declare, with plain values.
 * The triples of the record are its relations.
 */
import {
  type ArticleGraph,
  dateId,
  foldKey,
  type Interval,
  intervalToEdtf,
  lastDay,
  type NodeLabel,
  precisionOf,
  type Relation,
  type Triple,
} from '@mithaq/model'
import { isSharedRelation, unlinkedMark } from './bookkeeping.ts'
import { isDated, labelsOf } from './check-record.ts'
import type { Plain } from './database.ts'
import { dateLabel } from './date-label.ts'
import { groupBy } from './group-by.ts'
import { packProfile, type Profile, profileOf } from './profile.ts'

export type Properties = Record<string, Plain>

export interface NodeRow {
  label: NodeLabel
  id: string
  properties: Properties
}

export interface End {
  label: NodeLabel
  id: string
}

export interface RelationRow {
  type: Relation
  from: End
  to: End
  properties: Properties
}

export interface ArticleRows {
  /** The article, its statements and its commitments: what no other article speaks of. */
  owned: NodeRow[]
  dates: NodeRow[]
  /** What the article says of each actor and place. */
  profiles: Map<string, Profile>
  /** Without the ties between shared nodes, which are in the profiles. */
  relations: RelationRow[]
}

/** @param record one that has passed `checkRecord` */
export function rowsOf(record: ArticleGraph, digest: string): ArticleRows {
  const labels = labelsOf(record)
  const bySubject = groupBy(record.triples, ({ subject }) => subject)
  const profiles = new Map(
    record.entities.map((entity) => [entity.id, profileOf(entity, bySubject.get(entity.id) ?? [])]),
  )
  return {
    owned: [articleRow(record, digest), ...statementRows(record), ...commitmentRows(record)],
    dates: dateRows(record),
    profiles,
    relations: relationRows(record, labels, profiles),
  }
}

function articleRow(record: ArticleGraph, digest: string): NodeRow {
  const { id, title, publisher, url, published, sha256, copyOf, text, sections } = record.article
  const boilerplate = sections.filter(({ kind }) => kind === 'boilerplate')
  return row('Article', id, {
    title,
    publisher,
    url,
    published: published?.date,
    publishedBasis: published?.basis,
    sha256,
    copyOf,
    text,
    boilerplate: boilerplate.flatMap(({ start, end }) => [start, end]),
    _digest: digest,
    _deeds: record.deeds && JSON.stringify(record.deeds),
    _unlinked: unlinkedMark(id, published?.date),
  })
}

function statementRows({ statements }: ArticleGraph): NodeRow[] {
  return statements.map(({ id, cue, content, mode }) =>
    row('Statement', id, {
      verb: cue.quote,
      mode,
      quote: content.quote,
      start: content.start,
      end: content.end,
    }),
  )
}

function commitmentRows({ commitments }: ArticleGraph): NodeRow[] {
  return commitments.map((commitment) => {
    const { id, kind, polarity, certainty, eventClass, rule, origin, action, condition, quantity, evidence } =
      commitment
    return row('Commitment', id, {
      kind,
      polarity,
      certainty,
      eventClass,
      rule,
      origin,
      action: action.ar,
      actionEn: action.en,
      condition: condition?.quote,
      quantity: quantity?.value,
      unit: quantity?.unit,
      approximate: quantity?.approximate,
      quote: evidence.quote,
      start: evidence.start,
      end: evidence.end,
      _search: actionKeys(action.ar, action.en),
    })
  })
}

/** The folds that a search for a commitment is compared with. */
export const actionKeys = (action: string, actionEn: string | null | undefined): string[] =>
  [action, ...(actionEn ? [actionEn] : [])].map(foldKey)

/** The dates that something refers to: read in the text, or that a commitment begins or is due on. */
function dateRows({ dates, commitments, triples }: ArticleGraph): NodeRow[] {
  const used = new Set(triples.map(({ object }) => object))
  const read = dates.filter(({ id, interval }) => isDated(interval) || used.has(id))
  const rows = new Map(read.map(({ id, interval }) => [id, dateRow(id, interval)]))
  for (const interval of commitments.flatMap(({ begins, due }) => [begins, due])) {
    if (!interval) continue
    const id = dateId(intervalToEdtf(interval))
    if (used.has(id)) rows.set(id, dateRow(id, interval))
  }
  return [...rows.values()]
}

const dateRow = (id: string, interval: Interval): NodeRow =>
  row('Date', id, {
    start: interval.from ?? undefined,
    end: lastDay(interval) ?? undefined,
    precision: precisionOf(interval),
    label: dateLabel(interval) ?? id.slice('date:'.length),
  })

function relationRows(
  record: ArticleGraph,
  labels: ReadonlyMap<string, NodeLabel>,
  profiles: ReadonlyMap<string, Profile>,
): RelationRow[] {
  const spans = mentionSpans(record)
  const end = (id: string): End => ({ id, label: labels.get(id)! })
  return [...mergeTriples(record.triples, bookTriples(record, spans))]
    .filter(({ predicate }) => !isSharedRelation(predicate))
    .map(({ subject, predicate, object, evidence, rule, basis }) => {
      const properties: Properties = { evidence: evidence.map(({ quote }) => quote), rule, basis }
      if (predicate === 'MENTIONS') {
        const at = spans.get(object) ?? evidence
        properties['count'] = at.length
        properties['spans'] = at.flatMap(({ start, end }) => [start, end])
        const profile = profiles.get(object)
        if (profile) properties['_profile'] = packProfile(profile)
      }
      return { type: predicate, from: end(subject), to: end(object), properties }
    })
}

/** Where each entity and date stands in the text, in reading order. */
function mentionSpans({ entities, dates }: ArticleGraph): Map<string, Triple['evidence']> {
  const spans = new Map(entities.map(({ id, mentions }) => [id, [...mentions] as Triple['evidence']]))
  for (const date of dates) {
    if (isDated(date.interval)) spans.set(date.id, [...(spans.get(date.id) ?? []), date])
  }
  for (const list of spans.values()) list.sort((a, b) => a.start - b.start || a.end - b.end)
  return spans
}

/** The relations that everything else hangs on (what is in which article), should the record not spell them out. */
function bookTriples(
  { article, statements, commitments }: ArticleGraph,
  spans: ReadonlyMap<string, Triple['evidence']>,
): Triple[] {
  const basis = 'stated'
  return [
    ...statements.map(({ id, cue }): Triple => {
      return { subject: id, predicate: 'IN', object: article.id, evidence: [cue], rule: 'statement', basis }
    }),
    ...commitments.map(({ id, evidence, rule }): Triple => {
      return { subject: id, predicate: 'IN', object: article.id, evidence: [evidence], rule, basis }
    }),
    ...[...spans].map(([id, evidence]): Triple => {
      return { subject: article.id, predicate: 'MENTIONS', object: id, evidence, rule: 'mention', basis }
    }),
  ]
}

/** One triple for a subject, predicate and object, with all its evidence; `spare` ones only where there is none. */
function mergeTriples(triples: readonly Triple[], spare: readonly Triple[]): Iterable<Triple> {
  const merged = new Map<string, Triple>()
  for (const triple of triples) {
    const key = tripleKey(triple)
    const known = merged.get(key)
    merged.set(key, known ? { ...known, evidence: [...known.evidence, ...triple.evidence] } : triple)
  }
  for (const triple of spare) {
    const key = tripleKey(triple)
    if (!merged.has(key)) merged.set(key, triple)
  }
  return merged.values()
}

const tripleKey = ({ subject, predicate, object }: Triple): string => `${subject} ${predicate} ${object}`

function row(label: NodeLabel, id: string, properties: Record<string, Plain | undefined>): NodeRow {
  const known: Properties = { id }
  for (const name of Object.keys(properties)) {
    const value = properties[name]
    if (value !== undefined) known[name] = value
  }
  return { label, id, properties: known }
}
