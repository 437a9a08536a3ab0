import type { Instant } from '../assessment/assessment'
import type { Problem } from '../errors/problems'
import type { RequestInput, RequestName, RequestOutput } from './api-contract'

/** What a client sends: as the data of `wx.cloud.callFunction`, or as the JSON body of `POST /api`. */
export interface Call<Name extends RequestName = RequestName> {
  request: Name
  input: RequestInput<Name>
  contractVersion: number
  /** Random; joins a person's complaint to the log line. */
  requestId: string
}

interface ReplyBase {
  requestId: string
  /** By the server's clock, so that a phone can say how long is left whatever its own clock shows. */
  serverTime: Instant
  oldestContractVersion: number
}

/** What comes back: the output, or why not. Always JSON, never a stack trace. */
export type Reply<Name extends RequestName = RequestName> =
  | (ReplyBase & { ok: true; output: RequestOutput<Name> })
  /** `retryAfter` comes with a refusal that may pass: so many milliseconds the caller leaves the county alone. */
  | (ReplyBase & { ok: false; problem: Problem; retryAfter?: number })
