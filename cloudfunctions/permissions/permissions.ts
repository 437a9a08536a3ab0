import { formPermissions } from './form-permissions'
import { materialPermissions } from './material-permissions'
import { officePermissions } from './office-permissions'
import { allow, allowEverybody, allowPhones, allowSenders, allowVisitors } from './permission'
import { countyFilePermissions, recordPermissions, targetPermissions } from './record-permissions'
import { reviewedSheetPermissions, reviewPermissions } from './review-permissions'
import { everyMember, membersOnThePhone, whoEndsThePost, whoGivesThePost, whoSeesThePeople } from './roles'
import { rubricPermissions } from './rubric-permissions'
import { doubtPermissions, scoreCheckListPermissions, scoreCheckPermissions } from './score-check-permissions'
import { extensionPermissions, lastYearPermissions, sheetPermissions } from './sheet-permissions'
import { visitPermissions } from './visit-permissions'

/** Who may ask for what, and when. Each request's definition names its rule here, or does not compile. */
export const permissions = {
  health: allowEverybody,
  ...rubricPermissions,

  'identity.who-am-i': allowVisitors,
  'sign-in.start': allowEverybody,
  'sign-in.confirm': allow(membersOnThePhone),
  'sign-in.take': allowEverybody,
  'sign-in.end': allowVisitors,

  'county.found': allowPhones,
  'member.join': allowPhones,
  'rehearsal.join': allowPhones,
  'rehearsal.leave': allow(everyMember),
  'member.invite': allow(whoGivesThePost),
  'member.end-post': allow(whoEndsThePost),
  'member.list': allow(whoSeesThePeople),

  'complaint.send': allowSenders,
  'complaint.own': allowSenders,

  'notice.list': allow(everyMember),
  'notice.read': allow(everyMember),
  // Only WeChat asks, and only on a phone.
  'consent.record': allow(membersOnThePhone),

  ...officePermissions,
  ...sheetPermissions,
  ...extensionPermissions,
  ...lastYearPermissions,
  ...materialPermissions,
  ...reviewPermissions,
  ...reviewedSheetPermissions,
  ...scoreCheckPermissions,
  ...doubtPermissions,
  ...scoreCheckListPermissions,
  ...formPermissions,
  ...targetPermissions,
  ...recordPermissions,
  ...countyFilePermissions,
  ...visitPermissions,
}
