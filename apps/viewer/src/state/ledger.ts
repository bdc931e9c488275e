/** Which commitments the ledger lists, in which order, under which headings. */
import { addDays, intervalToEdtf } from '@mithaq/model'
import type { CommitmentView, EdgeView } from '@mithaq/model'

export interface LedgerFilter {
  /** The node whose commitments are listed; null lists all. */
  focus: string | null
  /** What the search found; null when nothing is searched for. */
  found: ReadonlySet<string> | null
  /** For nodes that a commitment does not name: what a statement asserts. */
  edges: readonly EdgeView[]
}

export interface LedgerGroup {
  /** The year in which they fall due; null without a date. */
  year: string | null
  commitments: CommitmentView[]
}

/** Filter, then order by due date, grouped by its year; those without a date come last, as their articles have them. */
export function ledgerGroups(commitments: readonly CommitmentView[], filter: LedgerFilter): LedgerGroup[] {
  const listed = commitments
    .filter(({ id }) => filter.found?.has(id) ?? true)
    .filter((one) => filter.focus === null || touches(one, filter.focus, filter.edges))
    .sort(byDueDate)
  const groups: LedgerGroup[] = []
  for (const one of listed) {
    const year = dueDay(one)?.slice(0, 4) ?? null
    const last = groups.at(-1)
    if (last !== undefined && last.year === year) last.commitments.push(one)
    else groups.push({ year, commitments: [one] })
  }
  return groups
}

const dueDay = ({ due }: CommitmentView): string | null => due?.end ?? due?.start ?? null

/** Sorts after every day there is. */
const NEVER = '~'

const sortKey = (one: CommitmentView): string =>
  `${dueDay(one) ?? NEVER}|${one.article.published ?? NEVER}|${one.article.id}`

function byDueDate(a: CommitmentView, b: CommitmentView): number {
  const [first, second] = [sortKey(a), sortKey(b)]
  return first === second ? a.start - b.start : first < second ? -1 : 1
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

/** The id of the date node that a range of days is. */
export const dateNode = ({ start, end }: { start: string | null; end: string | null }): string =>
  `date:${intervalToEdtf({ from: start, until: end === null ? null : addDays(end, 1) })}`
