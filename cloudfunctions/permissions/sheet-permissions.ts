import { allow, either } from './permission'
import { fillersOfTheUnit, leaders, peopleOfTheUnit, reviewsForSome, theChair, theOffice } from './roles'
import {
  extendsDeadlines,
  isAwaitingTheChair,
  isFillable,
  isSubmittable,
  isSupplying,
  isWithdrawable,
  isWithTheFillers,
  takesPaper,
} from './sheet-states'

/** What is asked of one unit's sheet; evaluated together for the abilities that go with it. */
export const sheetPermissions = {
  'assessment.open': allow(either(peopleOfTheUnit, theOffice, leaders)),
  'assessment.save': allow(peopleOfTheUnit, isFillable),
  'assessment.send-to-chair': allow(fillersOfTheUnit, isWithTheFillers),
  'assessment.send-back': allow(theChair, isAwaitingTheChair),
  'assessment.submit': allow(theChair, isSubmittable),
  'assessment.withdraw': allow(theChair, isWithdrawable),
  'assessment.supplement': allow(peopleOfTheUnit, isSupplying),
  'paper.supplement': allow(theOffice, isSupplying),
  'paper.enter-self': allow(theOffice, takesPaper),
}

/** Asked of many units at once, so of the year alone; what each sheet says, the request says. */
export const extensionPermissions = {
  'assessment.extend': allow(theOffice, extendsDeadlines),
}

/** No step of the sheet: what is long decided, for whoever looks at the item. A department reads its own, the request says. */
export const lastYearPermissions = {
  'assessment.last-year': allow(either(peopleOfTheUnit, reviewsForSome, theOffice, leaders)),
}
