import { parsePoints } from '#shared/scoring/points'
import type { Answer } from '#shared/scoring/tally'

/** How people write 不涉及 into a narrow column, and what is quick to type for it. */
const notApplicable = new Set(['不涉及', '不', '/', '／'])

/** What the score column of one row says; `unreadable` for anything that is neither a number nor 不涉及. */
export function readWritten(written: string): Answer | 'unreadable' {
  const text = written.trim()
  if (text === '') return null
  if (notApplicable.has(text)) return 'not-applicable'
  const score = parsePoints(text)
  return score === null ? 'unreadable' : { score }
}
