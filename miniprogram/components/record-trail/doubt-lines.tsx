import { Text, View } from '@tarojs/components'
import { printDay } from '#shared/cycle/beijing-time'
import type { ShownDoubt } from '#shared/records/records-of-unit'
import type { Item } from '#shared/rubric/rubric'
import { HeldLine } from '../held-line/held-line'
import { Icon } from '../icon/icon'
import { doubtsOf, wordsOfEntry } from './doubts-of'
import type { HeldRecords } from './evaluation-of'

interface DoubtLinesProps {
  item: Item
  held: HeldRecords
  doubts: readonly ShownDoubt[]
  reader: 'unit' | 'department'
}

/** What the unit has said of the records of this item, each with its answer. */
export function DoubtLines({ item, held, doubts, reader }: DoubtLinesProps) {
  return (
    <>
      {doubtsOf(item, doubts).map(doubt => {
        const about = wordsOfEntry(held, doubt)
        return (
          <View key={doubt.doubtId} className="doubt">
            <View className="note soft">
              {reader === 'unit' ? '您' : '单位'} {printDay(doubt.at)}说有出入{about ? `：${about}` : ''}
            </View>
            <View>{doubt.text}</View>
            <HeldLine id={`held-${doubt.doubtId}`} held={doubt.held} words={doubt.text} />
            {doubt.answer ? (
              <View className="mt-1">
                <Text className="note soft">
                  {doubt.answer.by} {printDay(doubt.answer.at)}答复：
                </Text>
                <Text>
                  {doubt.answer.kind === 'corrected' ? '已更正。' : ''}
                  {doubt.answer.text}
                </Text>
                <HeldLine id={`answer-held-${doubt.doubtId}`} held={doubt.answer.held} words={doubt.answer.text} />
              </View>
            ) : (
              <View className="row gap-1 note soft">
                <Icon name="clock" size="small" />
                <Text>{reader === 'unit' ? '已告诉县总，等答复' : '还没有答复'}</Text>
              </View>
            )}
          </View>
        )
      })}
    </>
  )
}
