import type { Instant } from '#shared/assessment/assessment'

/** One go of a step. */
export interface Turn {
  now: Instant
  /** Where the go before stopped, in the step's own words; null at its beginning. */
  cursor: string | null
  /** Whether another go would still fit into this invocation. */
  isTimeLeft: () => boolean
}

/**
 * Something that the clock does every few minutes. It may run late, twice, two at once or die half way: a step finds
 * by itself what is to be done, claims it by a guarded write where doing it twice would matter, and changes nothing
 * where all is done.
 */
export interface Step {
  name: string
  /** At most 50 documents. Answers where to go on, or null where nothing is left for now. */
  run: (turn: Turn) => Promise<string | null>
}
