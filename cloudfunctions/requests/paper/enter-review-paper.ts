import { type EnteredPaper, EnterReviewPaper } from '#shared/contract/office-contract'
import type { Rubric } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import { writeDecisions } from '../../repositories/assessment-reviews'
import type { StoredSheet } from '../../repositories/assessments'
import { type DecisionWrite, withDecisions } from '../../repositories/decision-changes'
import { readUploadTickets } from '../../repositories/upload-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { loadSheet, rubricOf } from '../assessment/load-sheet'
import { hasRepetition } from '../changes/settle-changes'
import { countedOf, loadRecordsOf } from '../records/load-records'
import { type Deciding, judgeDecision } from '../review/judge-decision'
import { loadDepartment } from '../review/load-department'
import { sheetState } from '../views/sheet-view'
import { enteredBefore, paperEntry, takePaperSheet } from './paper-sheet'

/** 代录 of a department's column for one unit: all of it or nothing, by one write. */
export const enterReviewPaper = defineRequest('paper.enter-review', {
  interactive: false,
  schema: EnterReviewPaper,
  load: (input: EnterReviewPaper) => ({
    ...loadSheet(input),
    ...loadDepartment(input),
    tickets: readUploadTickets(input.sheets),
    records: loadRecordsOf(input.cycleId, [input.unitId]),
  }),
  permit: permissions['paper.enter-review'],
  repeated: async ({ input, loaded }) => {
    const before = await enteredBefore(loaded.assessment._id, input)
    return before && !(before instanceof Refusal) ? entered(input, before, await rubricOf(before)) : null
  },
  act: async scene => {
    const { input, loaded, asker, now } = scene
    const { cycle, assessment } = loaded
    const { decisions, departmentId, unitId } = input
    const isOneSheet = decisions.every(decision => decision.unitId === unitId)
    if (!isOneSheet || hasRepetition(decisions)) return refuse('call.invalid-input', { field: '部室评分' })
    const rubric = await rubricOf(assessment)
    const before = await enteredBefore(assessment._id, input)
    if (before) return before instanceof Refusal ? before : entered(input, before, rubric)

    const writes = writesOf(input, assessment, {
      departmentId,
      cycle,
      rubric,
      records: countedOf(unitId, loaded.records),
      held: loaded.held,
      asker,
      now,
      fromPaper: true,
    })
    if (writes instanceof Refusal) return writes
    const sheet = await takePaperSheet(scene, departmentId)
    if (sheet instanceof Refusal) return sheet
    const entry = paperEntry(scene, `paper.review:${departmentId}`, { items: decisions.length })
    if (!(await writeDecisions(assessment, writes, now, { sheet, entry }))) return refuse('server.busy')
    return entered(input, withDecisions(assessment, writes), rubric)
  },
})

/** Every 定分 of the column, or why the first that cannot be written cannot. */
function writesOf(
  { decisions }: EnterReviewPaper,
  assessment: StoredSheet,
  deciding: Deciding,
): DecisionWrite[] | Refusal {
  const writes: DecisionWrite[] = []
  for (const decision of decisions) {
    const judgement = judgeDecision(decision, assessment, deciding)
    if ('refused' in judgement) return new Refusal(judgement.refused)
    if ('stale' in judgement) return new Refusal(judgement.stale)
    writes.push(judgement.write)
  }
  return writes
}

function entered({ decisions }: EnterReviewPaper, assessment: StoredSheet, rubric: Rubric): EnteredPaper {
  return { entered: decisions.length, state: sheetState(assessment, rubric) }
}
