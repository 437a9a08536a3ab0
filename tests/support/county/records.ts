import type { Meeting } from '#shared/records/meeting'
import {
  type CountyRecordDocument,
  type EntryValue,
  newlyWritten,
  type RecordDoubt,
  type RecordEntry,
} from '#shared/records/record'
import { type County, cycleId } from '../county'
import { type TestFile, upload } from './files'

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

/** An article as 宣教部 enters it; another measure's entry by other fields. */
export function entryOf(fields: Partial<EntryValue> = {}): EntryValue {
  return { what: '我县开展送清凉活动', date: '2026-03-12', level: '县级', count: 1, ...fields }
}

/** A record as it is stored, with one entry a unit, `first`. */
export function storedRecord(
  measure: string,
  values: Record<string, EntryValue>,
  fields: Partial<CountyRecordDocument> = {},
): CountyRecordDocument {
  const entries = Object.entries(values).map(([unitId, value]): [string, Record<string, RecordEntry>] => [
    unitId,
    { first: newlyWritten<EntryValue | null>(value, signature) },
  ])
  return {
    _id: `${cycleId}:${measure}`,
    cycleId,
    measure,
    source: '宣教部的记录',
    others: 'unknown',
    revision: 1,
    counts: Object.fromEntries(Object.entries(values).map(([unitId, { count }]) => [unitId, Math.round(count * 100)])),
    entries: Object.fromEntries(entries),
    imports: [],
    ...fields,
  }
}

export function storedDoubt(doubtId: string, fields: Partial<RecordDoubt> = {}): RecordDoubt {
  return {
    _id: doubtId,
    cycleId,
    unitId: 'township-a',
    measure: 'articles',
    entryId: 'first',
    text: '三月还有一篇',
    signature: { name: '填报人', memberId: 'm-1', at: 1 },
    answer: null,
    ...fields,
  }
}

/** Puts these documents in place of those of the same ids. */
export async function putAll(
  county: County,
  collection: 'county-records' | 'meetings' | 'record-doubts',
  documents: { _id: string }[],
): Promise<void> {
  await Promise.all(documents.map(({ _id, ...fields }) => county.database.collection(collection).doc(_id).set(fields)))
}

/** Leaves nothing recorded and nothing doubted. */
export async function forgetRecords(county: County): Promise<void> {
  const all = ['county-records', 'meetings', 'record-doubts']
  await Promise.all(all.map(name => county.database.collection(name).where({}).remove()))
}

/** The stored record of a measure, or undefined. */
export async function recordIn(county: County, measure: string): Promise<CountyRecordDocument | undefined> {
  const { data } = await county.database.collection('county-records').where({ measure }).get()
  return data[0]
}

/** Takes tickets for pages of a 签到册 and puts them where they say; answers the tickets. */
export async function uploadedPages(county: County, openid: string, pages: TestFile[]): Promise<string[]> {
  const files = pages.map(({ content: _content, use: _use, ...page }) => ({ ...page, use: 'attendance' as const }))
  const { tickets } = await county.as(openid).get('county.ticket', { files })
  await Promise.all(
    tickets.map(({ path }, index) => upload(county, openid, path, pages[index]?.content ?? Buffer.of())),
  )
  return tickets.map(({ ticketId }) => ticketId)
}
