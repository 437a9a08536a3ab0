import { SaveAssessment, type SavedAssessment, type SelfScoreChange } from '#shared/contract/assessment-contract'
import { findItem } from '#shared/rubric/rubric'
import type { Actor } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { chairs } from '../../permissions/roles'
import { type SelfScoreWindow, withSelfScores, writeSelfScores } from '../../repositories/assessment-self-scores'
import { readWithHistory, type StoredSheet } from '../../repositories/assessments'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { seesScores, sheetItem, sheetState, sheetSummary } from '../views/sheet-view'
import { loadSheet, rubricOf } from './load-sheet'
import { hasRepetition, planSelfScores, repeatedVerdict, type SelfVerdict, savedVerdict } from './plan-self-scores'
import { type SeenSheet, sheetAbilities } from './sheet'

/**
 * Saves all changes of one sheet that can be saved, each with its own verdict. Load, write: two round trips. Only where
 * the write finds that something has moved, the sheet is read with its history, each change is judged again, and what
 * remains is written once more: four.
 */
export const saveAssessment = defineRequest('assessment.save', {
  interactive: true,
  schema: SaveAssessment,
  load: loadSheet,
  permit: permissions['assessment.save'],
  repeated: async ({ input: { changes }, loaded, asker, now }, refusal) => {
    const current = await readWithHistory(loaded.assessment._id)
    const verdicts = changes.map((change): SelfVerdict => {
      const { operationId, itemId } = change
      const applied = current?.history.find(entry => entry.operationId === operationId)
      return applied ? repeatedVerdict(change, applied) : { kind: 'refused', operationId, itemId, problem: refusal }
    })
    if (!current || verdicts.every(verdict => verdict.kind === 'refused')) return null
    const seen = { cycle: loaded.cycle, assessment: current, rubric: await rubricOf(current), asker, now }
    return savedAssessment(seen, changes, verdicts)
  },
  act: async ({ input: { changes }, loaded: { cycle, assessment }, asker, now }) => {
    if (hasRepetition(changes)) return refuse('call.invalid-input', { field: '修改' })
    const rubric = await rubricOf(assessment)
    const making = { assessment, rubric, asker, now }

    const first = planSelfScores(changes, making, null)
    const [isWritten, history] = await Promise.all([
      write(assessment, first.writes, asker, now),
      first.unclear.length > 0 ? readWithHistory(assessment._id).then(read => read?.history ?? []) : [],
    ])
    // What was applied before was applied before this sheet was loaded, so this history already tells.
    const told = planSelfScores(first.unclear, making, history)
    if (isWritten) {
      const written = withSelfScores(assessment, first.writes)
      const verdicts = [...first.verdicts, ...first.writes.map(savedVerdict), ...told.verdicts]
      return savedAssessment({ cycle, assessment: written, rubric, asker, now }, changes, verdicts)
    }

    const current = await readWithHistory(assessment._id)
    if (!current) return refuse('assessment.unknown')
    const verdict = permissions['assessment.save'].when(asker, { cycle, assessment: current }, now)
    const second = planSelfScores(changes, { ...making, assessment: current }, current.history)
    if (verdict !== true && second.writes.length > 0) return refuse('server.busy')
    if (!(await write(current, second.writes, asker, now))) return refuse('server.busy')
    return savedAssessment({ cycle, assessment: withSelfScores(current, second.writes), rubric, asker, now }, changes, [
      ...second.verdicts,
      ...second.writes.map(savedVerdict),
    ])
  },
})

async function write(
  assessment: StoredSheet,
  writes: Parameters<typeof writeSelfScores>[1],
  asker: Actor,
  at: number,
): Promise<boolean> {
  return writes.length === 0 || writeSelfScores(assessment._id, writes, windowFor(assessment, asker, at))
}

function windowFor({ stage, unitId }: StoredSheet, asker: Actor, at: number): SelfScoreWindow {
  if (stage === 'submitted') return { kind: 'supplements', at }
  return { kind: 'sheet', stages: chairs(asker, unitId) ? ['filling', 'awaiting-chair'] : ['filling'], at }
}

function savedAssessment(
  seen: Omit<SeenSheet, 'unit'>,
  changes: readonly SelfScoreChange[],
  verdicts: SelfVerdict[],
): SavedAssessment {
  const { cycle, assessment, rubric, asker } = seen
  const scoresShown = seesScores(asker, cycle, assessment.unitId)
  const place = new Map(changes.map(({ operationId }, index) => [operationId, index]))
  return {
    verdicts: verdicts.sort((a, b) => (place.get(a.operationId) ?? 0) - (place.get(b.operationId) ?? 0)),
    items: Object.fromEntries(
      changes.flatMap(({ itemId }) => {
        const item = findItem(rubric, itemId)
        return item ? [[itemId, sheetItem(item, assessment.items[itemId], scoresShown)]] : []
      }),
    ),
    state: sheetState(assessment, rubric),
    stage: assessment.stage,
    summary: sheetSummary(assessment, scoresShown),
    abilities: sheetAbilities(seen),
  }
}
