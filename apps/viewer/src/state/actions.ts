/** What a reader can do, as functions on the store: buttons, keys and the canvas all come through here. */
import type { NodeLabel } from '@mithaq/model'
import { ROWS } from './app-state.ts'
import type { AppStore, CanvasState } from './app-state.ts'
import type { Pin, Theme, ViewState } from './view-state.ts'

export interface Actions {
  /** Open a commitment, or focus on any other node. */
  choose: (id: string) => void
  /** Close the open commitment, else drop the selection, else leave the focus: what Escape does. */
  back: () => void
  leaveFocus: () => void
  point: (id: string | null) => void
  /** Select a node with others, or no longer. */
  pick: (id: string) => void
  pickAll: (ids: readonly string[]) => void
  /** Keep a node where it was dragged to. */
  pin: (pin: Pin) => void
  /** Take nodes out of the drawing. */
  remove: (ids: readonly string[]) => void
  /** Fetch all that surrounds these nodes. */
  expand: (ids: readonly string[]) => void
  look: (patch: Partial<ViewState>) => void
  toggleKind: (label: NodeLabel) => void
  nextTheme: () => void
  canvas: (state: CanvasState) => void
  drawn: (nodes: number) => void
  /** Ask for more rows of a ledger that is not all here. */
  moreRows: () => void
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
          ? { commitment: id, said: null }
          : { focus: id, commitment: null, said: null, index: 'commitments' },
      ),
    back() {
      const { commitment, picked } = store.get().view
      if (commitment !== null) look({ commitment: null, said: null })
      else if (picked.length > 0) look({ picked: [], path: false })
      else look({ focus: null })
    },
    leaveFocus: () => look({ focus: null }),
    pick(id) {
      const { picked } = store.get().view
      const next = picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]
      look({ picked: next, path: false })
    },
    pickAll: (picked) => look({ picked, path: false }),
    pin: (pin) => look({ pins: [...store.get().view.pins.filter(({ id }) => id !== pin.id), pin] }),
    remove(ids) {
      const { removed, focus } = store.get().view
      const leaves = focus !== null && ids.includes(focus)
      look({
        removed: [...new Set([...removed, ...ids])],
        picked: [],
        path: false,
        ...(leaves && { focus: null }),
      })
    },
    expand: (ids) => look({ expanded: [...new Set([...store.get().view.expanded, ...ids])] }),
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
    drawn: (drawn) => store.set({ drawn }),
    moreRows: () => store.set({ rows: store.get().rows + ROWS }),
  }
}
