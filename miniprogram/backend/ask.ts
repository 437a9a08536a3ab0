import { useSyncExternalStore } from 'react'
import { callFunction } from '../platform/call-function'
import { random } from '../platform/random'
import { session } from '../platform/session'
import { makeAsk } from './make-ask'
import { makeSignal } from './signal'

export type { Asked } from './make-ask'

const isOutdated = makeSignal(false)
const sessionEndings = makeSignal(0)

/** Asks the county. Never throws; see `make-ask.ts`. */
export const { ask, serverNow } = makeAsk({
  callFunction,
  newId: random.newId,
  now: Date.now,
  onEnded(reason) {
    if (reason === 'outdated') return isOutdated.set(true)
    session.end()
    sessionEndings.set(sessionEndings.get() + 1)
  },
})

/** True once the county no longer takes what this program sends: screens say 请更新, the outbox keeps everything. */
export function useIsOutdated(): boolean {
  return useSyncExternalStore(isOutdated.subscribe, isOutdated.get)
}

/** Told when the county no longer knows this PC's session. */
export const onSessionEnded = (listener: () => void) => sessionEndings.subscribe(listener)
