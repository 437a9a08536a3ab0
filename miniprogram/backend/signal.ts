/** A value that screens follow: read it, set it, be told when it changes. Fits React's `useSyncExternalStore`. */
export interface Signal<Value> {
  get(): Value
  set(value: Value): void
  subscribe(listener: () => void): () => void
}

export function makeSignal<Value>(initial: Value): Signal<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
