import { lookAtItem } from '#shared/content/look-at'
import {
  SaveAssessment,
  type SavedAssessment,
  type SelfScoreChange,
  type SelfScoreView,
} from '#shared/contract/assessment-contract'
import { findItem } from '#shared/rubric/rubric'
import type { Actor } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { chairs } from '../../permissions/roles'
import {
  type SelfScoreWindow,
  type SelfScoreWrite,
  withSelfScores,
  writeSelfScores,
} from '../../repositories/assessment-self-scores'
import { readWithHistory, type StoredSheet } from '../../repositories/assessments'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import {
  type ChangeKind,
  hasRepetition,
  repeatedVerdicts,
  type Settled,
  settleChanges,
} from '../changes/settle-changes'
import { readingOf } from '../views/reading'
import { seesScores, sheetItem, sheetState, sheetSummary } from '../views/sheet-view'
import { judgeSelfScore } from './judge-self-score'
import { loadSheet, rubricOf } from './load-sheet'
import { type SeenSheet, sheetAbilities } from './sheet'

type SettledSheet = Settled<StoredSheet, SelfScoreView | null>
type Saving = Omit<SeenSheet, 'unit' | 'assessment' | 'records'>

/** All pending changes of one sheet, each with its own verdict: two round trips in sequence, four on a collision. */
export const saveAssessment = defineRequest('assessment.save', {
  interactive: true,
  schema: SaveAssessment,
  load: loadSheet,
  permit: permissions['assessment.save'],
  // The answer was lost, the chair has submitted since: what was saved then is told so, the rest is too late.
  repeated: async ({ input: { changes }, loaded: { cycle, assessment, held }, asker, now }, refusal) => {
    const sheet = await readWithHistory(assessment._id)
    const verdicts = sheet && repeatedVerdicts<SelfScoreView | null>(changes, sheet.history, refusal)
    if (!verdicts) return null
    return savedAssessment({ cycle, held, rubric: await rubricOf(sheet), asker, now }, changes, { sheet, verdicts })
  },
  act: async ({ input: { changes }, loaded: { cycle, assessment, held }, asker, now }) => {
    if (hasRepetition(changes)) return refuse('call.invalid-input', { field: '修改' })
    const saving = { cycle, held, rubric: await rubricOf(assessment), asker, now }
    const settled = await settleChanges(selfScoresOf(saving, assessment._id), changes, assessment)
    return settled instanceof Refusal ? settled : savedAssessment(saving, changes, settled)
  },
})

function selfScoresOf(
  saving: Saving,
  sheetId: string,
): ChangeKind<SelfScoreChange, StoredSheet, SelfScoreView | null, SelfScoreWrite> {
  const { cycle, asker, now } = saving
  return {
    judge: (change, sheet) => judgeSelfScore(change, sheet, saving),
    revisionOf: write => write.after.revision,
    write: (sheet, writes) => writeSelfScores(sheetId, writes, windowFor(sheet, asker, now)),
    withWrites: withSelfScores,
    readWithHistory: () => readWithHistory(sheetId),
    mayStill: assessment => permissions['assessment.save'].when(asker, { cycle, assessment }, now),
  }
}

function windowFor({ stage, unitId }: StoredSheet, asker: Actor, at: number): SelfScoreWindow {
  if (stage === 'submitted') return { kind: 'supplements', at }
  return { kind: 'sheet', stages: chairs(asker, unitId) ? ['filling', 'awaiting-chair'] : ['filling'], at }
}

function savedAssessment(
  saving: Saving,
  changes: readonly SelfScoreChange[],
  { sheet, verdicts }: SettledSheet,
): SavedAssessment {
  const { cycle, rubric, asker } = saving
  const look = readingOf(asker, sheet.unitId, saving.held)
  const scoresShown = seesScores(asker, cycle, sheet.unitId)
  return {
    verdicts,
    items: Object.fromEntries(
      changes.flatMap(({ itemId }) => {
        const item = findItem(rubric, itemId)
        const assessed = sheet.items[itemId]
        return item ? [[itemId, sheetItem(item, assessed && lookAtItem(assessed, itemId, look), scoresShown)]] : []
      }),
    ),
    state: sheetState(sheet, rubric),
    stage: sheet.stage,
    summary: sheetSummary(sheet, scoresShown),
    abilities: sheetAbilities({ ...saving, assessment: sheet }),
  }
}
