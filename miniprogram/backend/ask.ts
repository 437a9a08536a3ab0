import { callFunction } from '../platform/call-function'
import { random } from '../platform/random'
import { session } from '../platform/session'
import { storage } from '../platform/storage'
import { updateProgram } from '../platform/update-program'
import { makeAsk } from './make-ask'
import { makeSignal } from './signal'

/** Opened without signal, the program still tells deadlines by the server's clock. */
const OFFSET_KEY = 'clock-offset'

let isOutdated = false
const sessionEndings = makeSignal(0)

/** Asks the county. Never throws; see `make-ask.ts`. */
export const { ask, serverNow } = makeAsk({
  callFunction,
  newId: random.newId,
  now: Date.now,
  clockOffset: {
    read() {
      const kept = storage.read(OFFSET_KEY)
      return typeof kept === 'number' ? kept : 0
    },
    keep: milliseconds => void storage.write(OFFSET_KEY, milliseconds),
  },
  onEnded(reason) {
    if (reason === 'outdated') return outdated()
    session.end()
    sessionEndings.set(sessionEndings.get() + 1)
  },
})

/** Told when the county no longer knows this PC's session. */
export const onSessionEnded = (listener: () => void) => sessionEndings.subscribe(listener)

/** The county no longer takes what this program sends: the person is told once; the outbox keeps everything. */
function outdated(): void {
  if (!isOutdated) updateProgram()
  isOutdated = true
}
