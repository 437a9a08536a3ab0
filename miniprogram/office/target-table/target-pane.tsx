import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import type { TargetRow, TargetTable } from '#shared/contract/target-contract'
import type { DescribedMeasure } from '#shared/records/describe-measures'
import { ChoiceCard } from '../../components/choice-card/choice-card'
import { TextField } from '../../components/text-field/text-field'
import { readCount } from '../../records/typed-values'
import { printCount } from './target-words'
import { type TargetPlace, type TypedTarget, targetKey, typedState } from './typed-targets'
import '../../components/card/card.css'

interface TargetPaneProps {
  cell: {
    unit: TargetRow
    measure: DescribedMeasure
    place: TargetPlace
    standing: number | null
    typed: TypedTarget | null
  } | null
  table: TargetTable
  mayWrite: boolean
  onWrite: (text: string) => void
  onForget: (place: TargetPlace) => void
}

/** Beside the grid: which number the active cell is, and, where two people gave two, both. */
export function TargetPane({ cell, table, mayWrite, onWrite, onForget }: TargetPaneProps) {
  if (!cell)
    return (
      <View id="target-pane" className="card">
        <View className="soft">这个单位的评分细则里没有这个任务，不用填。</View>
      </View>
    )
  const { unit, measure, place, standing, typed } = cell
  const read = typed && readCount(typed.text)
  const isStale = typed !== null && typedState(typed, table) === 'stale'
  return (
    <View id="target-pane" className="card">
      <View className="head">{unit.name}</View>
      <View className="mt-1">{measure.name}</View>
      <View className="note soft">
        {measure.items
          .filter(item => item.audience === unit.audience)
          .map(item => `第${item.number}项 ${item.shortName}`)
          .join('、')}
      </View>
      <View className="rule" />
      {isStale ? (
        <>
          <View className="asked firm">您填的时候，别人也改了这一格</View>
          <View className="mt-2" />
          <ChoiceCard
            id="target-mine"
            chosen={false}
            title="您填的"
            figure={<Text className="head">{typed.text === '' ? '空' : typed.text}</Text>}
            note="点一下，用您填的"
            onPress={() => onWrite(typed.text)}
          />
          <ChoiceCard
            id="target-theirs"
            chosen={false}
            title="现在的"
            figure={<Text className="head">{printCount(standing) || '空'}</Text>}
            note="点一下，用现在的"
            onPress={() => onForget(place)}
          />
        </>
      ) : mayWrite ? (
        <TargetField
          key={`${targetKey(place)}:${standing}:${typed?.text ?? ''}`}
          label={`任务数（${measure.unit}）`}
          initial={typed?.text ?? printCount(standing)}
          problem={read && 'why' in read ? read.why : null}
          onWrite={onWrite}
        />
      ) : (
        <View className="between base">
          <Text>任务数</Text>
          <Text className="head">{standing === null ? '没有给' : `${printCount(standing)}${measure.unit}`}</Text>
        </View>
      )}
    </View>
  )
}

interface TargetFieldProps {
  label: string
  initial: string
  problem: string | null
  onWrite: (text: string) => void
}

/** The number where there are no keys: written into the cell when the field is left, not digit by digit. */
function TargetField({ label, initial, problem, onWrite }: TargetFieldProps) {
  const begun = useRef<string | null>(null)
  return (
    <TextField
      id="target-number"
      label={label}
      initial={initial}
      kind="points"
      maximum={12}
      problem={problem}
      onInput={text => {
        begun.current = text
      }}
      onLeave={() => {
        if (begun.current !== null) onWrite(begun.current)
      }}
    />
  )
}
