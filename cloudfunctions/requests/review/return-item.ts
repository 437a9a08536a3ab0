import type { HistoryEntry, SupplementRequest } from '#shared/assessment/assessment'
import { isSupplementOpen } from '#shared/assessment/summarize'
import { ReturnItem } from '#shared/contract/review-contract'
import { findItem } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import { askForSupplement } from '../../repositories/assessment-reviews'
import { readWithHistory, type StoredSheet } from '../../repositories/assessments'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { historyEntry } from '../assessment/history-entry'
import { loadSheet, rubricOf } from '../assessment/load-sheet'
import { sheetState } from '../views/sheet-view'
import { loadDepartment } from './load-department'

/** 请补充: asks the unit to supply something for one item, with a reason and until when. */
export const returnItem = defineRequest('review.return', {
  interactive: true,
  schema: ReturnItem,
  load: (input: ReturnItem) => ({ ...loadSheet(input), ...loadDepartment(input) }),
  permit: permissions['review.return'],
  act: async ({ input, loaded, asker, now }) => {
    const { departmentId, itemId, operationId, reason, until } = input
    const rubric = await rubricOf(loaded.assessment)
    const item = findItem(rubric, itemId)
    if (!item) return refuse('item.unknown')
    if (item.department !== departmentId) return refuse('permission.denied')
    if (until <= now) return refuse('supplement.until-past')

    const supplement: SupplementRequest = { departmentId, reason, until, at: now }
    const answer = (sheet: StoredSheet, asked: SupplementRequest) => ({
      supplement: asked,
      state: sheetState(sheet, rubric),
    })
    let sheet: StoredSheet = loaded.assessment
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const before = sheet.items[itemId]?.supplement ?? null
      const entry = historyEntry(asker, now, {
        operationId,
        body: input,
        itemId,
        part: 'supplement',
        revision: 0,
        from: before,
        to: supplement,
      })
      if (await askForSupplement(sheet, itemId, supplement, entry))
        return answer(asking(sheet, itemId, supplement), supplement)
      const current = await readWithHistory(sheet._id)
      if (!current) return refuse('assessment.unknown')
      const applied = current.history.find(done => done.operationId === operationId)
      if (applied)
        return repeated(applied, entry)
          ? answer(current, current.items[itemId]?.supplement ?? supplement)
          : refuse('operation.reused')
      const verdict = permissions['review.return'].when(asker, { ...loaded, assessment: current }, now)
      if (verdict !== true) return new Refusal(verdict)
      sheet = current
    }
    return refuse('server.busy')
  },
})

function repeated(applied: HistoryEntry, entry: HistoryEntry): boolean {
  return applied.bodyHash === entry.bodyHash
}

/** The sheet as it stands once it is asked; asking again while it is open counts once. */
function asking(sheet: StoredSheet, itemId: string, supplement: SupplementRequest): StoredSheet {
  const assessed = sheet.items[itemId]
  const supplementsOpen = sheet.summary.supplementsOpen + (isSupplementOpen(assessed) ? 0 : 1)
  return {
    ...sheet,
    items: { ...sheet.items, [itemId]: { ...assessed, supplement } },
    summary: { ...sheet.summary, supplementsOpen },
  }
}
