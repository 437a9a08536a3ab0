import type { Meeting } from '#shared/records/meeting'
import { newlyWritten } from '#shared/records/record'
import { type County, cycleId } from '../county'

const signature = { name: '考核办', memberId: 'm-0', at: 1 }

/** A meeting as it is stored: 主席 and two 委员 of each unit were expected, those at `absent` were not there. */
export function storedMeeting(
  meetingId: string,
  absent: Record<string, number[]>,
  fields: Partial<Meeting> = {},
): Meeting {
  const units = Object.keys(absent)
  return {
    _id: meetingId,
    cycleId,
    title: '全县工会工作会议',
    kind: 'meeting',
    date: '2026-03-12',
    expected: Object.fromEntries(units.map(unitId => [unitId, ['主席 王建国', '委员 李晓燕', '委员 张军']])),
    marks: Object.fromEntries(
      Object.entries(absent).map(([unitId, places]) => [
        unitId,
        Object.fromEntries(
          places.map(place => [`p${place}`, newlyWritten({ attendance: 'absent' as const, note: '' }, signature)]),
        ),
      ]),
    ),
    sheets: [],
    signature,
    bodyHash: '',
    ...fields,
  }
}

/** Puts these meetings in place of all others. */
export async function holdMeetings(county: County, meetings: Meeting[]): Promise<void> {
  const collection = county.database.collection('meetings')
  await collection.where({ cycleId }).remove()
  if (meetings.length > 0) await collection.add(meetings)
}

/** Puts these 任务数 in place of the whole table. */
export async function setTargets(county: County, units: Record<string, Record<string, number>>): Promise<void> {
  const collection = county.database.collection('targets')
  await collection.doc(cycleId).remove()
  await collection.add({ _id: cycleId, cycleId, revision: 1, units, changes: [] })
}
