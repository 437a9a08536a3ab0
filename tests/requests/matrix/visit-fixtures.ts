import type { VisitPicture } from '#shared/assessment/visit-picture'
import type { RequestInput, RequestName } from '#shared/contract/api-contract'
import type { AddVisitPicture, SaveVisitGroup } from '#shared/contract/visit-contract'
import { bodyHash } from '../../../cloudfunctions/infrastructure/canonical-json'
import { type County, cycleId } from '../../support/county'
import { picture } from '../../support/county/files'
import { newId } from '../../support/county/sheets'
import { memberIdOf } from './callers'
import type { Fixture } from './fixture'
import { materialOfThisUnit } from './states'

const group = { cycleId, groupId: 'group-1' }
const date = '2026-12-08'
const reviewer = memberIdOf('reviewer-general-office')
const days = [{ date, unitIds: ['township-a'] }]
const saved: SaveVisitGroup = {
  ...group,
  revision: 0,
  name: '考核一组',
  leaderId: reviewer,
  memberIds: [reviewer],
  days,
}

/** The group of the 办公室's reviewer, as it would be stored; put whole, so that every row begins with it. */
async function putGroup(county: County): Promise<void> {
  const { groupId: _groupId, ...fields } = { ...saved, revision: 1 }
  await county.database
    .collection('visit-groups')
    .doc(`${cycleId}:group-1`)
    .set({ ...fields, groupId: 'group-1' })
}

const suggestion = { score: 300, notApplicableAgreed: false, reasons: [], seen: [], comment: '' }

const { content: _content, ...page } = picture(1)
const added: AddVisitPicture = {
  ...group,
  unitId: 'township-a',
  operationId: newId(),
  pictureId: newId(),
  kind: 'place',
  ticketId: newId(),
  thumbnailTicketId: null,
}
const taken: VisitPicture = {
  kind: 'place',
  groupId: 'group-1',
  groupName: '考核一组',
  fileId: 'cloud://county-test.local/visit-pictures/none.jpg',
  thumbnailId: null,
  signature: { name: '评分人', memberId: reviewer, at: 1 },
  bodyHash: bodyHash(added),
}

type VisitRequest = Extract<RequestName, `visit${string}`>
export const visitFixtures: { [Name in VisitRequest]: Fixture<Name> } = {
  'visit-group.list': () => ({ cycleId }),
  'visit-group.save': () => ({ ...saved, groupId: newId() }),
  'visit-group.remove': async county => {
    await Promise.all([putGroup(county), county.database.collection('visit-drafts').where({}).remove()])
    return { ...group, revision: 1 }
  },
  'visit.pack': async county => {
    await putGroup(county)
    return { ...group, date }
  },
  'visit.thumbnails': async county => {
    await putGroup(county)
    return { ...group, unitId: 'township-a', materials: [materialOfThisUnit] }
  },
  'visit.save': async county => {
    await putGroup(county)
    const entry = { operationId: newId(), unitId: 'township-a', itemId: 'a1-05', looking: true, score: suggestion }
    return { ...group, entries: [entry] }
  },
  'visit.ticket': async county => {
    await putGroup(county)
    return { ...group, unitId: 'township-a', files: [{ ...page, use: 'picture' }] }
  },
  // As delivered before, so that no file has to travel.
  'visit.add-picture': async county => {
    await Promise.all([putGroup(county), county.arrange('township-a', { visitPictures: { [added.pictureId]: taken } })])
    return added
  },
  'visit.remove-picture': async county => {
    await putGroup(county)
    return { ...group, unitId: 'township-a', operationId: newId(), pictureId: newId() }
  },
  'visit.pictures': () => ({ cycleId, unitId: 'township-a' }),
  'visit.return': async county => {
    await putGroup(county)
    const asked = { reason: '缺会议记录', until: Date.now() + 3 * 86_400_000 }
    return { ...group, unitId: 'township-a', itemId: 'a1-05', operationId: newId(), ...asked }
  },
}

/** 实地考核记录 of the group's unit. */
export async function visitRecordFixture(county: County): Promise<RequestInput<'document.make'>> {
  await putGroup(county)
  return { kind: 'visit', ...group, unitId: 'township-a', blank: false }
}
