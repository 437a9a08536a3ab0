import { Text, View } from '@tarojs/components'
import { memo, useEffect, useRef, useState } from 'react'
import { type Attendance, attendanceNames } from '#shared/records/meeting'
import { Mark } from '../components/mark/mark'
import { scrolledByKeys } from '../platform/scrolled-by-keys'
import { tableKeys } from '../platform/table-keys'
import { unitsNamed } from '../records/record-words'
import { type PersonPlace, readAttendanceKey } from './attendance-keys'
import { nextAttendance } from './meeting-draft'

export interface AttendanceRow {
  unitId: string
  name: string
  people: { person: string; attendance: Attendance }[]
  invited: boolean
  /** Has an unanswered 有出入. */
  isDoubted?: boolean
}

interface AttendanceGridProps {
  rows: readonly AttendanceRow[]
  /** Only units whose names hold this. */
  wanted: string
  /** The person who is shown beside the list; null while keys only mark. */
  chosen: { unitId: string; place: number } | null
  /** Marks a person; null where a touch only chooses. */
  onMark: ((unitId: string, place: number, attendance: Attendance) => void) | null
  onChoose: (unitId: string, place: number) => void
  /** 改名单; null where the list stands. */
  onPeople: ((unitId: string) => void) | null
}

/** Units × the people expected of each: whoever is not there is touched, or marked by keys. */
export function AttendanceGrid(props: AttendanceGridProps) {
  const { rows, wanted, chosen, onPeople } = props
  const found = unitsNamed(rows, wanted)
  const [at, setAt] = useState<PersonPlace>({ row: 0, place: 0 })
  const latest = useRef({ props, found, at })
  latest.current = { props, found, at }
  const touch = useRef((unitId: string, place: number) => {
    const { props: now, found: shown } = latest.current
    const row = shown.findIndex(({ unit }) => unit.unitId === unitId)
    setAt({ row, place })
    now.onChoose(unitId, place)
    const person = shown[row]?.unit.people[place]
    if (person) now.onMark?.(unitId, place, nextAttendance(person.attendance))
  })
  const press = (key: string): boolean => {
    const { props: now, found: shown, at: here } = latest.current
    const act = readAttendanceKey(
      key,
      here,
      shown.map(({ unit }) => (unit.invited ? unit.people.length : 0)),
    )
    const unit = shown[here.row]?.unit
    const person = unit?.people[here.place]
    if (act?.kind === 'move') {
      setAt(act.to)
      const next = shown[act.to.row]?.unit
      if (next) now.onChoose(next.unitId, act.to.place)
    } else if (act && unit?.invited && person) {
      const attendance = act.kind === 'mark' ? act.attendance : nextAttendance(person.attendance)
      now.onMark?.(unit.unitId, here.place, attendance)
    }
    return act !== null
  }
  const pressed = useRef(press)
  pressed.current = press
  useEffect(() => tableKeys.watch({ onKey: key => pressed.current(key), onPaste: () => {} }), [])
  // A person chosen elsewhere is where the keys go on.
  const { unitId: chosenUnit, place: chosenPlace = 0 } = chosen ?? {}
  useEffect(() => {
    const row = latest.current.found.findIndex(({ unit }) => unit.unitId === chosenUnit)
    if (row >= 0) setAt({ row, place: chosenPlace })
  }, [chosenUnit, chosenPlace])
  const active = found[at.row]?.unit.unitId
  useEffect(() => {
    if (active) tableKeys.reveal(`attendance-${active}`)
  }, [active])

  return (
    <View {...scrolledByKeys} id="attendance-grid" className="attendance-grid">
      {found.map(({ number, unit }, row) => (
        <Row
          key={unit.unitId}
          number={number}
          unit={unit}
          activePlace={row === at.row ? at.place : null}
          chosenPlace={chosen?.unitId === unit.unitId ? chosen.place : null}
          onTouch={touch.current}
          onPeople={onPeople}
        />
      ))}
      {found.length === 0 ? <View className="attendance-none soft">没有叫「{wanted.trim()}」的单位</View> : null}
    </View>
  )
}

interface RowProps {
  number: number
  unit: AttendanceRow
  activePlace: number | null
  chosenPlace: number | null
  onTouch: (unitId: string, place: number) => void
  onPeople: ((unitId: string) => void) | null
}

const Row = memo(
  function Row({ number, unit, activePlace, chosenPlace, onTouch, onPeople }: RowProps) {
    const { unitId, name, people, invited, isDoubted } = unit
    return (
      <View id={`attendance-${unitId}`} className={activePlace === null ? 'attendance-row' : 'attendance-row on'}>
        <View className="attendance-number soft">{number}</View>
        <View className="attendance-name">{name}</View>
        <View className="attendance-people">
          {invited ? (
            people.map(({ person, attendance }, place) => (
              <View
                key={person}
                id={`person-${unitId}-${place}`}
                className={classOf(attendance, place === activePlace, place === chosenPlace)}
                onClick={() => onTouch(unitId, place)}
              >
                <Text>{person}</Text>
                {attendance === 'present' ? null : <Text className="firm">{attendanceNames[attendance]}</Text>}
              </View>
            ))
          ) : (
            <Text className="attendance-away soft">不参加</Text>
          )}
          {isDoubted ? (
            <Mark kind="asked" icon="look">
              有出入
            </Mark>
          ) : null}
        </View>
        {onPeople ? (
          <View id={`people-${unitId}`} className="link quiet attendance-edit" onClick={() => onPeople(unitId)}>
            改名单
          </View>
        ) : null}
      </View>
    )
  },
  // What it calls is new at every drawing and does the same.
  (before, after) =>
    before.unit === after.unit &&
    before.number === after.number &&
    before.activePlace === after.activePlace &&
    before.chosenPlace === after.chosenPlace,
)

function classOf(attendance: Attendance, isActive: boolean, isChosen: boolean): string {
  return ['person', attendance, isActive && 'active', isChosen && 'chosen'].filter(Boolean).join(' ')
}
