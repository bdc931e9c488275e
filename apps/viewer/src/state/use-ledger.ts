/** The ledger as the reader sees it now: worked out once, for the list, the table and the timeline alike. */
import type { CommitmentView } from '@mithaq/model'
import { createContext } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import { LOCALES, actionIn, nameIn } from '../i18n/language.ts'
import { valueOf } from './app-state.ts'
import { asOfDay } from './as-of.ts'
import { NO_CHOICE, narrowed } from './facets.ts'
import { ledgerGroups, listed } from './ledger.ts'
import type { LedgerGroup, LedgerOrder } from './ledger.ts'
import type { SearchHits } from './search-index.ts'
import { useApp } from './use-app.ts'

export interface LedgerView {
  /** Everything promised by the day asked for, with its status of that day. */
  all: readonly CommitmentView[]
  /** What search and focus leave, before the facets narrow it: what facets count in. */
  base: readonly CommitmentView[]
  listed: readonly CommitmentView[]
  groups: readonly LedgerGroup[]
  /** The commitments that the day and the facets leave in the drawing; null is all. */
  drawn: ReadonlySet<string> | null
}

const EMPTY: LedgerView = { all: [], base: [], listed: [], groups: [], drawn: null }

export const LedgerContext = createContext<LedgerView>(EMPTY)
export const useLedger = (): LedgerView => useContext(LedgerContext)

export function useLedgerOf(hits: SearchHits | null): LedgerView {
  const commitments = useApp((state) => valueOf(state.commitments))
  const ties = useApp((state) => valueOf(state.ties))
  const edges = useApp((state) => valueOf(state.graph)?.edges)
  const asOf = useApp(({ view }) => view.asOf)
  const focus = useApp(({ view }) => view.focus)
  const choice = useApp(({ view }) => view.choice)
  const order = useLedgerOrder()
  const all = useMemo(
    () =>
      commitments === null || asOf === null ? (commitments ?? []) : asOfDay(commitments, ties ?? [], asOf),
    [commitments, ties, asOf],
  )
  const base = useMemo(
    () => listed(all, { focus, found: hits?.commitments ?? null, edges: edges ?? [] }),
    [all, focus, hits, edges],
  )
  const chosen = useMemo(() => narrowed(base, choice), [base, choice])
  const groups = useMemo(() => ledgerGroups(chosen, order), [chosen, order])
  const drawn = useMemo(
    () =>
      commitments === null || (asOf === null && choice === NO_CHOICE)
        ? null
        : new Set(narrowed(all, choice).map(({ id }) => id)),
    [commitments, all, choice, asOf],
  )
  return useMemo(() => ({ all, base, listed: chosen, groups, drawn }), [all, base, chosen, groups, drawn])
}

function useLedgerOrder(): LedgerOrder {
  const lang = useApp(({ view }) => view.lang)
  const sorting = useApp(({ view }) => view.sorting)
  const descending = useApp(({ view }) => view.descending)
  const grouping = useApp(({ view }) => view.grouping)
  return useMemo(
    () => ({
      sorting,
      descending,
      grouping,
      compare: new Intl.Collator(LOCALES[lang]).compare,
      nameOf: (thing) => nameIn(lang, thing),
      actionOf: (one) => actionIn(lang, one),
    }),
    [lang, sorting, descending, grouping],
  )
}
