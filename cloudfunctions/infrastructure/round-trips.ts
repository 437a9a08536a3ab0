import { AsyncLocalStorage } from 'node:async_hooks'

interface Counter {
  /** Round trips one after the other: calls that run side by side count once. */
  sequence: number
  finished: number
}

const current = new AsyncLocalStorage<Counter>()

/** Runs one invocation and says how many round trips it made in sequence. */
export async function countingRoundTrips<Result>(
  run: () => Promise<Result>,
): Promise<{ result: Result; roundTrips: number }> {
  const counter: Counter = { sequence: 0, finished: 0 }
  const result = await current.run(counter, run)
  return { result, roundTrips: counter.sequence }
}

/** One call to the database or to storage. It comes after all calls that had finished when it began. */
export async function roundTrip<Result>(call: () => Promise<Result>): Promise<Result> {
  const counter = current.getStore()
  if (!counter) return call()
  const place = counter.finished + 1
  counter.sequence = Math.max(counter.sequence, place)
  try {
    return await call()
  } finally {
    counter.finished = Math.max(counter.finished, place)
  }
}
