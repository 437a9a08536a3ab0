import type { UploadOutcome } from '../../../miniprogram/platform/capabilities'
import { withStallLimit } from '../../../miniprogram/platform/stall-limit'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

/** An upload that ends only when it is told to. */
function begin() {
  let moved = () => {}
  let end: (outcome: UploadOutcome) => void = () => {}
  const abort = jest.fn()
  const running = withStallLimit(onMove => {
    moved = onMove
    return { outcome: new Promise(resolve => (end = resolve)), abort }
  })
  return { running, abort, moved: () => moved(), end: (outcome: UploadOutcome) => end(outcome) }
}

test('an upload that moves may take ten minutes', async () => {
  const { running, abort, moved, end } = begin()
  for (let step = 0; step < 40; step += 1) {
    jest.advanceTimersByTime(15_000)
    moved()
  }
  end('uploaded')
  expect(await running.outcome).toBe('uploaded')
  expect(abort).not.toHaveBeenCalled()
  expect(jest.getTimerCount()).toBe(0)
})

test('one that has not moved for 30 seconds is aborted, whether the machine says so or not', async () => {
  const { running, abort, moved } = begin()
  jest.advanceTimersByTime(29_999)
  expect(abort).not.toHaveBeenCalled()
  moved()
  jest.advanceTimersByTime(29_999)
  expect(abort).not.toHaveBeenCalled()
  jest.advanceTimersByTime(1)
  expect(abort).toHaveBeenCalledTimes(1)
  expect(await running.outcome).toBe('unreachable')
})

test('aborting by hand ends it at once', async () => {
  const { running, abort } = begin()
  running.abort()
  expect(await running.outcome).toBe('unreachable')
  expect(abort).toHaveBeenCalledTimes(1)
})
