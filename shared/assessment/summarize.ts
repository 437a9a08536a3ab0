import { type DepartmentId, itemsOf, type Rubric } from '../rubric/rubric'
import type { Hundredths } from '../scoring/points'
import { type Answer, type Tally, tallyOf } from '../scoring/tally'
import type { Assessment, Decision, SelfScore, Summary, SupplementRequest } from './assessment'
import { isDoubtAnswered, isDoubtOpen } from './score-doubt'

/** What the 自评 of an item answers; null while it is not filled. */
export function selfAnswer(self: Pick<SelfScore, 'score' | 'notApplicable'> | null | undefined): Answer {
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
  const selves: [Hundredths, Answer][] = []
  const decisions: Record<DepartmentId, [Hundredths, Answer][]> = {}
  let supplementsOpen = 0
  let doubtsOpen = 0
  let doubtsAnswered = 0
  for (const { id, points } of itemsOf(rubric)) {
    const assessed = sheet.items[id]
    if (!assessed) continue
    selves.push([points, selfAnswer(assessed.self)])
    for (const departmentId in assessed.reviews) {
      decisions[departmentId] ??= []
      decisions[departmentId]?.push([points, decisionAnswer(assessed.reviews[departmentId])])
    }
    if (isSupplementOpen(assessed)) supplementsOpen += 1
    if (isDoubtOpen(assessed)) doubtsOpen += 1
    if (isDoubtAnswered(assessed)) doubtsAnswered += 1
  }
  const byDepartment: Record<DepartmentId, Tally> = {}
  for (const departmentId in decisions) byDepartment[departmentId] = tallyOf(decisions[departmentId] ?? [])
  const materials = Object.keys(sheet.materials).length
  return { self: tallyOf(selves), byDepartment, supplementsOpen, doubtsOpen, doubtsAnswered, materials }
}

export function isSupplementOpen(assessed: { supplement?: SupplementRequest | null } | undefined): boolean {
  return assessed?.supplement ? assessed.supplement.answeredAt === undefined : false
}

/** How many items each department decides in this annex. */
export function itemsByDepartment(rubric: Rubric): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of itemsOf(rubric)) counts[item.department] = (counts[item.department] ?? 0) + 1
  return counts
}
