/** Asks the server for what is listed of a ledger too large to send, anew whenever the reader asks for something else. */
import type { StoreSize } from '@mithaq/model'
import { NO_CHOICE } from '@mithaq/views'
import type { LedgerQuestion } from '@mithaq/views'
import type { Api } from '../api/api.ts'
import { ROWS, valueOf } from './app-state.ts'
import type { AppState, AppStore, Remote } from './app-state.ts'
import { remote } from './remote.ts'
import { today } from './view-state.ts'

/** So many commitments are sent whole, and every filter answers at once. */
const MOST_SENT = 2_000

export const isLarge = (size: Remote<StoreSize>): boolean => (valueOf(size)?.commitments ?? 0) > MOST_SENT

export function keepLedger(store: AppStore, api: Api): void {
  let asking = false
  const ask = async (): Promise<void> => {
    if (asking) return
    asking = true
    // While an answer is on its way the reader may ask for something else: only the last of it counts.
    for (
      let asked = questionOf(store.get());
      !isAnswered(store.get(), asked);
      asked = questionOf(store.get())
    ) {
      // Once the first rows are here, the next answer is that of all.
      const whole = store.get().ledger?.told.partial ?? false
      const answer = await remote(api.ledger({ ...asked, whole }))
      if (answer.state !== 'ready') {
        store.set({ commitments: answer })
        break
      }
      const told = answer.value
      const rows = told.groups.flatMap(({ commitments }) => commitments)
      store.set({
        ledger: { asked, told },
        commitments: { state: 'ready', value: [...rows, ...told.aside] },
        ties: { state: 'ready', value: told.ties },
      })
    }
    asking = false
  }
  store.subscribe((now, before) => {
    if (!isLarge(now.size)) return
    const otherRows =
      now.view !== before.view && !isSame(questionOf(now), questionOf({ ...before, rows: now.rows }))
    if (otherRows && now.rows !== ROWS) store.set({ rows: ROWS })
    if (!isAnswered(now, questionOf(now))) void ask()
  })
}

const isAnswered = ({ ledger }: AppState, question: LedgerQuestion): boolean =>
  ledger !== null && !ledger.told.partial && isSame(ledger.asked, question)

const isSame = (a: LedgerQuestion, b: LedgerQuestion): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What the reader sees asks of the ledger. */
export function questionOf({ view, graph, rows }: AppState): LedgerQuestion {
  const { lang, asOf, query, focus, choice, stage, index } = view
  const filtered = asOf !== null || choice !== NO_CHOICE
  const drawing = filtered ? (valueOf(graph)?.nodes ?? []) : []
  // A timeline has an order of its own.
  const order =
    stage === 'timeline'
      ? ({ sorting: 'due', descending: false, grouping: 'none' } as const)
      : { sorting: view.sorting, descending: view.descending, grouping: view.grouping }
  return {
    lang,
    asOf: asOf ?? today(),
    today: today(),
    query,
    focus,
    choice,
    ...order,
    open: view.commitment,
    entities: index === 'actors' ? 'Actor' : index === 'places' ? 'Place' : null,
    limit: rows,
    drawn: drawing.filter(({ label }) => label === 'Commitment').map(({ id }) => id),
    whole: false,
  }
}
