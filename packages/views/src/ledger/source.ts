/** All that is known of a graph's ledger, and what answers to many questions have in common, worked out once. */
import type { CommitmentView, NodeView, TieView } from '@mithaq/model'
import type { Language } from '../names.ts'
import { asOfDay, daySpan } from './as-of.ts'
import type { DaySpan } from './as-of.ts'
import { once } from './counts.ts'
import { indexedEntities } from './entities.ts'
import type { IndexedEntity } from './entities.ts'
import { sorted } from './rows.ts'
import type { LedgerOrder } from './rows.ts'
import { createSearchIndex, prepareSearchIndex } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'

export interface LedgerSource {
  commitments: readonly CommitmentView[]
  ties: readonly TieView[]
  /** What had been promised by a day, with the statuses of that day, in order. */
  rows(day: string, order: LedgerOrder, lang: Language): readonly CommitmentView[]
  node(id: string): NodeView | undefined
  entities(kind: 'Actor' | 'Place', lang: Language): readonly IndexedEntity[]
  search(): SearchIndex
  /** Works out ahead what a first search would wait for. */
  prepare(): Promise<void>
  span(): DaySpan
}

/** Orders kept at a time: those of a few readers. */
const MOST_KEPT = 12

/** @param of.commitments with their statuses of `of.day`; `nodes` are the actors and places */
export function createLedgerSource(of: {
  day: string
  commitments: readonly CommitmentView[]
  ties: readonly TieView[]
  nodes: readonly NodeView[]
}): LedgerSource {
  const { commitments, ties, nodes } = of
  let index: SearchIndex | undefined
  const nodeById = once(() => new Map(nodes.map((node) => [node.id, node])))
  const orders = kept<readonly CommitmentView[]>()
  const lists = kept<readonly IndexedEntity[]>()
  return {
    commitments,
    ties,
    rows: (day, order, lang) =>
      orders(`${day} ${order.sorting} ${order.descending} ${lang}`, () =>
        sorted(day === of.day ? commitments : asOfDay(commitments, ties, day), order),
      ),
    node: (id) => nodeById().get(id),
    entities: (kind, lang) => lists(`${kind} ${lang}`, () => indexedEntities(kind, nodes, commitments, lang)),
    search: () => (index ??= createSearchIndex(nodes, commitments)),
    async prepare() {
      index ??= await prepareSearchIndex(nodes, commitments)
    },
    span: once(() => daySpan(commitments, of.day)),
  }
}

/** Keeps what was worked out last, by name. */
function kept<T>() {
  const values = new Map<string, T>()
  return (name: string, work: () => T): T => {
    const value = values.get(name) ?? work()
    // Put last again, so that the first is what was asked for least lately.
    values.delete(name)
    values.set(name, value)
    const [oldest] = values.keys()
    if (values.size > MOST_KEPT && oldest !== undefined) values.delete(oldest)
    return value
  }
}
