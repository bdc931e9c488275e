/** Commitments as rows: one shape for what was just extracted and for what the store holds. */
import { lastDay } from '@mithaq/model'
import type { ArticleGraph, CommitmentView, Interval } from '@mithaq/model'
import type { Cell } from './csv.ts'

interface LedgerRow {
  committers: readonly string[]
  kind: string
  action: string
  creditors: readonly string[]
  places: readonly string[]
  begins: string | null
  due: string | null
  condition: string | null
  statedBy: readonly string[]
  certainty: string
  polarity: string
  quote: string
  /** Who read it, where a language model was asked as well. */
  origin: string | null
  article: string
}

/** What a terminal has room for. */
const SHORT = ['due', 'committers', 'kind', 'action', 'statedBy'] as const
const FULL = [
  'committers',
  'kind',
  'polarity',
  'certainty',
  'action',
  'creditors',
  'places',
  'begins',
  'due',
  'condition',
  'statedBy',
  'quote',
  'origin',
  'article',
] as const

const HEADINGS: Partial<Record<string, string>> = {
  committers: 'who',
  creditors: 'to whom',
  statedBy: 'says who',
}
const heading = (column: string): string => HEADINGS[column] ?? column

/** Headings as a table shows them; CSV keeps the names of the vocabulary. */
export const fullColumns: readonly string[] = FULL
export const fullCells = (row: LedgerRow): Cell[] => FULL.map((column) => cell(row[column], '; '))

/** For reading; who read a commitment is told where a language model was asked. */
export function shortTable(rows: readonly LedgerRow[]): { columns: string[]; cells: Cell[][] } {
  const columns = rows.some(({ origin }) => origin !== null) ? ([...SHORT, 'origin'] as const) : SHORT
  return {
    columns: columns.map(heading),
    cells: rows.map((row) => columns.map((column) => cell(row[column], '، '))),
  }
}

const cell = (value: LedgerRow[keyof LedgerRow], comma: string): Cell =>
  typeof value === 'object' && value !== null ? value.join(comma) : value

/** The commitments of one extracted article. */
export function rowsOfGraph(graph: ArticleGraph): LedgerRow[] {
  const names = new Map(graph.entities.map(({ id, name }) => [id, name.ar]))
  const nameOf = (id: string): string => names.get(id) ?? id
  return graph.commitments.map((commitment) => ({
    ...commitment,
    action: commitment.action.ar,
    committers: commitment.committers.map(nameOf),
    creditors: commitment.creditors.map(nameOf),
    places: commitment.places.map(({ id }) => nameOf(id)),
    begins: commitment.begins?.from ?? null,
    due: dueDay(commitment.due),
    condition: commitment.condition?.quote ?? null,
    statedBy: commitment.statedBy.map(nameOf),
    quote: commitment.evidence.quote,
    origin: commitment.origin ?? null,
    article: graph.article.title ?? graph.article.id,
  }))
}

/** A commitment as the store tells it. */
export function rowOfView(view: CommitmentView): LedgerRow {
  return {
    ...view,
    committers: namesOf(view.committers),
    creditors: namesOf(view.creditors),
    places: namesOf(view.places),
    begins: view.begins?.start ?? null,
    due: view.due?.end ?? null,
    condition: view.condition ?? null,
    statedBy: namesOf(view.statedBy),
    origin: view.origin ?? null,
    article: view.article.title ?? view.article.id,
  }
}

const namesOf = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name)

const dueDay = (due: Interval | null): string | null => (due === null ? null : lastDay(due))
