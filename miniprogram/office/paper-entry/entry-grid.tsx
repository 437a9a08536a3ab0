import { Input, Text, View } from '@tarojs/components'
import { memo, useRef, useState } from 'react'
import { printPoints } from '#shared/scoring/points'
import { Icon } from '../../components/icon/icon'
import { fieldKeys } from '../../platform/field-keys'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { spokenName } from '../../platform/spoken-name'
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
export function EntryGrid(props: EntryGridProps) {
  const { rows, problems, headings, focus, disabled } = props
  // Cells are drawn anew only when something of their own changes, so what they call must stay the same function.
  const latest = useRef(props)
  latest.current = props
  const [acts] = useState<CellActs>(() => ({
    onType(column, itemId, text) {
      const row = latest.current.rows.find(one => one.item.id === itemId)
      if (row) latest.current.onType(row, column === 'score' ? { written: text } : { explanation: text })
    },
    onFocus: cell => latest.current.onFocus(cell),
    onNext: cell => latest.current.onNext(cell),
  }))
  return (
    <View {...scrolledByKeys} id="entry-grid" className="entry-grid">
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
          column,
          name: column === 'score' ? headings.score : headings.note,
          itemId: row.item.id,
          number: row.item.number,
          focused: focus === cellId(column, row.item.id),
          disabled,
          acts,
        })
        return (
          <View key={row.item.id} className={asked ? 'entry-row asked-row' : 'entry-row'}>
            <View className="figure soft">{row.item.number}</View>
            <RowWords text={row.item.text} />
            <View className="figure soft">{printPoints(row.item.points)}</View>
            {row.locked ? (
              <Decided written={row.shown.written} />
            ) : (
              <>
                <View className="entry-field figure">
                  <Cell {...cell('score')} initial={row.shown.written} />
                </View>
                <View className="entry-field">
                  <Cell {...cell('note')} initial={row.shown.explanation} />
                </View>
              </>
            )}
          </View>
        )
      })}
    </View>
  )
}

function RowWords({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View className="entry-words" onClick={() => setOpen(!isOpen)}>
      <View className={isOpen ? 'note' : 'entry-clamp summary note'}>{text}</View>
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

interface CellActs {
  onType: (column: CellColumn, itemId: string, text: string) => void
  onFocus: (cell: string) => void
  onNext: (cell: string) => void
}

interface CellProps {
  column: CellColumn
  /** 自评, 备注, 得分, 扣分说明: shown inside while it is empty, where no head of a column says it. */
  name: string
  itemId: string
  number: number
  initial: string
  focused: boolean
  disabled: boolean
  acts: CellActs
}

/** One field, never written into while somebody types: its first value is the only one it is given. */
function Field({ column, name, itemId, number, initial, focused, disabled, acts }: CellProps) {
  const [first] = useState(initial)
  const [named] = useState(() => spokenName(`第${number}项${name}`))
  const id = cellId(column, itemId)
  return (
    <View id={id} className={focused ? 'entry-cell focused' : 'entry-cell'}>
      <Input
        {...named}
        className="entry-input"
        type="text"
        defaultValue={first}
        placeholder={name}
        placeholderClass="entry-placeholder"
        {...(fieldKeys.byProperty && { focus: focused })}
        disabled={disabled}
        maxlength={500}
        confirmType="next"
        confirmHold
        cursorSpacing={120}
        onInput={event => acts.onType(column, itemId, event.detail.value)}
        onFocus={() => acts.onFocus(id)}
        onConfirm={() => acts.onNext(id)}
      />
    </View>
  )
}

const Cell = memo(Field, (before, after) => before.focused === after.focused && before.disabled === after.disabled)
