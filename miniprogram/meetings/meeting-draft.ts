import type { OpenedMeeting, SaveMeeting } from '#shared/contract/meeting-contract'
import { type Attendance, type MeetingKind, meetingKindNames } from '#shared/records/meeting'
import { readDay, yearOf } from '../records/typed-values'
import type { Keeper } from '../records/use-records'
import type { AttendanceSheet } from './attendance-sheets'

export interface DraftPerson {
  person: string
  attendance: Attendance
  /** Who came instead, or why not. */
  note: string
}

export interface DraftUnit {
  unitId: string
  name: string
  /** A unit that was not invited is listed, and takes no part. */
  invited: boolean
  people: DraftPerson[]
}

/** A meeting while it is being entered: everybody expected is there until marked. */
export interface MeetingDraft {
  meetingId: string
  title: string
  kind: MeetingKind
  /** As typed: 3月12日. */
  date: string
  units: DraftUnit[]
  sheets: AttendanceSheet[]
}

/** A new meeting with the people who are likely to be expected. */
export function beginMeeting({ title, kind, date, units }: OpenedMeeting, meetingId: string): MeetingDraft {
  return {
    meetingId,
    title,
    kind,
    date,
    sheets: [],
    units: units.map(({ unitId, name, people }) => ({
      unitId,
      name,
      invited: people.length > 0,
      people: people.map(({ person }) => ({ person, attendance: 'present', note: '' })),
    })),
  }
}

/** The draft with one unit changed; all others stay the same objects, so that only its row is drawn again. */
export function changeUnit(draft: MeetingDraft, unitId: string, change: (unit: DraftUnit) => DraftUnit): MeetingDraft {
  return { ...draft, units: draft.units.map(unit => (unit.unitId === unitId ? change(unit) : unit)) }
}

export function changePerson(unit: DraftUnit, place: number, part: Partial<DraftPerson>): DraftUnit {
  return { ...unit, people: unit.people.map((person, index) => (index === place ? { ...person, ...part } : person)) }
}

/** People as typed, apart by 、 , or a new line; those who were on the list keep how they are marked. */
export function withPeople(unit: DraftUnit, typed: string): DraftUnit {
  const names = [...new Set(typed.split(/[、，,;；\n]/).map(name => name.trim()))].filter(name => name !== '')
  const known = new Map(unit.people.map(person => [person.person, person]))
  const people = names.map(person => known.get(person) ?? { person, attendance: 'present' as const, note: '' })
  return { ...unit, invited: people.length > 0, people }
}

const cycle: Record<Attendance, Attendance> = { present: 'absent', absent: 'leave', leave: 'proxy', proxy: 'present' }

/** What one more touch makes of a person: 到会, 缺席, 请假, 代会, and round again. */
export function nextAttendance(attendance: Attendance): Attendance {
  return cycle[attendance]
}

export interface Turnout {
  units: number
  expected: number
  absent: number
  leave: number
  proxy: number
}

export function turnoutOf(units: readonly Pick<DraftUnit, 'people' | 'invited'>[]): Turnout {
  const invited = units.filter(unit => unit.invited)
  const people = invited.flatMap(unit => unit.people)
  const count = (attendance: Attendance) => people.filter(person => person.attendance === attendance).length
  return {
    units: invited.length,
    expected: people.length,
    absent: count('absent'),
    leave: count('leave'),
    proxy: count('proxy'),
  }
}

/** 应到 86人，缺席 3，请假 2，代会 1; 应到 86人，都到了. */
export function turnoutInWords({ expected, absent, leave, proxy }: Omit<Turnout, 'units'>): string {
  const parts = [
    [absent, '缺席'],
    [leave, '请假'],
    [proxy, '代会'],
  ] as const
  const missing = parts.flatMap(([count, word]) => (count > 0 ? [`${word} ${count}`] : []))
  return [`应到 ${expected}人`, ...(missing.length > 0 ? missing : ['都到了'])].join('，')
}

export type MeetingFaults = { title?: string; date?: string; units?: string }

/** What is missing before the meeting can be entered. */
export function meetingFaults(draft: MeetingDraft, cycleId: string): MeetingFaults {
  const day = readDay(draft.date, yearOf(cycleId))
  return {
    ...(draft.title.trim() === '' && { title: `请写${meetingKindNames[draft.kind]}名称` }),
    ...(day === '' && { date: '请写日期' }),
    ...(day === null && { date: '不是日期，如：3月12日' }),
    ...(turnoutOf(draft.units).expected === 0 && { units: '应到名单里还没有人' }),
  }
}

/** `meeting.save` of a draft without faults; `tickets` are the uploaded pages of the 签到册. */
export function saveRequest(draft: MeetingDraft, keeper: Keeper, tickets: string[]): SaveMeeting {
  const invited = draft.units.filter(unit => unit.invited && unit.people.length > 0)
  return {
    ...keeper,
    meetingId: draft.meetingId,
    title: draft.title.trim(),
    kind: draft.kind,
    date: readDay(draft.date, yearOf(keeper.cycleId)) ?? '',
    expected: invited.map(({ unitId, people }) => ({ unitId, people: people.map(({ person }) => person) })),
    marks: invited.flatMap(({ unitId, people }) =>
      people.flatMap(({ attendance, note }, place) =>
        attendance === 'present' ? [] : [{ unitId, place, attendance, note: note.trim() }],
      ),
    ),
    sheets: tickets,
  }
}
