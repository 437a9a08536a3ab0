import { Input, Text, View } from '@tarojs/components'
import { memo, useState } from 'react'
import { printPoints } from '#shared/scoring/points'
import { Icon } from '../../components/icon/icon'
import { type CellColumn, cellId } from '../paper-sheet/cells'
import type { RowProblems } from '../paper-sheet/entry-problems'
import type { EntryRow } from '../paper-sheet/entry-rows'

interface EntryGridProps {
  rows: readonly EntryRow[]
  problems: RowProblems
  /** 自评 and 备注, or 得分 and 扣分说明. */
  headings: { score: string; note: string }
  focus: string | null
  disabled: boolean
  onType: (row: EntryRow, typed: { written?: string; explanation?: string }) => void
  onFocus: (cell: string) => void
  /** 下一项 on a phone's keyboard. */
  onNext: (cell: string) => void
}

/** The rows of the annex as they stand on the paper: type down the column, Enter goes to the next item. */
export function EntryGrid({ rows, problems, headings, focus, disabled, onType, onFocus, onNext }: EntryGridProps) {
  return (
    <View id="entry-grid" className="entry-grid">
      <View className="entry-row entry-head">
        <View className="figure">项</View>
        <View>考评内容</View>
        <View className="figure">满分</View>
        <View className="figure">{headings.score}</View>
        <View>{headings.note}</View>
      </View>
      {rows.map(row => {
        const asked = problems[row.item.id] !== undefined && focus !== cellId('score', row.item.id)
        const cell = (column: CellColumn) => ({
          id: cellId(column, row.item.id),
          focused: focus === cellId(column, row.item.id),
          disabled,
          onFocus,
          onNext,
        })
        return (
          <View key={row.item.id} className={asked ? 'entry-row asked-row' : 'entry-row'}>
            <View className="figure soft">{row.item.number}</View>
            <View className="entry-words">
              <View className="entry-clamp note">{row.item.text}</View>
            </View>
            <View className="figure soft">{printPoints(row.item.points)}</View>
            {row.locked ? (
              <Decided written={row.shown.written} />
            ) : (
              <>
                <View className="entry-field figure">
                  <Cell {...cell('score')} initial={row.shown.written} onType={written => onType(row, { written })} />
                </View>
                <View className="entry-field">
                  <Cell
                    {...cell('note')}
                    initial={row.shown.explanation}
                    onType={explanation => onType(row, { explanation })}
                  />
                </View>
              </>
            )}
          </View>
        )
      })}
    </View>
  )
}

function Decided({ written }: { written: string }) {
  return (
    <>
      <View className="figure firm">{written}</View>
      <View className="row gap-1 done note">
        <Icon name="check" size="small" />
        <Text>部室已定分，不用代录</Text>
      </View>
    </>
  )
}

interface CellProps {
  id: string
  initial: string
  focused: boolean
  disabled: boolean
  onType: (text: string) => void
  onFocus: (cell: string) => void
  onNext: (cell: string) => void
}

/** One field, never written into while somebody types: its first value is the only one it is given. */
const Cell = memo(function Cell({ id, initial, focused, disabled, onType, onFocus, onNext }: CellProps) {
  const [first] = useState(initial)
  return (
    <View id={id} className={focused ? 'entry-cell focused' : 'entry-cell'}>
      <Input
        className="entry-input"
        type="text"
        defaultValue={first}
        focus={focused}
        disabled={disabled}
        maxlength={500}
        confirmType="next"
        confirmHold
        cursorSpacing={120}
        onInput={event => onType(event.detail.value)}
        onFocus={() => onFocus(id)}
        onConfirm={() => onNext(id)}
      />
    </View>
  )
})
