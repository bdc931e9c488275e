/** The ledger of a graph too large to send: a reader's question goes to the server, what the screen shows comes back. */
import type { CommitmentView, EdgeView, NodeView, TieView } from '@mithaq/model'
import type { Language } from '../names.ts'
import { widened } from './as-of.ts'
import type { DaySpan } from './as-of.ts'
import { countsOf } from './counts.ts'
import type { FacetCount, LedgerCounts } from './counts.ts'
import type { IndexedEntity } from './entities.ts'
import { FACETS, NO_CHOICE, choiceSize, narrowed, settled } from './facets.ts'
import type { Choice, Facet } from './facets.ts'
import { orderIn } from './order.ts'
import { groupsOf, listed } from './rows.ts'
import type { Grouping, LedgerGroup, Sorting } from './rows.ts'
import type { LedgerSource } from './source.ts'
import type { Density } from './timeline.ts'

export interface LedgerQuestion {
  lang: Language
  /** The day as of which statuses are told; `today` is the reader's. */
  asOf: string
  today: string
  query: string
  focus: string | null
  choice: Choice
  sorting: Sorting
  descending: boolean
  grouping: Grouping
  /** The commitment that is open. */
  open: string | null
  /** The kind of things listed beside the commitments; null lists none. */
  entities: 'Actor' | 'Place' | null
  /** Rows at most, and as many of the entities. */
  limit: number
  /** The commitments in the drawing, of which those that the filter leaves are told. */
  drawn: readonly string[]
  /** Wait until all is read, rather than be told the first rows alone. */
  whole: boolean
}

export interface LedgerAnswer {
  groups: LedgerGroup[]
  /** Beside the rows: the commitment that is open, and those tied to it. */
  aside: CommitmentView[]
  ties: TieView[]
  counts: {
    listed: number
    facets: Record<Facet, FacetCount[]>
    groups: [key: string | null, count: number][]
    density: Density
    span: DaySpan
  }
  /** Whatever the counts name by an id. */
  called: { id: string; name: string; nameEn?: string | undefined }[]
  /** What the search finds. */
  names: NodeView[]
  entities: { total: number; first: IndexedEntity[] } | null
  /** Of the drawing's commitments those that the day and the filter leave; null is all. */
  drawn: string[] | null
  /** The first rows alone, and how many there are: the rest is still being read. */
  partial: boolean
}

/** Names found, and values of a facet that are told: nobody reads on to the thousandth. */
const MOST_NAMES = 20
const MOST_VALUES = 100

/** @example answerLedger(source, { …, query: 'اليونيفيل', limit: 200 }).counts.listed // 14 */
export function answerLedger(source: LedgerSource, asked: LedgerQuestion): LedgerAnswer {
  const question = { ...asked, choice: settled(asked.choice) }
  const { asOf, choice, focus, lang, limit } = question
  const all = source.rows(asOf, orderIn(lang, question), lang)
  const hits = question.query.trim() === '' ? null : source.search().search(question.query)
  const base =
    focus === null && hits === null
      ? all
      : listed(all, { focus, found: hits?.commitments ?? null, edges: edgesOf(all, focus) })
  const chosen = narrowed(base, choice)
  const groups = groupsOf(chosen, question)
  const span = (): DaySpan => widened(source.span(), question.today)
  const counts = countsOf({ base, listed: chosen, groups, choice, span })
  const ties = source.ties.filter(({ from, to }) => from === question.open || to === question.open)
  const beside = new Set(ties.flatMap(({ from, to }) => [from, to]).concat(question.open ?? []))
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, firstValues(counts, facet, choice)]),
  ) as LedgerAnswer['counts']['facets']
  const rows = firstRows(groups, limit)
  return {
    groups: rows,
    aside: [...beside].flatMap((id) => byId(all, id) ?? byId(source.commitments, id) ?? []),
    ties,
    counts: {
      listed: chosen.length,
      facets,
      groups: rows.map(({ key }) => [key, counts.group(key)]),
      density: counts.density(),
      span: counts.span(),
    },
    called: [...facets.actor, ...facets.place].flatMap(([id]) => source.node(id) ?? []),
    names: hits?.names.slice(0, MOST_NAMES) ?? [],
    entities: question.entities && firstEntities(source, question.entities, question),
    drawn: asOf === question.today && choice === NO_CHOICE ? null : drawnOf(all, question),
    partial: false,
  }
}

/** Asks for nothing but the ledger as it is first shown: its first rows can be told before all is read. */
export const asksForFirst = (question: LedgerQuestion): boolean => {
  const { whole, asOf, today, query, focus, choice, sorting, descending, grouping, open, entities } = question
  return (
    !whole &&
    asOf === today &&
    query.trim() === '' &&
    choiceSize(choice) === 0 &&
    [focus, open, entities].every((one) => one === null) &&
    sorting === 'due' &&
    !descending &&
    (grouping === 'year' || grouping === 'none')
  )
}

const byId = (commitments: readonly CommitmentView[], id: string): CommitmentView | undefined =>
  commitments.find((one) => one.id === id)

/** For a statement, which the commitments do not name. */
const edgesOf = (commitments: readonly CommitmentView[], focus: string | null): EdgeView[] =>
  focus?.startsWith('statement:')
    ? commitments
        .filter(({ statedBy }) => statedBy.some(({ statement }) => statement === focus))
        .map(({ id }) => ({ id, source: focus, target: id, relation: 'ASSERTS' }))
    : []

function firstValues(counts: LedgerCounts, facet: Facet, choice: Choice): FacetCount[] {
  return counts.facet(facet).filter(([value], i) => i < MOST_VALUES || choice[facet].includes(value))
}

function firstEntities(source: LedgerSource, kind: 'Actor' | 'Place', { lang, limit }: LedgerQuestion) {
  const entities = source.entities(kind, lang)
  return { total: entities.length, first: entities.slice(0, limit) }
}

function drawnOf(all: readonly CommitmentView[], { choice, drawn }: LedgerQuestion): string[] {
  const inDrawing = new Set(drawn)
  return narrowed(
    all.filter(({ id }) => inDrawing.has(id)),
    choice,
  ).map(({ id }) => id)
}

/** The first `count` rows of all groups. */
export function firstRows(groups: readonly LedgerGroup[], count: number): LedgerGroup[] {
  const cut: LedgerGroup[] = []
  let left = count
  for (const { key, commitments } of groups) {
    if (left <= 0) break
    cut.push({ key, commitments: commitments.slice(0, left) })
    left -= commitments.length
  }
  return cut
}

/** What an answer counted, as what is counted here. */
export function toldCounts({ counts }: LedgerAnswer): LedgerCounts {
  const groups = new Map(counts.groups)
  return {
    listed: counts.listed,
    facet: (facet) => counts.facets[facet],
    group: (key) => groups.get(key) ?? 0,
    density: () => counts.density,
    span: () => counts.span,
  }
}
