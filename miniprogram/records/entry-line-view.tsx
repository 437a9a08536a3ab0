import { Text, View } from '@tarojs/components'
import type { EntryLine } from '../components/record-trail/entry-lines'

interface EntryLineViewProps {
  line: EntryLine
  /** Is being corrected below. */
  chosen: boolean
  /** Null where it cannot be corrected now. */
  onCorrect: (() => void) | null
}

/** One entry with what stood there before, struck through. */
export function EntryLineView({ line, chosen, onCorrect }: EntryLineViewProps) {
  const { entryId, day, title, note, counts, isRemoved, corrections } = line
  return (
    <View id={`entry-${entryId}`} className={chosen ? 'records-entry chosen' : 'records-entry'}>
      <View className="row top gap-3">
        <View className={isRemoved ? 'grow struck' : 'grow'}>
          <View>{title}</View>
          <View className="note soft">{[day, note].filter(Boolean).join('　')}</View>
        </View>
        <View className={isRemoved ? 'nowrap struck' : 'nowrap firm'}>{counts}</View>
        {onCorrect ? (
          <View id={`correct-${entryId}`} className="link quiet records-correct" onClick={onCorrect}>
            更正
          </View>
        ) : null}
      </View>
      {corrections.map(({ before, words }) => (
        <View key={words} className="note soft">
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
