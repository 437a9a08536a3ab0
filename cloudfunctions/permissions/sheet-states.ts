import type { Instant } from '#shared/assessment/assessment'
import { isSupplementOpen } from '#shared/assessment/summarize'
import { type Cycle, unitsStillFill } from '#shared/cycle/cycle'
import { problem } from '#shared/errors/problems'
import type { StoredSheet } from '../repositories/assessments'
import type { Actor, Verdict } from './permission'
import { chairs } from './roles'

export interface SheetOfCycle {
  cycle: Cycle
  assessment: StoredSheet
}

export function cycleTakesSelfScores(cycle: Cycle): Verdict {
  if (cycle.phase === 'preparation') return problem('cycle.none')
  return unitsStillFill(cycle) ? true : problem('assessment.closed')
}

/** Whether the unit has something to supply whose time has not passed. */
function supplies(assessment: StoredSheet, now: Instant): boolean {
  return Object.values(assessment.items).some(
    item => isSupplementOpen(item) && item.supplement !== undefined && now <= item.supplement.until,
  )
}

/** Not handed in, and its time has not passed. */
function isOpen({ cycle, assessment }: SheetOfCycle, now: Instant): Verdict {
  const taken = cycleTakesSelfScores(cycle)
  if (taken !== true) return taken
  if (assessment.stage === 'submitted' || assessment.stage === 'checked') return problem('assessment.already-submitted')
  return now <= assessment.selfOpenUntil ? true : problem('assessment.closed')
}

/** Scores can be changed: by all while filling, by the chair until 报送, afterwards where something is to be supplied. */
export function isFillable(actor: Actor, sheet: SheetOfCycle, now: Instant): Verdict {
  const { cycle, assessment } = sheet
  if (assessment.stage === 'submitted' && cycleTakesSelfScores(cycle) === true && supplies(assessment, now)) return true
  const open = isOpen(sheet, now)
  if (open !== true) return open
  if (assessment.stage === 'awaiting-chair' && !chairs(actor, assessment.unitId)) {
    return problem('assessment.awaiting-chair')
  }
  return true
}

export function isWithTheFillers(_actor: Actor, sheet: SheetOfCycle, now: Instant): Verdict {
  const open = isOpen(sheet, now)
  if (open !== true) return open
  return sheet.assessment.stage === 'filling' ? true : problem('assessment.awaiting-chair')
}

export function isAwaitingTheChair(_actor: Actor, sheet: SheetOfCycle, now: Instant): Verdict {
  const open = isOpen(sheet, now)
  if (open !== true) return open
  return sheet.assessment.stage === 'awaiting-chair' ? true : problem('assessment.not-awaiting-chair')
}

/** The chair submits with or without having been sent the sheet. */
export function isSubmittable(_actor: Actor, sheet: SheetOfCycle, now: Instant): Verdict {
  return isOpen(sheet, now)
}

/** Only while no department has opened it, and while there is time to submit again. */
export function isWithdrawable(_actor: Actor, { cycle, assessment }: SheetOfCycle, now: Instant): Verdict {
  const taken = cycleTakesSelfScores(cycle)
  if (taken !== true) return taken
  if (assessment.stage === 'checked') return problem('assessment.opened-by-department')
  if (assessment.stage !== 'submitted') return problem('assessment.not-submitted')
  if (Object.keys(assessment.openedBy).length > 0) return problem('assessment.opened-by-department')
  return now <= assessment.selfOpenUntil ? true : problem('assessment.closed')
}

/** Handed in, in a phase in which units still supply; whether this item was asked for is the request's to say. */
export function isSupplying(_actor: Actor, { cycle, assessment }: SheetOfCycle): Verdict {
  const taken = cycleTakesSelfScores(cycle)
  if (taken !== true) return taken
  return assessment.stage === 'submitted' ? true : problem('assessment.not-submitted')
}

/** The office types a paper sheet whenever it comes in: late ones are marked, none is turned away. */
export function takesPaper(_actor: Actor, { cycle, assessment }: SheetOfCycle): Verdict {
  const taken = cycleTakesSelfScores(cycle)
  if (taken !== true) return taken
  const isIn = assessment.stage === 'submitted' || assessment.stage === 'checked'
  return isIn ? problem('assessment.already-submitted') : true
}

/** 展期 is granted as long as units fill. A 演练 has 300 days and nobody who waits for it. */
export function extendsDeadlines(_actor: Actor, { cycle }: Pick<SheetOfCycle, 'cycle'>): Verdict {
  if (cycle.phase === 'preparation' || cycle.rehearsal) return problem('cycle.none')
  return unitsStillFill(cycle) ? true : problem('extension.closed')
}
