import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Hundredths } from '#shared/scoring/points'
import { printPoints } from '#shared/scoring/points'
import { Icon } from '../icon/icon'
import { ScoreFigure } from '../score-figure/score-figure'
import './unit-row.css'

interface UnitRowProps {
  id?: string
  name: string
  /** Under the name: what the county holds, 按记录 0.5. */
  held?: string
  /** Under the name: the 扣分说明 of a decided one, the remark of the open one. */
  below?: string
  selfScore: Hundredths | null
  selfNotApplicable: boolean
  /** 部室评分, drafted or decided; null: 没评. */
  score: Hundredths | null
  notApplicableAgreed?: boolean
  decided: boolean
  maximum: Hundredths
  /** Shown under the row while it is open: the scoring itself. */
  children?: ReactNode
  onPress?: () => void
}

/** One unit in 第5项　各单位: closed a line of figures, open the place where it is scored. */
export function UnitRow(props: UnitRowProps) {
  const { id, name, held, below, selfScore, selfNotApplicable, children, onPress } = props
  return (
    <View id={id} className={children ? 'unit-row open' : 'unit-row'}>
      <View className="unit-row-line" hoverClass="pressed" onClick={onPress}>
        <View className="grow">
          <View className={children ? 'firm' : ''}>{name}</View>
          {held ? <View className="note">{held}</View> : null}
          {below ? <View className="note soft">{below}</View> : null}
        </View>
        <View className="unit-row-self">
          {selfNotApplicable ? '不涉及' : selfScore === null ? '—' : printPoints(selfScore)}
        </View>
        <View className="unit-row-score">
          <Decided {...props} />
        </View>
      </View>
      {children ? <View className="unit-row-open">{children}</View> : null}
    </View>
  )
}

function Decided({ score, notApplicableAgreed, decided, maximum }: UnitRowProps) {
  if (score === null && !notApplicableAgreed) return <View className="soft">没评</View>
  return (
    <View className="row gap-1">
      {decided ? (
        <View className="done">
          <Icon name="check" />
        </View>
      ) : null}
      <ScoreFigure score={score} notApplicable={notApplicableAgreed} maximum={maximum} />
    </View>
  )
}
