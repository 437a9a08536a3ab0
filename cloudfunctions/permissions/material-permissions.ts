import { problem } from '#shared/errors/problems'
import type { FileUse } from '#shared/materials/file-limits'
import { type Actor, allow, either, type Verdict } from './permission'
import { fillsFor, leaders, peopleOfTheUnit, reviewsForSome, theOffice } from './roles'
import { cycleTakesSelfScores, type SheetOfCycle } from './sheet-states'

interface Tickets {
  unitId: string
  /** Absent where only the ability is asked for. */
  files?: { use: FileUse }[]
}

/** A unit hands in its materials; the office only the stamped paper behind a 代录. */
const whoHandsIn = (actor: Actor, { unitId, files = [] }: Tickets) =>
  fillsFor(actor, unitId) ? files.every(file => file.use !== 'sheet') : isOfficeWithSheets(actor, files)
const isOfficeWithSheets = (actor: Actor, files: { use: FileUse }[]) =>
  theOffice(actor) && files.every(file => file.use === 'sheet')

/** Materials come in until the sheet closes, and after 报送 as 补交 until the departments' time is over. */
function takesMaterials(_actor: Actor, { cycle, assessment }: SheetOfCycle, now: number): Verdict {
  const taken = cycleTakesSelfScores(cycle)
  if (taken !== true) return taken
  if (assessment.stage === 'checked') return problem('assessment.closed')
  const until = assessment.stage === 'submitted' ? assessment.reviewOpenUntil : assessment.selfOpenUntil
  return now <= until ? true : problem('assessment.closed')
}

/** As adding; but what was handed in is not taken back or renamed under the departments' eyes. */
function changesMaterials(actor: Actor, sheet: SheetOfCycle, now: number): Verdict {
  const taken = takesMaterials(actor, sheet, now)
  if (taken !== true) return taken
  return sheet.assessment.stage === 'submitted' ? problem('material.frozen') : true
}

/** The office's paper comes in when it comes in. */
function takesFiles(actor: Actor, sheet: SheetOfCycle, now: number): Verdict {
  return fillsFor(actor, sheet.assessment.unitId) ? takesMaterials(actor, sheet, now) : true
}

/** Departments look once the sheet is handed in; of which materials, the request itself says. */
function showsMaterials(actor: Actor, { assessment }: SheetOfCycle): Verdict {
  if (fillsFor(actor, assessment.unitId) || theOffice(actor) || leaders(actor)) return true
  const isHandedIn = assessment.stage === 'submitted' || assessment.stage === 'checked'
  return isHandedIn ? true : problem('assessment.not-submitted')
}

export const materialPermissions = {
  'material.ticket': allow(whoHandsIn, takesFiles),
  'material.register': allow(peopleOfTheUnit, takesMaterials),
  'material.link': allow(peopleOfTheUnit, takesMaterials),
  'material.describe': allow(peopleOfTheUnit, changesMaterials),
  'material.unlink': allow(peopleOfTheUnit, changesMaterials),
  'material.remove': allow(peopleOfTheUnit, changesMaterials),
  'material.view': allow(either(peopleOfTheUnit, reviewsForSome, theOffice, leaders), showsMaterials),
}
