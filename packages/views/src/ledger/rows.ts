/** Which commitments the ledger lists, in which order, under which headings. */
import { type CommitmentView, compareText, type EdgeView } from '@mithaq/model'
import { dateNode } from '../date-node.ts'

export const SORTINGS = ['due', 'published', 'actor', 'action', 'place', 'kind', 'status'] as const
export type Sorting = (typeof SORTINGS)[number]

export const GROUPINGS = ['year', 'actor', 'place', 'kind', 'status', 'none'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface LedgerFilter {
  /** The node whose commitments are listed; null lists all. */
  focus: string | null
  /** What the search found; null when nothing is searched for. */
  found: ReadonlySet<string> | null
  /** For nodes that a commitment does not name: what a statement asserts. */
  edges: readonly EdgeView[]
}

export interface LedgerOrder {
  sorting: Sorting
  descending: boolean
  grouping: Grouping
  /** Compares names and actions as the reader's language sorts them. */
  compare: (a: string, b: string) => number
  /** What an action or an actor is called in the reader's language. */
  nameOf: (thing: { name: string; nameEn?: string | undefined }) => string
  actionOf: (one: CommitmentView) => string
}

export interface LedgerGroup {
  /** A year, an id, a value of an enumeration; null where the commitments have none. */
  key: string | null
  commitments: CommitmentView[]
}

/** What focus and search leave. */
export const listed = (
  commitments: readonly CommitmentView[],
  { focus, found, edges }: LedgerFilter,
): CommitmentView[] =>
  commitments.filter((one) => (found?.has(one.id) ?? true) && (focus === null || touches(one, focus, edges)))

/** Sorted, then parted into groups; what a group is named by is missing in the last. */
export const ledgerGroups = (commitments: readonly CommitmentView[], order: LedgerOrder): LedgerGroup[] =>
  groupsOf(sorted(commitments, order), order)

/** The same of rows that are in order. */
export function groupsOf(
  rows: readonly CommitmentView[],
  order: Pick<LedgerOrder, 'grouping' | 'sorting' | 'descending'>,
): LedgerGroup[] {
  const groups = new Map<string | null, CommitmentView[]>()
  for (const one of rows) {
    for (const key of GROUP_KEYS[order.grouping](one)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [one])
      else group.push(one)
    }
  }
  const all = [...groups].map(([key, members]) => ({ key, commitments: members }))
  const first = all.filter(({ key }) => key !== null)
  if (order.grouping === 'actor' || order.grouping === 'place')
    first.sort((a, b) => b.commitments.length - a.commitments.length)
  // Sorted by another column the years would come as they fall.
  else if (order.grouping === 'year' && order.sorting !== 'due')
    first.sort((a, b) => (a.key! < b.key! ? -1 : 1) * (order.descending ? -1 : 1))
  return [...first, ...all.filter(({ key }) => key === null)]
}

/** A joint undertaking stands under each of its actors. */
const GROUP_KEYS: Readonly<Record<Grouping, (one: CommitmentView) => readonly (string | null)[]>> = {
  none: () => ['all'],
  year: (one) => [dueDay(one)?.slice(0, 4) ?? null],
  actor: ({ committers }) => orNone(committers.map(({ id }) => id)),
  place: ({ places }) => orNone([...new Set(places.map(({ id }) => id))]),
  kind: ({ kind }) => [kind],
  status: ({ status }) => [status],
}

const orNone = (ids: readonly string[]): readonly (string | null)[] => (ids.length === 0 ? [null] : ids)

export const dueDay = ({ due }: CommitmentView): string | null => due?.end ?? due?.start ?? null

/** Sorts after every day and name there is, whichever way the rest is turned. */
const NONE = null

export function sorted(commitments: readonly CommitmentView[], order: LedgerOrder): CommitmentView[] {
  const { sorting, descending, compare } = order
  const keyOf = SORT_KEYS[sorting]
  const byName = sorting === 'actor' || sorting === 'action' || sorting === 'place'
  const rows = commitments.map((one) => ({ one, key: keyOf(one, order), rest: articleKey(one) }))
  rows.sort((a, b) => {
    if (a.key === NONE || b.key === NONE) {
      if (a.key !== b.key) return a.key === NONE ? 1 : -1
    } else if (a.key !== b.key) {
      const way = (byName ? compare : compareText)(a.key, b.key)
      if (way !== 0) return descending ? -way : way
    }
    return compareText(a.rest, b.rest) || a.one.start - b.one.start
  })
  return rows.map(({ one }) => one)
}

const articleKey = ({ article }: CommitmentView): string => `${article.published ?? '~'}|${article.id}`

const SORT_KEYS: Readonly<Record<Sorting, (one: CommitmentView, order: LedgerOrder) => string | null>> = {
  due: dueDay,
  published: ({ article }) => article.published,
  actor: ({ committers: [first] }, { nameOf }) => (first === undefined ? NONE : nameOf(first)),
  place: ({ places: [first] }, { nameOf }) => (first === undefined ? NONE : nameOf(first)),
  action: (one, { actionOf }) => actionOf(one),
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
}

/** True when the node plays any part in the commitment: a role, its source, its date, its article. */
export function touches(commitment: CommitmentView, node: string, edges: readonly EdgeView[]): boolean {
  const { committers, creditors, concerns, places, statedBy, article, begins, due } = commitment
  if (node.startsWith('date:'))
    return [begins, due].some((range) => range !== null && node === dateNode(range))
  if (node.startsWith('statement:')) {
    return edges.some(({ source, target }) => source === node && target === commitment.id)
  }
  return (
    article.id === node ||
    [committers, creditors, concerns, places, statedBy].flat().some(({ id }) => id === node)
  )
}
