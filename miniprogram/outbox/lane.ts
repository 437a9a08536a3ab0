import type { OutboxMeans, Sent } from './means'

/** Waits between attempts: 2 s, 4 s, … up to 5 minutes, each shortened at random so that phones do not come together. */
const FIRST_WAIT = 2_000
const LONGEST_WAIT = 5 * 60_000
/** After a change the sending waits a moment: what is changed again in it goes out once. */
const SOON = 1_200

/** Sends one kind of thing, one run at a time, and tries again by itself. */
export interface Lane {
  /** Sends in a moment. */
  nudge(): void
  /** Sends now; while it is sending already, once more afterwards. Answers when nothing is under way any more. */
  run(): Promise<void>
  isSending(): boolean
  lastWas(sent: Sent): boolean
  /** The county wants to be left alone for so long: nothing is sent before, whatever happens meanwhile. */
  leaveAlone(milliseconds: number): void
  close(): void
}

type LaneMeans = Pick<OutboxMeans, 'later' | 'random'>

export function makeLane(send: () => Promise<Sent>, means: LaneMeans, onChange: () => void): Lane {
  let running: Promise<void> | null = null
  let isWantedAgain = false
  let last: Sent = 'done'
  let failures = 0
  let cancel = () => {}
  let isLeftAlone = false
  let cancelLeave = () => {}

  const schedule = (milliseconds: number) => {
    cancel()
    cancel = means.later(milliseconds, () => void run())
  }
  const attempt = async () => {
    do {
      isWantedAgain = false
      last = await send()
    } while (isWantedAgain && last === 'done' && !isLeftAlone)
  }
  const finish = () => {
    running = null
    failures = last === 'unreachable' || last === 'later' ? failures + 1 : 0
    if (failures > 0 && !isLeftAlone)
      schedule(Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT) * (0.5 + means.random() / 2))
    onChange()
  }
  const run = () => {
    if (isLeftAlone && !running) return Promise.resolve()
    cancel()
    if (running) {
      isWantedAgain = true
      return running
    }
    running = attempt().finally(finish)
    onChange()
    return running
  }
  return {
    nudge: () => {
      // While attempts fail, the next one comes when it comes; a keystroke does not hurry a dead network.
      if (running) isWantedAgain = true
      else if (failures === 0 && !isLeftAlone) schedule(SOON)
    },
    run,
    isSending: () => running !== null,
    lastWas: sent => last === sent,
    leaveAlone(milliseconds) {
      cancelLeave()
      isLeftAlone = true
      // Phones that were all sent away at once do not come back at once. Not by the clock, which may be set meanwhile.
      cancelLeave = means.later(milliseconds * (1 + means.random() / 2), () => {
        isLeftAlone = false
        void run()
      })
    },
    close() {
      cancel()
      cancelLeave()
    },
  }
}
