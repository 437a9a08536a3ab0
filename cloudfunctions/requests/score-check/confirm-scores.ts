import { isDoubtOpen } from '#shared/assessment/score-doubt'
import { decidedCount } from '#shared/assessment/unit-state'
import { ConfirmScores } from '#shared/contract/score-check-contract'
import { itemsOf } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import { writeStage } from '../../repositories/assessment-score-check'
import { defineRequest } from '../../request-pipeline/define-request'
import { type Refusal, refuse } from '../../request-pipeline/refusal'
import { loadWholeSheet } from '../assessment/move-sheet'
import { repeatedUnitStep, type Standing, unitEntry, unitStep } from './unit-step'

/** 「没有疑问」: the unit has looked at every score and reason, and the sheet is 已核对. */
export const confirmScores = defineRequest('score-check.confirm', {
  interactive: true,
  schema: ConfirmScores,
  load: loadWholeSheet,
  permit: permissions['score-check.confirm'],
  repeated: repeatedUnitStep,
  act: scene =>
    unitStep(scene, permissions['score-check.confirm'], standing => {
      const { assessment } = standing
      const refusal = refuseUnclear(standing)
      if (refusal) return refusal
      const entry = unitEntry(scene, stageChange('submitted', 'checked'))
      return {
        after: { ...assessment, stage: 'checked' },
        write: () => writeStage(assessment._id, 'checked', entry),
      }
    }),
})

/** Takes it back, as long as scores are checked. */
export const takeBackConfirmation = defineRequest('score-check.take-back', {
  interactive: true,
  schema: ConfirmScores,
  load: loadWholeSheet,
  permit: permissions['score-check.take-back'],
  repeated: repeatedUnitStep,
  act: scene =>
    unitStep(scene, permissions['score-check.take-back'], ({ assessment }) => {
      const entry = unitEntry(scene, stageChange('checked', 'submitted'))
      return {
        after: { ...assessment, stage: 'submitted' },
        write: () => writeStage(assessment._id, 'submitted', entry),
      }
    }),
})

const stageChange = (from: string, to: string) => ({ itemId: null, part: 'stage', revision: 0, from, to })

/** A score that is not there, or that is doubted, is not one without 疑问. */
function refuseUnclear({ assessment, rubric }: Standing): Refusal | null {
  const open = itemsOf(rubric).filter(({ id }) => isDoubtOpen(assessment.items[id]))
  if (open.length > 0) return refuse('score-check.doubts-open', { numbers: open.map(({ number }) => number) })
  return decidedCount(assessment.summary) === itemsOf(rubric).length ? null : refuse('score-check.not-scored')
}
