/** The smallest store that works: one value, shallow patches, listeners told once a change. */
export interface Store<S extends object> {
  get(): S
  set(patch: Partial<S>): void
  /** Returns the function that ends the subscription. */
  subscribe(listener: (now: S, before: S) => void): () => void
}

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial
  const listeners = new Set<(now: S, before: S) => void>()
  return {
    get: () => state,
    set(patch) {
      const before = state
      const changed = Object.entries(patch).some(([key, value]) => !Object.is(before[key as keyof S], value))
      if (!changed) return
      state = { ...before, ...patch }
      for (const listener of listeners) listener(state, before)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
