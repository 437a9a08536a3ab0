import type { Network } from './capabilities'

export const network: Network = {
  online: () => navigator.onLine,
  subscribe(listener) {
    const whenShown = () => {
      if (document.visibilityState === 'visible') listener()
    }
    window.addEventListener('online', listener)
    window.addEventListener('offline', listener)
    document.addEventListener('visibilitychange', whenShown)
    return () => {
      window.removeEventListener('online', listener)
      window.removeEventListener('offline', listener)
      document.removeEventListener('visibilitychange', whenShown)
    }
  },
}
