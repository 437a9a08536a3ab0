import type { Instant } from '#shared/assessment/assessment'
import type { Cycle } from '#shared/cycle/cycle'
import { problem } from '#shared/errors/problems'
import type { StoredSheet } from '../repositories/assessments'
import { belongsTo, type VisitGroup, visits } from '../repositories/visit-groups'
import { type Actor, allow, either, type Verdict } from './permission'
import { cycleTakesDecisions, takesReturns } from './review-permissions'
import { leaders, reviewsForSome, theOffice } from './roles'

interface OfGroup {
  cycle: Cycle
  group: VisitGroup | null
}
interface SheetOfGroup extends OfGroup {
  assessment: StoredSheet
}

/** Whether somebody belongs to a group stands in the group, so everybody known may ask and the group decides. */
const membersOfTheCounty = () => true

/** A group that does not exist is refused as one that is not mine: a stranger learns nothing. */
function isOfTheGroup(actor: Actor, { group }: Pick<OfGroup, 'group'>): Verdict {
  return group && belongsTo(group, actor.memberId) ? true : problem('permission.denied')
}

/** Of a unit that one of the group's days names. */
export function visitsTheUnit(actor: Actor, group: VisitGroup | null, unitId: string): Verdict {
  const isMember = isOfTheGroup(actor, { group })
  if (isMember !== true) return isMember
  return group && visits(group, unitId) ? true : problem('visit.not-your-unit')
}

function suggests(actor: Actor, { group, cycle }: OfGroup): Verdict {
  const isMember = isOfTheGroup(actor, { group })
  return isMember === true ? cycleTakesDecisions(cycle) : isMember
}

function seesTheUnit(actor: Actor, { group, assessment }: Omit<SheetOfGroup, 'cycle'>): Verdict {
  const isVisitor = visitsTheUnit(actor, group, assessment.unitId)
  if (isVisitor !== true) return isVisitor
  const isIn = assessment.stage === 'submitted' || assessment.stage === 'checked'
  return isIn ? true : problem('assessment.not-submitted')
}

/** Pictures come in as long as suggestions do. */
function takesPictures(actor: Actor, { cycle, group, assessment }: SheetOfGroup): Verdict {
  const isVisitor = visitsTheUnit(actor, group, assessment.unitId)
  return isVisitor === true ? cycleTakesDecisions(cycle) : isVisitor
}

function asksTheUnit(actor: Actor, sheet: SheetOfGroup, now: Instant): Verdict {
  const isVisitor = visitsTheUnit(actor, sheet.group, sheet.assessment.unitId)
  if (isVisitor !== true) return isVisitor
  return takesReturns(actor, sheet, now)
}

/** 实地考核. Groups are the office's to make; what is suggested, members' of a group that has the unit. */
export const visitPermissions = {
  'visit-group.list': allow(theOffice),
  'visit-group.save': allow(theOffice),
  'visit-group.remove': allow(theOffice),
  'visit.pack': allow(membersOfTheCounty, suggests),
  'visit.thumbnails': allow(membersOfTheCounty, seesTheUnit),
  'visit.save': allow(membersOfTheCounty, suggests),
  'visit.return': allow(membersOfTheCounty, asksTheUnit),
  'visit.ticket': allow(membersOfTheCounty, takesPictures),
  'visit.add-picture': allow(membersOfTheCounty, takesPictures),
  'visit.remove-picture': allow(membersOfTheCounty, takesPictures),
  'visit.pictures': allow(either(reviewsForSome, theOffice, leaders)),
}
