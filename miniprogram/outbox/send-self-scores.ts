import type { SelfScoreChange } from '#shared/contract/assessment-contract'
import type { SheetKey } from './box'
import { fateOf, isOfTheContent } from './fate'
import type { OpenBox, Sent } from './means'
import { freezeSelfScores, hasSendableSelfScores, judgeSelfScore, MOST_CHANGES, refuseSelfScores } from './self-scores'
import { partsOf } from './sheet-key'

/** Sends one sheet's changes, then those that waited behind them, until none is left that could be sent. */
export async function sendSelfScores(open: OpenBox, sheetKey: SheetKey): Promise<Sent> {
  const { means } = open
  const { cycleId, unitId } = partsOf(sheetKey)
  let most = MOST_CHANGES
  while (hasSendableSelfScores(open.box(), sheetKey)) {
    if (open.isClosed()) return 'held'
    let changes: SelfScoreChange[] = []
    // Persisted before it is sent: after a kill, the same operations go out again, and the county knows them.
    open.change(box => {
      const frozen = freezeSelfScores(box, sheetKey, means.newId, most)
      changes = frozen.changes
      return frozen.box
    })
    if (changes.length === 0) return 'done'
    const asked = await means.ask('assessment.save', { cycleId, unitId, changes })
    if (!asked.ok) {
      const fate = fateOf(asked.problem)
      if (fate) return fate
      if (changes.length > 1 && isOfTheContent(asked.problem)) {
        most = 1
        continue
      }
      open.change(box => refuseSelfScores(box, sheetKey, changes, asked.problem))
      continue
    }
    const { verdicts } = asked.output
    // Pages first: a kill in between only makes the phone ask for the same verdicts again.
    means.onSaved(sheetKey, asked.output, asked.serverTime)
    open.change(box => {
      const judged = verdicts.reduce((rest, verdict) => judgeSelfScore(rest, sheetKey, verdict), box)
      return verdicts.some(({ kind }) => kind === 'saved') ? { ...judged, receivedAt: asked.serverTime } : judged
    })
    const undecided = changes.some(
      ({ operationId }) => !verdicts.some(v => v.operationId === operationId && isFinal(v)),
    )
    if (undecided) return 'later'
  }
  return 'done'
}

function isFinal(verdict: { kind: 'saved' | 'stale' } | { kind: 'refused'; problem: { retryable: boolean } }): boolean {
  return verdict.kind !== 'refused' || !verdict.problem.retryable
}
