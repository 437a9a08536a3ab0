import type { EnteredPaper } from '#shared/contract/office-contract'
import type { Problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import type { Entry, SentEntry } from './entry'

/** What became of a sheet: the county has it, or why not and what of the entry remains. */
export type SentFate = { entered: EnteredPaper } | { problem: Problem; entry: Entry }

/**
 * Sends a sheet whose copy is already kept. Where the county may or may not have taken it, the copy stays frozen, to be
 * sent again as it is; a refusal thaws it, and pages whose upload has expired have to be attached anew.
 */
export async function sendEntry(entry: Entry, sent: SentEntry): Promise<SentFate> {
  const asked =
    sent.request === 'paper.enter-self' ? await ask(sent.request, sent.input) : await ask(sent.request, sent.input)
  if (asked.ok) return { entered: asked.output }
  const { problem } = asked
  if (problem.retryable) return { problem, entry: { ...entry, sent } }
  const sheets = problem.code === 'material.ticket-unknown' ? [] : entry.sheets
  return { problem, entry: { ...entry, sheets, sent: null } }
}
