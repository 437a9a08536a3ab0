import * as v from 'valibot'
import { type Attendance, attendances, type MeetingKind, meetingKinds } from '../records/meeting'
import type { ShownDoubt } from '../records/records-of-unit'
import type { Abilities } from './abilities'
import {
  dateText,
  id,
  integer,
  list,
  operationId,
  optionalText,
  requiredText,
  revision,
  ticketId,
  unitId,
} from './fields'
import { keeper } from './record-contract'

const meetingId = id('会议')
const place = v.pipe(integer('应到人员'), v.minValue(0, '应到人员'), v.maxValue(99, '应到人员'))
const attendance = v.picklist(attendances, '到会情况')
const note = optionalText('备注', 60)

/** `meeting.list`: the meetings of the cycle, newest first. */
export const ListMeetings = v.strictObject(keeper)
export type ListMeetings = v.InferOutput<typeof ListMeetings>
export interface MeetingList {
  meetings: MeetingRow[]
  abilities: Abilities
}
export interface MeetingRow {
  meetingId: string
  title: string
  kind: MeetingKind
  date: string
  units: number
  expected: number
  absent: number
  leave: number
  proxy: number
  doubtsOpen: number
}

/** `meeting.open`: one meeting; null for a new one, with the people who are likely to be expected. */
export const OpenMeeting = v.strictObject({ ...keeper, meetingId: v.nullable(meetingId) })
export type OpenMeeting = v.InferOutput<typeof OpenMeeting>
export interface OpenedMeeting {
  meetingId: string | null
  title: string
  kind: MeetingKind
  date: string
  /** Every unit of the cycle in the county's order; one that was not invited has nobody. */
  units: MeetingUnit[]
  /** Signed addresses of the photographed 签到册. */
  sheets: string[]
  abilities: Abilities
}
export interface MeetingUnit {
  unitId: string
  name: string
  people: MeetingPerson[]
  doubts: ShownDoubt[]
}
export interface MeetingPerson {
  person: string
  attendance: Attendance
  note: string
  /** 0 where nobody ever marked the person. */
  revision: number
  was: { attendance: Attendance; note: string; reason: string; at: number }[]
}

/** `meeting.save`: enters a meeting, whole. Corrections are made one by one. */
export const SaveMeeting = v.strictObject({
  ...keeper,
  meetingId,
  title: requiredText('会议名称', 60),
  kind: v.picklist(meetingKinds, '类型'),
  date: v.pipe(dateText, v.minLength(10, '日期')),
  expected: list(
    v.strictObject({ unitId, people: list(requiredText('应到人员', 30), '应到人员', 1, 100) }),
    '应到单位',
    1,
    300,
  ),
  marks: v.pipe(
    v.array(v.strictObject({ unitId, place, attendance, note }), '到会情况'),
    v.maxLength(3000, '到会情况'),
  ),
  sheets: v.pipe(v.array(ticketId, '签到册'), v.maxLength(20, '签到册')),
})
export type SaveMeeting = v.InferOutput<typeof SaveMeeting>

/** `meeting.correct`: one person's attendance at one meeting; what stood there before is kept. */
export const CorrectMeeting = v.strictObject({
  ...keeper,
  meetingId,
  unitId,
  place,
  operationId,
  revision,
  to: attendance,
  note,
  reason: requiredText('更正的原因', 200),
  doubtId: v.nullable(operationId),
})
export type CorrectMeeting = v.InferOutput<typeof CorrectMeeting>
