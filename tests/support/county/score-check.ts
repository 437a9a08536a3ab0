import type { AssessedItem, Assessment } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import { itemsOf } from '#shared/rubric/rubric'
import { storedDecision } from './decisions'
import { filledSheet, rubricOf } from './sheets'

const signature = { name: '主席', memberId: 'm-2', at: 1 }

/** A township's sheet as 得分核对 finds it: every item at its maximum and decided, the departments' time over. */
export function scoredSheet(changed: Record<string, Partial<AssessedItem>> = {}): Partial<Assessment> {
  const rubric = rubricOf('township')
  const { items } = filledSheet('township')
  for (const { id, department, points } of itemsOf(rubric))
    items[id] = { ...items[id], reviews: { [department]: storedDecision(points) }, ...changed[id] }
  return {
    items,
    summary: summarize(rubric, { items, materials: {} }),
    stage: 'submitted',
    submission: { signature, late: false },
    reviewOpenUntil: Date.now() - 1,
    openedBy: Object.fromEntries(itemsOf(rubric).map(({ department }) => [department, 1])),
    ...{ materials: {}, paperSheets: [], history: [], untold: null },
  }
}
