import type { Complaint } from '../../../cloudfunctions/repositories/complaints'
import type { ContentChecks } from '../../../cloudfunctions/repositories/content-checks'
import { type County, cycleId } from '../county'
import { newId } from './sheets'

/** A picture of township-a that WeChat could not check; answers under which key it is kept. */
export async function pictureToLookAt(county: County): Promise<string> {
  const fileKey = 'picture-to-look-at'
  const check = {
    materialId: 'material-of-this-unit',
    fileId: 'cloud://county-test.local/materials/none.jpg',
    attempts: 1,
    askedAt: 1,
    decision: null,
  }
  const stored: Omit<ContentChecks, '_id'> = {
    cycleId,
    unitId: 'township-a',
    files: { [fileKey]: { ...check, state: 'could-not-check' } },
    texts: {},
    pendingSince: null,
    hasFindings: true,
  }
  await county.database.collection('content-checks').doc(`${cycleId}:township-a`).set(stored)
  return fileKey
}

/** A complaint that nobody has answered; answers its id. */
export async function complaintToAnswer(county: County): Promise<string> {
  const stored: Complaint = {
    _id: newId(),
    senderId: 'm-0',
    openid: null,
    name: null,
    text: '报送时间太紧',
    contact: '',
    at: Date.now(),
    check: 'pass',
    answer: null,
  }
  await county.database.collection('complaints').add(stored)
  return stored._id
}
