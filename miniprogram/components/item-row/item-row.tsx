import { View } from '@tarojs/components'
import { memo } from 'react'
import type { Hundredths } from '#shared/scoring/points'
import { Mark } from '../mark/mark'
import { ScoreFigure } from '../score-figure/score-figure'
import './item-row.css'

/** One item of a list as primitives, so that a row is drawn again only when something on it changed. */
export interface ItemRowView {
  itemId: string
  number: number
  text: string
  score: Hundredths | null
  notApplicable: boolean
  maximum: Hundredths
  /** Under the score: 资料 2, 县总记录, 没附资料. */
  note: string
  /** Instead of the note: what somebody is waited for. */
  asked?: string
}

interface ItemRowProps extends ItemRowView {
  onPress: (itemId: string) => void
}

/** What two lines of a phone hold, and some; the rest of the text would travel to the screen for nothing. */
const SHOWN = 48

/** One item of the 目录, id `item-<number>`. Flat and memoised: 25 of them are the largest list of the program. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { itemId, number, text, score, notApplicable, maximum, note, asked, onPress } = props
  return (
    <View id={`item-${number}`} className="item-row" hoverClass="pressed" onClick={() => onPress(itemId)}>
      <View className="item-row-number">{number}</View>
      <View className="item-row-text summary">{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</View>
      <View className="item-row-side">
        <ScoreFigure score={score} notApplicable={notApplicable} maximum={maximum} />
        {asked ? <Mark kind="asked">{asked}</Mark> : <View className="note soft">{note}</View>}
      </View>
    </View>
  )
})
