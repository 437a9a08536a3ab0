/** One line about one invocation. Holds no names, ids of people or contents: a request id joins it to a complaint. */
export interface LogLine {
  request: string
  /** `ok`, or the code of the refusal. */
  outcome: string
  via: 'mini-program' | 'http'
  milliseconds: number
  roundTrips: number
  requestId: string
}

export function log(line: LogLine): void {
  console.log(JSON.stringify(line))
}

/** One line about one step of the clock. */
export function logStep(line: { step: string; outcome: string; milliseconds: number }): void {
  console.log(JSON.stringify(line))
}

/** What went wrong inside, for the log alone; the caller gets `server.failed` and the request id. */
export function logFailure(requestId: string, failure: unknown): void {
  const stack = failure instanceof Error ? failure.stack : String(failure)
  console.error(JSON.stringify({ requestId, failure: stack?.slice(0, 2000) }))
}
