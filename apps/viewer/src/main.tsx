import { render } from 'preact'
import { createApi } from './api/api.ts'
import { App } from './app.tsx'
import { createActions } from './state/actions.ts'
import { LOADING } from './state/app-state.ts'
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
  commitments: LOADING,
  ties: LOADING,
  articles: LOADING,
  article: null,
  pointed: null,
  canvas: 'starting',
})
const reload = keepLoaded(store, createApi(document.baseURI))
syncAddress(store, window)

render(
  <AppContext.Provider value={{ store, actions: createActions(store, reload) }}>
    <App />
  </AppContext.Provider>,
  document.getElementById('app')!,
)
