import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { tableKeys } from '../../platform/table-keys'
import type { CellPlace } from './grid-movement'
import { GridRow } from './grid-row'
import type { GridColumnView, GridRowView } from './grid-view'
import { useGridKeys } from './use-grid-keys'
import './score-grid.css'

interface ScoreGridProps {
  columns: readonly GridColumnView[]
  rows: readonly GridRowView[]
  /** 满分 18, over the sums; left out where there are none. */
  sumNote?: string
  active: CellPlace
  isWritable: boolean
  onMove: (to: CellPlace) => void
  onType: (text: string) => void
  onPaste: (clipboard: string) => void
}

/**
 * Units × items, worked like a spreadsheet: arrows, Enter for the next unit, digits to type, a column or block pasted
 * from Excel. It scrolls inside itself, so that heads and names stay. A head makes its column the active one, so that what
 * stands beside the grid says all of it. A cell has the id `cell-<row>-<column>`, a head `head-<column>`, from 1.
 */
export function ScoreGrid({ columns, rows, sumNote, active, isWritable, onMove, onType, onPaste }: ScoreGridProps) {
  const text = rows[active.row]?.cells[active.column]?.text ?? ''
  const size = { rows: rows.length, columns: columns.length }
  const { typing, finish } = useGridKeys({ active, size, isWritable, text, onMove, onType, onPaste })
  const choose = (to: CellPlace) => {
    finish()
    onMove(to)
  }
  useEffect(() => tableKeys.reveal(cellId(active)), [active])
  const hasState = rows[0]?.state !== undefined
  const beside = besideItems + (hasState ? stateWidth : 0) + (sumNote === undefined ? 0 : sumWidth)
  return (
    <View {...scrolledByKeys} id="score-grid" className="score-grid">
      <View
        className="score-grid-table"
        style={{ minWidth: `calc(${beside + columns.length * itemWidth}px * var(--scale))` }}
      >
        <View className="score-grid-head">
          <View className="score-grid-line">
            <View className="score-grid-th order figure">序</View>
            <View className="score-grid-th name">单位</View>
            {hasState ? <View className="score-grid-th state">状态</View> : null}
            {columns.map((column, index) => (
              <View
                key={column.key}
                id={`head-${index + 1}`}
                className="score-grid-th item"
                onClick={() => choose({ row: active.row, column: index })}
              >
                <View className="between">
                  <Text className="firm">{column.title}</Text>
                  <Text className="soft score-grid-light">{column.note}</Text>
                </View>
                <View className="score-grid-words summary">{column.text}</View>
              </View>
            ))}
            {sumNote === undefined ? null : (
              <View className="score-grid-th sum figure">
                <View>小计</View>
                <View className="soft score-grid-light">{sumNote}</View>
              </View>
            )}
          </View>
        </View>
        <View className="score-grid-body">
          {rows.map((row, index) => (
            <GridRow
              key={row.key}
              row={row}
              place={index}
              columns={columns}
              activeColumn={index === active.row ? active.column : null}
              typing={index === active.row ? typing : null}
              onChoose={choose}
            />
          ))}
        </View>
      </View>
    </View>
  )
}

/** 序 and 单位 together, 状态, 小计, and the least that an item's two lines need. */
const besideItems = 180
const stateWidth = 126
const sumWidth = 72
const itemWidth = 100

const cellId = ({ row, column }: CellPlace) => `cell-${row + 1}-${column + 1}`
