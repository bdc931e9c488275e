/** The ledger as the reader sees it now: worked out once, for the list, the table and the timeline alike. */
import type { CommitmentView } from '@mithaq/model'
import {
  NO_CHOICE,
  asOfDay,
  countsOf,
  daySpan,
  ledgerGroups,
  listed,
  nameIn,
  narrowed,
  orderIn,
  toldCounts,
} from '@mithaq/views'
import type { LedgerCounts, LedgerGroup, SearchHits } from '@mithaq/views'
import { createContext } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import { namesById } from '../panels/group-name.ts'
import { valueOf } from './app-state.ts'
import { useActions, useApp } from './use-app.ts'
import { today } from './view-state.ts'

export interface LedgerView {
  /** Everything promised by the day asked for, with its status of that day; of a large graph what was fetched. */
  all: readonly CommitmentView[]
  listed: readonly CommitmentView[]
  groups: readonly LedgerGroup[]
  counts: LedgerCounts
  /** What commitments call things, by id. */
  names: ReadonlyMap<string, string>
  /** The commitments that the day and the facets leave in the drawing; null is all. */
  drawn: ReadonlySet<string> | null
  /** Fetches more rows; null when all are here. */
  grow: (() => void) | null
}

const NONE: readonly CommitmentView[] = []

const EMPTY: LedgerView = {
  all: NONE,
  listed: NONE,
  groups: [],
  counts: countsOf({
    base: NONE,
    listed: NONE,
    groups: [],
    choice: NO_CHOICE,
    span: () => daySpan(NONE, today()),
  }),
  names: new Map(),
  drawn: null,
  grow: null,
}

export const LedgerContext = createContext<LedgerView>(EMPTY)
export const useLedger = (): LedgerView => useContext(LedgerContext)

/** Worked out here from all commitments, or told by the server where these are too many to send. */
export function useLedgerOf(hits: SearchHits | null): LedgerView {
  const here = useLedgerHere(hits)
  const told = useToldLedger()
  return told ?? here
}

function useToldLedger(): LedgerView | null {
  const answer = useApp(({ ledger }) => ledger)
  const lang = useApp(({ view }) => view.lang)
  const { moreRows } = useActions()
  return useMemo(() => {
    if (answer === null) return null
    const { groups, aside, called, drawn } = answer.told
    const rows = [...new Set(groups.flatMap(({ commitments }) => commitments))]
    const all = [...rows, ...aside]
    const names = namesById(lang, all)
    for (const one of called) names.set(one.id, nameIn(lang, one))
    const counts = toldCounts(answer.told)
    return {
      all,
      listed: rows,
      groups,
      counts,
      names,
      drawn: drawn && new Set(drawn),
      grow: rows.length < counts.listed ? moreRows : null,
    }
  }, [answer, lang, moreRows])
}

function useLedgerHere(hits: SearchHits | null): LedgerView {
  const commitments = useApp((state) => (state.ledger === null ? valueOf(state.commitments) : NONE))
  const ties = useApp((state) => valueOf(state.ties))
  const edges = useApp((state) => valueOf(state.graph)?.edges)
  const lang = useApp(({ view }) => view.lang)
  const asOf = useApp(({ view }) => view.asOf)
  const focus = useApp(({ view }) => view.focus)
  const choice = useApp(({ view }) => view.choice)
  const order = useLedgerOrder()
  const everything = commitments ?? NONE
  const all = useMemo(
    () => (asOf === null ? everything : asOfDay(everything, ties ?? [], asOf)),
    [everything, ties, asOf],
  )
  const base = useMemo(
    () => listed(all, { focus, found: hits?.commitments ?? null, edges: edges ?? [] }),
    [all, focus, hits, edges],
  )
  const chosen = useMemo(() => narrowed(base, choice), [base, choice])
  const groups = useMemo(() => ledgerGroups(chosen, order), [chosen, order])
  const names = useMemo(() => namesById(lang, all), [lang, all])
  const drawn = useMemo(
    () =>
      commitments === null || (asOf === null && choice === NO_CHOICE)
        ? null
        : new Set(narrowed(all, choice).map(({ id }) => id)),
    [commitments, all, choice, asOf],
  )
  const counts = useMemo(
    () => countsOf({ base, listed: chosen, groups, choice, span: () => daySpan(everything, today()) }),
    [everything, base, chosen, groups, choice],
  )
  return useMemo(
    () => ({ all, listed: chosen, groups, counts, names, drawn, grow: null }),
    [all, chosen, groups, counts, names, drawn],
  )
}

function useLedgerOrder() {
  const lang = useApp(({ view }) => view.lang)
  const sorting = useApp(({ view }) => view.sorting)
  const descending = useApp(({ view }) => view.descending)
  const grouping = useApp(({ view }) => view.grouping)
  return useMemo(
    () => orderIn(lang, { sorting, descending, grouping }),
    [lang, sorting, descending, grouping],
  )
}
