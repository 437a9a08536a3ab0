import type { Attendance } from '#shared/records/meeting'

/** A person by the row of the unit and the place in it, both from 0. */
export interface PersonPlace {
  row: number
  place: number
}

export type AttendanceAct =
  | { kind: 'move'; to: PersonPlace }
  | { kind: 'mark'; attendance: Attendance }
  | { kind: 'turn' }
  | null

const marks: Record<string, Attendance> = {
  '0': 'present',
  '1': 'absent',
  '2': 'leave',
  '3': 'proxy',
  Delete: 'present',
  Backspace: 'present',
}

/**
 * Reads a key over rows of people: arrows step, → from the last person goes on to the next unit, 1 缺席 2 请假 3 代会
 * 0 到会, a space turns to the next. `people` is how many each row has. Null: not the list's business.
 */
export function readAttendanceKey(key: string, at: PersonPlace, people: readonly number[]): AttendanceAct {
  const mark = marks[key.normalize('NFKC')]
  if (mark) return { kind: 'mark', attendance: mark }
  if (key === ' ') return { kind: 'turn' }
  const rows = people.flatMap((count, row) => (count > 0 ? [row] : []))
  const last = (row: number) => Math.max(0, (people[row] ?? 1) - 1)
  const rowAfter = rows.find(row => row > at.row)
  const rowBefore = [...rows].reverse().find(row => row < at.row)
  switch (key) {
    case 'ArrowDown':
    case 'Enter':
      return {
        kind: 'move',
        to: rowAfter === undefined ? at : { row: rowAfter, place: Math.min(at.place, last(rowAfter)) },
      }
    case 'ArrowUp':
      return {
        kind: 'move',
        to: rowBefore === undefined ? at : { row: rowBefore, place: Math.min(at.place, last(rowBefore)) },
      }
    case 'ArrowRight':
      if (at.place < last(at.row)) return { kind: 'move', to: { row: at.row, place: at.place + 1 } }
      return { kind: 'move', to: rowAfter === undefined ? at : { row: rowAfter, place: 0 } }
    case 'ArrowLeft':
      if (at.place > 0) return { kind: 'move', to: { row: at.row, place: at.place - 1 } }
      return { kind: 'move', to: rowBefore === undefined ? at : { row: rowBefore, place: last(rowBefore) } }
    default:
      return null
  }
}
