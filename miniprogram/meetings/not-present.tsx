import { Text, View } from '@tarojs/components'
import { type Attendance, attendanceNames, attendances } from '#shared/records/meeting'
import { Chip } from '../components/chip/chip'
import { TextField } from '../components/text-field/text-field'
import type { DraftUnit } from './meeting-draft'

interface NotPresentProps {
  units: readonly DraftUnit[]
  onMark: (unitId: string, place: number, attendance: Attendance) => void
  onNote: (unitId: string, place: number, note: string) => void
}

/** Who is not there, as marked: 缺席, 请假 or 代会, and who came instead or why not. */
export function NotPresent({ units, onMark, onNote }: NotPresentProps) {
  const missing = units
    .filter(unit => unit.invited)
    .flatMap(({ unitId, name, people }) =>
      people.flatMap((person, place) => (person.attendance === 'present' ? [] : [{ unitId, name, place, ...person }])),
    )
  return (
    <View id="not-present" className="card">
      <View className="between">
        <Text className="firm">没到的人</Text>
        <Text className="note soft">{missing.length === 0 ? '' : `${missing.length}人`}</Text>
      </View>
      {missing.length === 0 ? (
        <View className="soft mt-1">谁没到，在名单里点一下名字：点一下缺席，再点请假，再点代会。其余都记到会。</View>
      ) : null}
      {missing.map(({ unitId, name, place, person, attendance, note }) => (
        <View key={`${unitId}:${person}`} id={`missing-${unitId}-${place}`} className="missing">
          <View>
            <Text className="firm">{person}</Text>
            <Text className="note soft">　{name}</Text>
          </View>
          <View className="chips mt-1">
            {attendances.map(way => (
              <Chip
                key={way}
                id={`mark-${unitId}-${place}-${way}`}
                chosen={way === attendance}
                onPress={() => onMark(unitId, place, way)}
              >
                {attendanceNames[way]}
              </Chip>
            ))}
          </View>
          <View className="mt-1">
            <TextField
              key={attendance === 'proxy' ? 'proxy' : 'reason'}
              id={`note-${unitId}-${place}`}
              initial={note}
              placeholder={attendance === 'proxy' ? '谁来代会' : '原因，可不写'}
              maximum={60}
              onInput={text => onNote(unitId, place, text)}
            />
          </View>
        </View>
      ))}
    </View>
  )
}
