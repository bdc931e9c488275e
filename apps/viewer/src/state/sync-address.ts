/** The address follows the view, and the view follows the address. */
import type { AppStore } from './app-state.ts'
import { formatView, parseView } from './view-state.ts'
import type { ViewState } from './view-state.ts'

/** What a reader goes back to; typing and display settings do not fill the history. */
const isStep = (now: ViewState, before: ViewState): boolean =>
  now.commitment !== before.commitment || now.focus !== before.focus

export function syncAddress(store: AppStore, page: Window): void {
  store.subscribe(({ view }, { view: before }) => {
    const hash = formatView(view)
    if (view === before || hash === formatView(parseView(page.location.hash))) return
    const address = `${page.location.pathname}${page.location.search}${hash}`
    if (isStep(view, before)) page.history.pushState(null, '', address)
    else page.history.replaceState(null, '', address)
  })
  page.addEventListener('popstate', () => store.set({ view: parseView(page.location.hash) }))
}
