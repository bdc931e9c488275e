import { render } from 'preact'
import { createApi } from './api/api.ts'
import { createSiteApi } from './api/site-api.ts'
import { App } from './app.tsx'
import { createActions } from './state/actions.ts'
import { LOADING, ROWS } from './state/app-state.ts'
import type { AppState } from './state/app-state.ts'
import { keepLoaded } from './state/keep-loaded.ts'
import { createStore } from './state/store.ts'
import { syncAddress } from './state/sync-address.ts'
import { AppContext } from './state/use-app.ts'
import { parseView } from './state/view-state.ts'
import './styles/fonts.ts'
import './styles/index.css'

const store = createStore<AppState>({
  view: parseView(location.hash),
  graph: LOADING,
  size: LOADING,
  commitments: LOADING,
  ties: LOADING,
  articles: LOADING,
  article: null,
  ledger: null,
  rows: ROWS,
  pointed: null,
  canvas: 'starting',
  drawn: 0,
})
const site = document.querySelector<HTMLMetaElement>('meta[name=mithaq-site]')
const api =
  site === null ? createApi(document.baseURI) : createSiteApi(new URL(site.content, document.baseURI))
const reload = keepLoaded(store, api)
syncAddress(store, window)

render(
  <AppContext.Provider value={{ store, api, actions: createActions(store, reload) }}>
    <App />
  </AppContext.Provider>,
  document.getElementById('app')!,
)
