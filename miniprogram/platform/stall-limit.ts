import type { RunningUpload, UploadOutcome } from './capabilities'

/** A network that is barely there may need minutes for a picture; one that moves nothing for so long is gone. */
const LONGEST_STALL = 30_000

/**
 * Gives up an upload that has made no progress for 30 seconds, however long it has run. `start` is told whom to call at
 * each progress, and answers the upload that then runs.
 */
export function withStallLimit(start: (moved: () => void) => RunningUpload): RunningUpload {
  let timer: ReturnType<typeof setTimeout> | undefined
  let giveUp = () => {}
  const stalled = new Promise<UploadOutcome>(resolve => {
    giveUp = () => resolve('unreachable')
  })
  const moved = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      giveUp()
      running.abort()
    }, LONGEST_STALL)
  }
  const running = start(moved)
  moved()
  const abort = () => {
    giveUp()
    running.abort()
  }
  return { outcome: Promise.race([running.outcome, stalled]).finally(() => clearTimeout(timer)), abort }
}
