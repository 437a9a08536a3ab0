import { useEffect, useSyncExternalStore } from 'react'
import { makeSignal } from '../../backend/signal'
import { privacyConsent } from '../../platform/privacy-consent'

/** Where WeChat waits for an answer; null while it does not. */
const asked = makeSignal<((agreed: boolean) => void) | null>(null)
let drawers = 0
let isWatching = false

function watch(): void {
  if (isWatching) return
  isWatching = true
  privacyConsent.watch(answer => {
    // With nobody to be asked the call must not hang.
    if (drawers === 0) answer(false)
    else asked.set(answer)
  })
}

/** The question that WeChat waits with, for a page that takes pictures or copies. */
export function useAskedConsent(): { isAsked: boolean; answer: (agreed: boolean) => void } {
  const waiting = useSyncExternalStore(asked.subscribe, asked.get)
  useEffect(() => {
    drawers += 1
    watch()
    return () => {
      drawers -= 1
    }
  }, [])
  return {
    isAsked: waiting !== null,
    answer(agreed) {
      asked.set(null)
      waiting?.(agreed)
    },
  }
}
