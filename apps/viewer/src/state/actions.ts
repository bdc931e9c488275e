/** What a reader can do, as functions on the store: buttons, keys and the canvas all come through here. */
import type { NodeLabel } from '@mithaq/model'
import type { AppStore, CanvasState } from './app-state.ts'
import type { Theme, ViewState } from './view-state.ts'

export interface Actions {
  /** Open a commitment, or focus on any other node. */
  choose: (id: string) => void
  /** Close the open commitment, else leave the focus: what Escape does. */
  back: () => void
  leaveFocus: () => void
  point: (id: string | null) => void
  look: (patch: Partial<ViewState>) => void
  toggleKind: (label: NodeLabel) => void
  nextTheme: () => void
  canvas: (state: CanvasState) => void
  reload: () => void
}

const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

export function createActions(store: AppStore, reload: () => void): Actions {
  const look = (patch: Partial<ViewState>): void => store.set({ view: { ...store.get().view, ...patch } })
  return {
    look,
    reload,
    choose: (id) =>
      look(
        id.startsWith('commitment:')
          ? { commitment: id }
          : { focus: id, commitment: null, index: 'commitments' },
      ),
    back: () => look(store.get().view.commitment === null ? { focus: null } : { commitment: null }),
    leaveFocus: () => look({ focus: null }),
    point: (pointed) => store.set({ pointed }),
    toggleKind(label) {
      const { hidden } = store.get().view
      look({
        hidden: hidden.includes(label) ? hidden.filter((other) => other !== label) : [...hidden, label],
      })
    },
    nextTheme() {
      const at = THEMES.indexOf(store.get().view.theme)
      look({ theme: THEMES[(at + 1) % THEMES.length] ?? 'auto' })
    },
    canvas: (canvas) => store.set({ canvas }),
  }
}
