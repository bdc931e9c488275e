/** The gate: no record reaches a database with an id that is missing, a day that does not exist or a tie to nowhere. */
import {
  type ArticleGraph,
  articleGraphSchema,
  dateId,
  type Interval,
  intervalToEdtf,
  type NodeLabel,
  type RelationKind,
  RELATIONS,
} from '@mithaq/model'
import { RecordError } from './errors.ts'

/**
 * The record as the schema has it.
 *
 * @param name what to call the record in an error when it has no id, e.g. `7` for the seventh
 * @throws RecordError that names the record and the field
 */
export function checkRecord(input: unknown, name: string): ArticleGraph {
  const parsed = articleGraphSchema.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new RecordError(nameOf(input) ?? name, fieldOf(issue.path), issue.message)
  }
  const record = parsed.data
  record.entities.forEach(({ id, kind }, i) => {
    if (!id.startsWith(`${kind}:`))
      throw new RecordError(record.article.id, `entities[${i}].id`, `${id} is no ${kind}`)
  })
  checkDates(record)
  checkTriples(record, labelsOf(record))
  return record
}

/** The kind of node behind every id that the record speaks of. */
export function labelsOf(record: ArticleGraph): Map<string, NodeLabel> {
  const labels = new Map<string, NodeLabel>([[record.article.id, 'Article']])
  for (const { id, kind } of record.entities) labels.set(id, kind === 'actor' ? 'Actor' : 'Place')
  for (const { id } of record.dates) labels.set(id, 'Date')
  for (const { id } of record.statements) labels.set(id, 'Statement')
  for (const { id, begins, due } of record.commitments) {
    labels.set(id, 'Commitment')
    for (const interval of [begins, due]) if (interval) labels.set(dateId(intervalToEdtf(interval)), 'Date')
  }
  return labels
}

/** A date node is its interval and nothing else, so its id must name that. */
function checkDates({ article, dates, commitments }: ArticleGraph): void {
  dates.forEach(({ id, interval }, i) => {
    checkOrder(article.id, `dates[${i}].interval`, interval)
    if (isDated(interval) && id !== dateId(intervalToEdtf(interval)))
      throw new RecordError(article.id, `dates[${i}].id`, `${id} is not the name of its interval`)
  })
  commitments.forEach(({ begins, due }, i) => {
    if (begins) checkOrder(article.id, `commitments[${i}].begins`, begins)
    if (due) checkOrder(article.id, `commitments[${i}].due`, due)
  })
}

export const isDated = ({ from, until }: Interval): boolean => from !== null || until !== null

function checkOrder(record: string, field: string, { from, until }: Interval): void {
  if (from !== null && until !== null && from >= until)
    throw new RecordError(record, field, `ends (${until}) before it has begun (${from})`)
}

function checkTriples({ article, triples }: ArticleGraph, labels: ReadonlyMap<string, NodeLabel>): void {
  triples.forEach(({ subject, predicate, object }, i) => {
    const kind: RelationKind = RELATIONS[predicate]
    const end = (side: 'subject' | 'object', id: string, allowed: readonly string[]): void => {
      const label = labels.get(id)
      const problem =
        label === undefined
          ? `${id} is nowhere in the record`
          : allowed.includes(label)
            ? undefined
            : `${id} is a ${label}; ${predicate} takes ${allowed.join(' or ')}`
      if (problem) throw new RecordError(article.id, `triples[${i}].${side}`, problem)
    }
    end('subject', subject, kind.from)
    end('object', object, kind.to)
  })
}

/** `['commitments', 2, 'due', 'from']` as `commitments[2].due.from`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const field = path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )
  return field === '' ? 'the whole' : field
}

function nameOf(input: unknown): string | undefined {
  const id = (input as { article?: { id?: unknown } } | null)?.article?.id
  return typeof id === 'string' && id !== '' ? id : undefined
}
