import type { Signature } from '../assessment/signature'
import type { MeasureId } from '../rules/rule'
import { type Corrected, newlyWritten } from './record'

/** 会议、培训等活动. */
export const meetingKinds = ['meeting', 'training', 'activity'] as const
export type MeetingKind = (typeof meetingKinds)[number]
export const meetingKindNames: Record<MeetingKind, string> = { meeting: '会议', training: '培训', activity: '活动' }

/** 到会, 缺席, 请假, 代会: everybody expected who is not marked was there. */
export const attendances = ['present', 'absent', 'leave', 'proxy'] as const
export type Attendance = (typeof attendances)[number]
export const attendanceNames: Record<Attendance, string> = {
  present: '到会',
  absent: '缺席',
  leave: '请假',
  proxy: '代会',
}

export interface AttendanceMark {
  attendance: Attendance
  /** Who came instead, or why not; may be empty. */
  note: string
}

/** One meeting with the list of who was expected (应到名单) and who was not there. */
export interface Meeting {
  _id: string
  cycleId: string
  title: string
  kind: MeetingKind
  /** YYYY-MM-DD */
  date: string
  /** By unit: names as on the paper list, 主席 王建国. The place in the list names a person. */
  expected: Record<string, string[]>
  /** By unit, then by place (`p0` is the first): only those that are, or once were, marked. */
  marks: Record<string, Record<string, Corrected<AttendanceMark>>>
  /** File ids of the photographed 签到册. */
  sheets: string[]
  signature: Signature
  bodyHash: string
}

/** The key of a person in `marks`: a name may hold signs that no key may hold. */
export function placeKey(place: number): string {
  return `p${place}`
}

/** How one person attended, with what was ever marked; who was never marked was there, by the list itself. */
export function markOf(
  meeting: Pick<Meeting, 'marks' | 'signature'>,
  unitId: string,
  place: number,
): Corrected<AttendanceMark> {
  const unmarked = newlyWritten<AttendanceMark>({ attendance: 'present', note: '' }, meeting.signature)
  return meeting.marks[unitId]?.[placeKey(place)] ?? { ...unmarked, revision: 0 }
}

/** Measures that meetings yield; nobody enters them by hand. */
export const attendanceMeasures = ['absences', 'leaves', 'proxies', 'absent-meetings'] as const
export type AttendanceMeasure = (typeof attendanceMeasures)[number]

export function isAttendanceMeasure(measure: MeasureId): measure is AttendanceMeasure {
  return attendanceMeasures.some(own => own === measure)
}

/** Names one person at one meeting among the entries of a unit. */
export function personEntryId(meetingId: string, place: number): string {
  return `${meetingId}-${placeKey(place)}`
}

/** Whether an entry of that measure is about this meeting: a person at it or, where meetings are counted, itself. */
export function isAboutMeeting(meetingId: string, measure: MeasureId, entryId: string): boolean {
  if (measure === 'absent-meetings') return entryId === meetingId
  const person = personEntryId(meetingId, 0).slice(0, -1)
  return isAttendanceMeasure(measure) && entryId.startsWith(person) && /^\d+$/.test(entryId.slice(person.length))
}

/** What the county's 签到册 are called in a sentence: 以县总签到记录为依据. */
export const attendanceSource = '县总签到记录'
