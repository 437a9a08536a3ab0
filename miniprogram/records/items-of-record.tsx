import { Text, View } from '@tarojs/components'
import type { KeptRecord } from '#shared/contract/record-contract'
import { itemsByAnnex } from './record-words'

/** The items that rest on a record; a line never breaks within one annex. */
export function ItemsOfRecord({ record }: { record: Pick<KeptRecord, 'items'> }) {
  return (
    <View className="note soft records-items">
      {itemsByAnnex(record).map(words => (
        <Text key={words} className="nowrap">
          {words}
        </Text>
      ))}
    </View>
  )
}
