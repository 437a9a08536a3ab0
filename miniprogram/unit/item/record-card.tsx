import { View } from '@tarojs/components'
import { Card } from '../../components/card/card'
import { RecordTrail } from '../../components/record-trail/record-trail'
import { asksRecords, isSilent } from '../../components/record-trail/trail-view'
import { DoubtDrawer } from './doubt-drawer'
import { useDoubt } from './use-doubt'
import type { OpenItem } from './use-item'

/** What the county itself holds for the item, between its words and the 自评; one quiet line while that is nothing. */
export function RecordCard({ open }: { open: OpenItem }) {
  const doubting = useDoubt(open)
  const { item, sheet } = open
  const { records } = sheet
  if (!asksRecords(item)) return null
  const trail = (
    <RecordTrail
      item={item}
      held={records}
      doubts={records.doubts}
      reader="unit"
      size="full"
      onDoubt={sheet.abilities['record.raise-doubt'] ? doubting.open : undefined}
    />
  )
  if (isSilent(item, records)) return <View className="record-silent">{trail}</View>
  return (
    <Card id="record">
      {trail}
      {doubting.recorded ? <DoubtDrawer doubting={doubting} recorded={doubting.recorded} /> : null}
    </Card>
  )
}
