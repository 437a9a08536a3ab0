import { findItem, itemsOf, type Rubric } from '../rubric/rubric'
import { type Answer, addAnswer, emptyTally, type Tally } from '../scoring/tally'
import type { AssessedItem, Assessment, Decision, SelfScore, Summary } from './assessment'

/** What the 自评 of an item answers; null while it is not filled. */
export function selfAnswer(self: Pick<SelfScore, 'score' | 'notApplicable'> | undefined): Answer {
  if (!self) return null
  if (self.notApplicable !== null) return 'not-applicable'
  return self.score === null ? null : { score: self.score }
}

/** What a 定分 answers; null while the department has not decided. */
export function decisionAnswer(decision: Pick<Decision, 'score' | 'notApplicableAgreed'> | undefined): Answer {
  if (!decision) return null
  if (decision.notApplicableAgreed) return 'not-applicable'
  return decision.score === null ? null : { score: decision.score }
}

/** The figures of a sheet computed from its items. Writes change the stored ones by the difference; this is their truth. */
export function summarize(rubric: Rubric, sheet: Pick<Assessment, 'items' | 'materials'>): Summary {
  let self: Tally = emptyTally
  const byDepartment: Record<string, Tally> = {}
  let supplementsOpen = 0
  for (const [itemId, assessed] of Object.entries(sheet.items)) {
    const item = findItem(rubric, itemId)
    if (!item) continue
    self = addAnswer(self, item.points, selfAnswer(assessed.self))
    for (const [departmentId, decision] of Object.entries(assessed.reviews ?? {})) {
      byDepartment[departmentId] = addAnswer(
        byDepartment[departmentId] ?? emptyTally,
        item.points,
        decisionAnswer(decision),
      )
    }
    if (isSupplementOpen(assessed)) supplementsOpen += 1
  }
  return { self, byDepartment, supplementsOpen, materials: Object.keys(sheet.materials).length }
}

export function isSupplementOpen(assessed: AssessedItem | undefined): boolean {
  return assessed?.supplement !== undefined && assessed.supplement.answeredAt === undefined
}

/** How many items each department decides in this annex. */
export function itemsByDepartment(rubric: Rubric): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of itemsOf(rubric)) counts[item.department] = (counts[item.department] ?? 0) + 1
  return counts
}
