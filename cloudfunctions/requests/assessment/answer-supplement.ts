import { isSupplementOpen } from '#shared/assessment/summarize'
import { AnswerSupplement } from '#shared/contract/assessment-contract'
import { findItem } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import { readWithHistory, type StoredSheet, answerSupplement as writeAnswer } from '../../repositories/assessments'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { historyEntry } from './history-entry'
import { rubricOf } from './load-sheet'
import { loadWholeSheet } from './move-sheet'
import { sheetOf } from './sheet'

/** 补交好了: the unit says that it has supplied what a department asked for. */
export const answerSupplement = defineRequest('assessment.supplement', {
  interactive: true,
  schema: AnswerSupplement,
  load: loadWholeSheet,
  permit: permissions['assessment.supplement'],
  act: async ({ input, loaded, asker, now }) => {
    const { itemId, operationId } = input
    const { assessment } = loaded
    const rubric = await rubricOf(assessment)
    const item = findItem(rubric, itemId)
    if (!item) return refuse('item.unknown')
    const { number } = item
    const assessed = assessment.items[itemId]
    const supplement = assessed?.supplement
    if (!supplement || !isSupplementOpen(assessed)) {
      const current = await readWithHistory(assessment._id)
      const isRepeated = current?.history.some(entry => entry.operationId === operationId && entry.itemId === itemId)
      return isRepeated ? sheetOf({ ...loaded, rubric, asker, now }) : refuse('supplement.not-asked', { number })
    }
    if (now > supplement.until) return refuse('supplement.closed', { number })
    const entry = historyEntry(asker, now, {
      operationId,
      body: input,
      itemId,
      part: 'supplement',
      revision: 0,
      from: supplement,
      to: 'answered',
    })
    if (!(await writeAnswer(assessment, itemId, supplement, now, entry))) return refuse('server.busy')
    return sheetOf({ ...loaded, assessment: withAnswer(assessment, itemId, now), rubric, asker, now })
  },
})

function withAnswer(assessment: StoredSheet, itemId: string, answeredAt: number): StoredSheet {
  const { items, summary } = assessment
  const assessed = items[itemId]
  if (!assessed?.supplement) return assessment
  return {
    ...assessment,
    items: { ...items, [itemId]: { ...assessed, supplement: { ...assessed.supplement, answeredAt } } },
    summary: { ...summary, supplementsOpen: summary.supplementsOpen - 1 },
  }
}
