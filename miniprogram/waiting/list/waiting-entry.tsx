import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { printMoment } from '#shared/cycle/beijing-time'
import { findItem } from '#shared/rubric/rubric'
import { Button } from '../../components/button/button'
import { Card } from '../../components/card/card'
import type { OutboxStatus } from '../../outbox/status'
import { useSheet } from '../../outbox/use-sheet'
import type { Waiting } from '../../outbox/waiting'
import { machineName } from '../../platform/machine-name'
import type { WaitingList } from './use-waiting'

interface WaitingEntryProps {
  entry: Waiting
  list: WaitingList
}

/** One thing that waits: what, since when, why, and what can be done. */
export function WaitingEntry({ entry, list }: WaitingEntryProps) {
  const { reason } = entry
  return (
    <View className="waiting-entry mt-3">
      <Card>
        <View className="firm">
          {entry.kind === 'self-score' ? <PlaceOf entry={entry} /> : null}
          {entry.words}
        </View>
        <View className="note soft">
          {/* By the phone's clock on both sides, so that it is right also where that clock is not. */}
          {entry.at > 0 ? printMoment(entry.at, Date.now()) : ''}存在{machineName()}里 · {whyWords(entry, list.status)}
        </View>
        {reason.kind === 'conflict' && entry.kind === 'self-score' ? (
          <View className="row gap-3 mt-2">
            <Button onPress={() => Taro.navigateTo({ url: `/unit/item/item?item=${entry.itemId}` })}>去看看</Button>
          </View>
        ) : null}
        {reason.kind === 'refused' ? (
          <View className="row gap-3 mt-2">
            <Button onPress={() => list.retry(entry)}>再试一次</Button>
            <Button onPress={() => list.giveUp(entry)}>不传了</Button>
          </View>
        ) : null}
      </Card>
    </View>
  )
}

/** 第3项, by the sheet as this machine knows it. */
function PlaceOf({ entry }: { entry: Extract<Waiting, { kind: 'self-score' }> }) {
  const { rubric } = useSheet(entry.sheetKey)
  const item = rubric && findItem(rubric, entry.itemId)
  return item ? <>第{item.number}项 </> : null
}

function whyWords({ reason }: Waiting, { kind }: OutboxStatus): string {
  if (reason.kind === 'refused') return reason.problem.message
  if (reason.kind === 'conflict') return '两个填法都在，请您选一个'
  if (kind === 'uploading') return '正在传'
  if (kind === 'held' || kind === 'full') return '还没传'
  return kind === 'no-signal' ? '没信号，有信号就传' : '会自己再传'
}
