import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { DeductionReason } from '#shared/assessment/assessment'
import { sumOfReasons } from '#shared/scoring/check-decision'
import { type Hundredths, printPoints } from '#shared/scoring/points'
import { Icon } from '../icon/icon'
import { ListRow } from '../list-row/list-row'
import { TickBox } from '../tick-box/tick-box'
import { NewReason } from './new-reason'
import './reason-list.css'

interface ReasonListProps {
  /** Phrases this department has used for this item, to be used again. */
  phrases: DeductionReason[]
  /** Those chosen for this unit. */
  reasons: DeductionReason[]
  /** What was deducted: the reasons must sum to it. */
  gap: Hundredths
  /** A 扣分说明 that was begun and left: what was typed of it, and how to keep what is typed. */
  begun: { read: () => string; keep: (phrase: string) => void }
  onChange: (reasons: DeductionReason[]) => void
}

/** 扣分说明: tick what applies, write what is new; the head says whether it sums to the deduction. */
export function ReasonList({ phrases, reasons, gap, begun, onChange }: ReasonListProps) {
  const [adding, setAdding] = useState(() => begun.read() !== '')
  const rest = gap - sumOfReasons(reasons)
  const offered = phrases.filter(offer => !reasons.some(reason => isSame(reason, offer)))
  const add = (reason: DeductionReason) => {
    setAdding(begun.read() !== '')
    onChange([...reasons.filter(other => !isSame(other, reason)), reason])
  }
  return (
    <View>
      <View className="between">
        <Text className="firm">扣分说明</Text>
        <SumOfReasons rest={rest} sum={gap - rest} />
      </View>
      <View className="reasons mt-1">
        {reasons.map(reason => (
          <ReasonRow
            key={keyOf(reason)}
            reason={reason}
            chosen
            onPress={() => onChange(reasons.filter(other => other !== reason))}
          />
        ))}
        {offered.map(offer => (
          <ReasonRow key={keyOf(offer)} reason={offer} chosen={false} onPress={() => add(plain(offer))} />
        ))}
        <ListRow id="reason-new" before={<Icon name="plus" />} arrow={!adding} onPress={() => setAdding(!adding)}>
          别的说明
        </ListRow>
        {adding ? (
          <NewReason
            initialPoints={Math.max(rest, 0)}
            begun={begun.read()}
            onBegun={begun.keep}
            onAdd={reason => {
              begun.keep('')
              add(reason)
            }}
          />
        ) : null}
      </View>
    </View>
  )
}

function ReasonRow({ reason, chosen, onPress }: { reason: DeductionReason; chosen: boolean; onPress: () => void }) {
  return (
    <ListRow
      before={<TickBox on={chosen} />}
      after={<Text className={chosen ? 'firm' : ''}>{printPoints(-reason.points)}</Text>}
      onPress={onPress}
    >
      {reason.phrase}
    </ListRow>
  )
}

function SumOfReasons({ sum, rest }: { sum: Hundredths; rest: Hundredths }) {
  if (rest === 0)
    return (
      <View className="row gap-1 note done">
        <Icon name="check" size="small" />
        <Text id="reason-sum">合计 {printPoints(-sum)}，对上了</Text>
      </View>
    )
  return (
    <View className="row gap-1 note asked">
      <Icon name="look" size="small" />
      <Text id="reason-sum">
        合计 {printPoints(-sum)}，{rest > 0 ? '还差' : '多了'} {printPoints(Math.abs(rest))}
      </Text>
    </View>
  )
}

const isSame = (one: DeductionReason, other: DeductionReason) =>
  one.phrase === other.phrase && one.points === other.points
const keyOf = (reason: DeductionReason) => `${reason.phrase}:${reason.points}`
/** Without what else an offered phrase carries, e.g. how often it was used. */
const plain = ({ phrase, points }: DeductionReason): DeductionReason => ({ phrase, points })
