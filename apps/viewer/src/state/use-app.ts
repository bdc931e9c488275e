/** How panels reach the store. */
import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { messagesIn } from '../i18n/language.ts'
import type { Messages } from '../i18n/messages.ar.ts'
import type { Api } from '../api/api.ts'
import type { Actions } from './actions.ts'
import type { AppState, AppStore } from './app-state.ts'
import type { Language } from './view-state.ts'

export interface App {
  store: AppStore
  actions: Actions
  api: Api
}

export const AppContext = createContext<App | null>(null)

export function useContextApp(): App {
  const app = useContext(AppContext)
  if (app === null) throw new Error('a panel is outside of <AppContext.Provider>')
  return app
}

export const useActions = (): Actions => useContextApp().actions

export const useApi = (): Api => useContextApp().api

/** A part of the state; the panel is drawn again when that part is another value: select things, do not make them. */
export function useApp<T>(select: (state: AppState) => T): T {
  const { store } = useContextApp()
  const [, redraw] = useState({})
  const value = select(store.get())
  const drawn = useRef({ select, value })
  drawn.current = { select, value }
  useEffect(() => {
    const check = (now: AppState): void => {
      if (!Object.is(drawn.current.select(now), drawn.current.value)) redraw({})
    }
    // What changed between drawing and this effect counts too.
    check(store.get())
    return store.subscribe(check)
  }, [store])
  return value
}

export function useLanguage(): { lang: Language; m: Messages } {
  const lang = useApp(({ view }) => view.lang)
  return { lang, m: messagesIn(lang) }
}
