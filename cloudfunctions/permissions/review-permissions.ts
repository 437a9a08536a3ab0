import type { Cycle } from '#shared/cycle/cycle'
import { problem } from '#shared/errors/problems'
import type { Department } from '../repositories/departments'
import { type Actor, allow, either, type Verdict } from './permission'
import { heads, reviewersOfTheDepartment, theOffice } from './roles'
import { cycleTakesSelfScores, type SheetOfCycle } from './sheet-states'

export interface DepartmentOfCycle {
  cycle: Cycle
  department: Department
}

/** A sheet is scored as soon as it is handed in, until the joint review is over. */
export function cycleTakesDecisions({ phase }: Cycle): Verdict {
  if (phase === 'preparation') return problem('cycle.none')
  const isOpen = phase === 'self-assessment' || phase === 'review' || phase === 'joint-review'
  return isOpen ? true : problem('review.closed')
}

function takesDrafts(_actor: Actor, { cycle }: DepartmentOfCycle): Verdict {
  return cycleTakesDecisions(cycle)
}

function takesDecisions(actor: Actor, { cycle, department }: DepartmentOfCycle): Verdict {
  const taken = cycleTakesDecisions(cycle)
  if (taken !== true) return taken
  return decidesFor(actor, cycle, department) ? true : problem('permission.denied')
}

/** 定分 is the head's act, or any reviewer's where the office has allowed it for this cycle. */
export function decidesFor(actor: Actor, { decidedBy }: Cycle, department: Department): boolean {
  return decidedBy === 'any-reviewer' || heads(actor, department._id)
}

/** What a unit has not handed in is nobody else's to read. */
function isHandedIn(_actor: Actor, { assessment }: SheetOfCycle): Verdict {
  const isIn = assessment.stage === 'submitted' || assessment.stage === 'checked'
  return isIn ? true : problem('assessment.not-submitted')
}

/** 请补充 needs a unit that has handed in and time to answer: after 评分 units supply nothing. */
export function takesReturns(_actor: Actor, { cycle, assessment }: SheetOfCycle, now: number): Verdict {
  const taken = cycleTakesDecisions(cycle)
  if (taken !== true) return taken
  const supplied = cycleTakesSelfScores(cycle)
  if (supplied !== true) return supplied
  if (assessment.stage === 'checked' || now > assessment.reviewOpenUntil) return problem('review.closed')
  return assessment.stage === 'submitted' ? true : problem('assessment.not-submitted')
}

/** The office types a department's paper whenever it comes in, as long as the year is scored. */
function takesReviewPaper(_actor: Actor, { cycle, assessment }: SheetOfCycle): Verdict {
  const taken = cycleTakesDecisions(cycle)
  if (taken !== true) return taken
  if (assessment.stage === 'checked') return problem('review.closed')
  return assessment.stage === 'submitted' ? true : problem('assessment.not-submitted')
}

/** What a department asks of its own items. */
export const reviewPermissions = {
  'review.queue': allow(reviewersOfTheDepartment),
  'review.by-item': allow(reviewersOfTheDepartment),
  'review.draft': allow(reviewersOfTheDepartment, takesDrafts),
  'review.decide': allow(reviewersOfTheDepartment, takesDecisions),
}

/** What a department asks of one unit's sheet. */
export const reviewedSheetPermissions = {
  // The office looks, so that it types a department's paper upon what stands.
  'review.open': allow(either(reviewersOfTheDepartment, theOffice), isHandedIn),
  'review.return': allow(reviewersOfTheDepartment, takesReturns),
  'paper.enter-review': allow(theOffice, takesReviewPaper),
}
