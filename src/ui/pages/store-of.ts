/** A value that changes, and tells who listens. */
export interface StateStore<State> {
  readonly getState: () => State
  /** Calls back after every change. Returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void
  readonly set: (state: State) => void
}

export function storeOf<State>(initial: State): StateStore<State> {
  const listeners = new Set<() => void>()
  let state = initial
  return {
    getState: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: next => {
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
  }
}
