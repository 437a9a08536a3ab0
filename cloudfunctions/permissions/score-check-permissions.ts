import type { Cycle } from '#shared/cycle/cycle'
import { problem } from '#shared/errors/problems'
import type { StoredSheet } from '../repositories/assessments'
import type { Department } from '../repositories/departments'
import { type Actor, allow, either, type Verdict } from './permission'
import { decidesFor } from './review-permissions'
import { leaders, reviewersOfTheDepartment, theChair, theOffice } from './roles'

/** How far a sheet and its year are. */
interface CheckedSheet {
  cycle: Cycle
  assessment: Pick<StoredSheet, 'stage'>
}

function scoresAreChecked({ phase }: Cycle): Verdict {
  return phase === 'score-check' ? true : problem('score-check.closed')
}

/** While scores are checked, until the unit has said 没有疑问. */
function isBeingChecked(_actor: Actor, { cycle, assessment }: CheckedSheet): Verdict {
  const checked = scoresAreChecked(cycle)
  if (checked !== true) return checked
  return assessment.stage === 'checked' ? problem('score-check.confirmed') : true
}

function isConfirmed(_actor: Actor, { cycle, assessment }: CheckedSheet): Verdict {
  const checked = scoresAreChecked(cycle)
  if (checked !== true) return checked
  return assessment.stage === 'checked' ? true : problem('score-check.not-confirmed')
}

/** Who may 定分 answers, and only now; that the item is doubted is the request's to say. */
function answersDoubts(actor: Actor, { cycle, department }: { cycle: Cycle; department: Department }): Verdict {
  const checked = scoresAreChecked(cycle)
  if (checked !== true) return checked
  return decidesFor(actor, cycle, department) ? true : problem('permission.denied')
}

/** What a unit says of its scores: its chair does, or the office that has its paper in hand (代录). */
export const scoreCheckPermissions = {
  'score-check.confirm': allow(either(theChair, theOffice), isBeingChecked),
  'score-check.take-back': allow(either(theChair, theOffice), isConfirmed),
  'score-check.doubt': allow(either(theChair, theOffice), isBeingChecked),
  'score-check.withdraw-doubt': allow(either(theChair, theOffice), isBeingChecked),
}

/** What a department says to it. */
export const doubtPermissions = {
  'score-check.answer': allow(reviewersOfTheDepartment, answersDoubts),
}

export const scoreCheckListPermissions = {
  'score-check.list': allow(either(theOffice, leaders)),
}
