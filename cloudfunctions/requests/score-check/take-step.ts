import type { HistoryEntry } from '#shared/assessment/assessment'
import { bodyHash } from '../../infrastructure/canonical-json'
import { type Refusal, refuse } from '../../request-pipeline/refusal'

/** One change of one sheet: how it is judged, and what is written where it may be. */
export interface Step<Sheet> {
  sheet: Sheet
  operationId: string
  /** What was asked, whole: one operation id carries one body. */
  body: object
  judge: (sheet: Sheet) => { after: Sheet; write: () => Promise<boolean> } | Refusal
  readWithHistory: () => Promise<(Sheet & { history: HistoryEntry[] }) | null>
}

/**
 * Takes the step once, however often it is delivered: the sheet as it then stands. One round trip beside the load; where
 * something has moved or the step is refused, one more finds out whether it was taken before, and it is judged again.
 */
export async function takeStep<Sheet>(step: Step<Sheet>): Promise<Sheet | Refusal> {
  let { sheet } = step
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const judged = step.judge(sheet)
    if ('write' in judged && (await judged.write())) return judged.after
    const current = await step.readWithHistory()
    if (!current) return refuse('assessment.unknown')
    const before = takenBefore(step, current.history)
    if (before) return before === 'taken' ? current : refuse('operation.reused')
    if ('problem' in judged) return judged
    sheet = current
  }
  return refuse('server.busy')
}

/** Whether the history holds this very step, or its id with another body. */
export function takenBefore(
  { operationId, body }: Pick<Step<unknown>, 'operationId' | 'body'>,
  history: readonly HistoryEntry[],
): 'taken' | 'reused' | null {
  const applied = history.find(entry => entry.operationId === operationId)
  if (!applied) return null
  return applied.bodyHash === bodyHash(body) ? 'taken' : 'reused'
}
