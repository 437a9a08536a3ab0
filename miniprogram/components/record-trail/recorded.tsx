import { Text, View } from '@tarojs/components'
import type { EntryLine } from './entry-lines'
import type { RecordedView } from './trail-view'

interface RecordedProps {
  recorded: RecordedView
  onDoubt?: (recorded: RecordedView) => void
}

/** The entries that make a figure, where they come from, and 有出入. */
export function Recorded({ recorded, onDoubt }: RecordedProps) {
  const { lines, basis, counted } = recorded
  if (basis === '') return null
  return (
    <View className="mt-1">
      {lines.map(line => (
        <Line key={line.entryId} line={line} />
      ))}
      <View className="trail-foot">
        <View className="note soft grow">{basis}</View>
        {onDoubt ? (
          <View id={`doubt-${counted[0]?.measure}`} className="link" onClick={() => onDoubt(recorded)}>
            有出入
          </View>
        ) : null}
      </View>
    </View>
  )
}

function Line({ line }: { line: EntryLine }) {
  const struck = line.isRemoved ? ' struck' : ''
  return (
    <View className="trail-line">
      <View className={`trail-entry${struck}`}>
        {line.day ? <View className="trail-day soft">{line.day}</View> : null}
        <View className="grow">
          <View>{line.title}</View>
          {line.note ? <View className="note soft">{line.note}</View> : null}
        </View>
        <View className="nowrap">{line.counts}</View>
      </View>
      {line.corrections.map(({ before, words }) => (
        <View key={words} className={`note soft${line.day ? ' trail-correction' : ''}`}>
          {before === null ? null : (
            <Text>
              原记 <Text className="struck">{before}</Text>，
            </Text>
          )}
          <Text>{words}</Text>
        </View>
      ))}
    </View>
  )
}
