import { allow, either } from './permission'
import { leaders, theOffice } from './roles'

/** Running the year: asked of the county as a whole, so the roles alone decide. */
export const officePermissions = {
  'office.overview': allow(either(theOffice, leaders)),
  'roster.save': allow(theOffice),
  'cycle.open': allow(theOffice),
  'cycle.change-phase': allow(theOffice),
  'rehearsal.read': allow(theOffice),
  'rehearsal.open': allow(theOffice),
  'rehearsal.close': allow(theOffice),
  'rehearsal.clear': allow(theOffice),
  'complaint.list': allow(theOffice),
  'complaint.answer': allow(theOffice),
  'notice.unreached': allow(theOffice),
  'notice.phoned': allow(theOffice),
  'content.list': allow(theOffice),
  'content.decide': allow(theOffice),
}
