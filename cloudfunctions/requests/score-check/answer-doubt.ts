import { assessmentId } from '#shared/assessment/assessment'
import { lookAtItem } from '#shared/content/look-at'
import { type AnsweredScoreDoubt, AnswerScoreDoubt } from '#shared/contract/score-check-contract'
import type { Rubric } from '#shared/rubric/rubric'
import type { Actor } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { type ReviewedRow, readReviewedRow } from '../../repositories/assessment-reviews'
import { withDoubt, writeDoubt } from '../../repositories/assessment-score-check'
import { readWithHistory } from '../../repositories/assessments'
import { type HeldTexts, readHeldTexts } from '../../repositories/content-checks'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { Refusal } from '../../request-pipeline/refusal'
import { rubricOf } from '../assessment/load-sheet'
import { countedOf, loadRecordsOf } from '../records/load-records'
import { loadDepartment } from '../review/load-department'
import { decisionView } from '../review/review-views'
import { readingOf } from '../views/reading'
import { scoreDoubtView, selfScoreView, sheetState } from '../views/sheet-view'
import { judgeAnswer } from './judge-answer'
import { takenBefore, takeStep } from './take-step'

/** Answers a 疑问: 维持 with words, or another 定分. The unit is told by the clock. */
export const answerScoreDoubt = defineRequest('score-check.answer', {
  interactive: true,
  schema: AnswerScoreDoubt,
  load: (input: AnswerScoreDoubt) => ({
    ...loadDepartment(input),
    records: loadRecordsOf(input.cycleId, [input.unitId]),
    held: readHeldTexts(assessmentId(input.cycleId, input.unitId)),
    row: needed(readReviewedRow(assessmentId(input.cycleId, input.unitId), [input.itemId]), 'assessment.unknown'),
  }),
  permit: permissions['score-check.answer'],
  repeated: async ({ input, loaded: { row, held }, asker }) => {
    const current = await readWithHistory(row._id)
    const isTaken = current && takenBefore({ operationId: input.operationId, body: input }, current.history) === 'taken'
    return isTaken ? answered(input, current, await rubricOf(current), { asker, held }) : null
  },
  act: async ({ input, loaded: { cycle, row, records, held }, asker, now }) => {
    const rubric = await rubricOf(row)
    const { departmentId, unitId, operationId } = input
    const deciding = { departmentId, cycle, rubric, records: countedOf(unitId, records), held, asker, now }
    const taken = await takeStep<ReviewedRow>({
      ...{ sheet: row, operationId, body: input },
      judge: sheet => {
        const write = judgeAnswer(input, sheet, deciding)
        if (write instanceof Refusal) return write
        return { after: withDoubt(sheet, write), write: () => writeDoubt(sheet, write) }
      },
      readWithHistory: () => readWithHistory(row._id),
    })
    return taken instanceof Refusal ? taken : answered(input, taken, rubric, { asker, held })
  },
})

function answered(
  { itemId, departmentId }: AnswerScoreDoubt,
  sheet: ReviewedRow,
  rubric: Rubric,
  { asker, held }: { asker: Actor; held: HeldTexts },
): AnsweredScoreDoubt {
  const look = readingOf(asker, sheet.unitId, held)
  const { self, reviews, doubt } = lookAtItem(sheet.items[itemId] ?? {}, itemId, look)
  const decision = reviews?.[departmentId]
  return {
    item: {
      self: self ? selfScoreView(self) : null,
      decision: decision ? decisionView(decision) : null,
      ...(doubt ? { doubt: scoreDoubtView(doubt) } : {}),
    },
    state: sheetState(sheet, rubric),
  }
}
