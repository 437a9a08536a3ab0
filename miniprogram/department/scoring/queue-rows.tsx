import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { memo } from 'react'
import type { QueueItem, QueueUnit } from '#shared/contract/review-contract'
import { audienceNames } from '#shared/rubric/audience-names'
import type { Audience } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'
import { Icon } from '../../components/icon/icon'
import { Mark } from '../../components/mark/mark'
import { isOpenForReview } from '../../components/scoring/review-draft'
import { UnitState } from '../../components/unit-state/unit-state'
import { byItemAddress, reviewAddress } from './addresses'
import './queue-rows.css'

interface Groups<Row> {
  groups: { audience: Audience; rows: Row[] }[]
}

/** 按单位: in the county's order, with the annex over each run. A row has the id `unit-<unitId>`. */
export const QueueUnits = memo(function QueueUnits({ groups }: Groups<QueueUnit>) {
  return (
    <View>
      {groups.map(({ audience, rows }) => (
        <View key={rows[0]?.unitId}>
          <GroupHead name={audienceNames[audience]} count={`${rows.length}家`} />
          {rows.map(unit => (
            <UnitLine key={unit.unitId} unit={unit} />
          ))}
        </View>
      ))}
    </View>
  )
})

/** 按项: every item of ours, annex by annex. A row has the id `item-<itemId>`. */
export const QueueItems = memo(function QueueItems({ groups }: Groups<QueueItem>) {
  return (
    <View>
      {groups.map(({ audience, rows }) => (
        <View key={rows[0]?.itemId}>
          <GroupHead name={audienceNames[audience]} count={`${rows.length}项`} />
          {rows.map(item => (
            <ItemLine key={item.itemId} item={item} />
          ))}
        </View>
      ))}
    </View>
  )
})

function GroupHead({ name, count }: { name: string; count: string }) {
  return (
    <View className="queue-group">
      <Text>{name}</Text>
      <Text className="note soft">{count}</Text>
    </View>
  )
}

function UnitLine({ unit }: { unit: QueueUnit }) {
  const isOpen = isOpenForReview(unit.state)
  const open = () => Taro.navigateTo({ url: reviewAddress(unit.unitId) })
  return (
    <View
      id={`unit-${unit.unitId}`}
      className="queue-row"
      hoverClass={isOpen ? 'pressed' : 'none'}
      onClick={isOpen ? open : undefined}
    >
      <View className="grow">
        <View className="row wrap gap-2">
          <Text className={isOpen ? '' : 'soft'}>{unit.name}</Text>
          {unit.late ? <Mark kind="late">逾期报送</Mark> : null}
          {unit.doubts > 0 ? <Mark kind="asked">{`疑问 ${unit.doubts}`}</Mark> : null}
        </View>
        {isOpen ? <Progress decided={unit.decided} of={unit.items} drafts={unit.drafts} /> : null}
      </View>
      <UnitState state={unit.state} />
      {isOpen ? <Icon name="next" size="small" /> : <View className="queue-no-arrow" />}
    </View>
  )
}

function ItemLine({ item }: { item: QueueItem }) {
  const left = item.submitted - item.decided
  const open = () => Taro.navigateTo({ url: byItemAddress(item.rubricVersionId, item.itemId) })
  return (
    <View id={`item-${item.itemId}`} className="queue-row" hoverClass="pressed" onClick={open}>
      <View className="queue-number">{item.number}</View>
      <View className="grow">
        <View>
          {item.shortName}
          <Text className="soft nowrap">（{printPoints(item.points)}分）</Text>
        </View>
        <View className="note soft">{item.submitted === 0 ? '还没有单位报送' : wordsOf(item.decided, left)}</View>
      </View>
      {item.submitted > 0 && left === 0 ? <Done /> : null}
      <Icon name="next" size="small" />
    </View>
  )
}

const wordsOf = (decided: number, left: number) =>
  left === 0 ? `定分 ${decided}家` : `定分 ${decided}家，还有${left}家`

function Progress({ decided, of, drafts }: { decided: number; of: number; drafts: number }) {
  return (
    <View className="row gap-2 note soft">
      <Text>
        定分 {decided}/{of}
      </Text>
      {drafts > 0 ? <Text>草稿 {drafts}</Text> : null}
      {decided === of ? <Done /> : null}
    </View>
  )
}

function Done() {
  return (
    <View className="done">
      <Icon name="check" size="small" />
    </View>
  )
}
