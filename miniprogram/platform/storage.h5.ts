import type { KeyedStorage } from './capabilities'

/** Other programs may live under the county's domain. */
const PREFIX = 'union-assessment/'

/** The browser's storage: about 5 MB; it throws when full, and when a person forbids storing. */
export const storage: KeyedStorage = {
  read(key) {
    try {
      const text = localStorage.getItem(PREFIX + key)
      return text === null ? undefined : JSON.parse(text)
    } catch {
      return undefined
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(value))
      return 'written'
    } catch {
      return 'full'
    }
  },
  remove: key => localStorage.removeItem(PREFIX + key),
  keys: () =>
    Object.keys(localStorage)
      .filter(key => key.startsWith(PREFIX))
      .map(key => key.slice(PREFIX.length)),
  onWrittenElsewhere(listener) {
    const hear = ({ key }: StorageEvent) => {
      if (key?.startsWith(PREFIX)) listener(key.slice(PREFIX.length))
    }
    window.addEventListener('storage', hear)
    return () => window.removeEventListener('storage', hear)
  },
}
