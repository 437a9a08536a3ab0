import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Icon } from '../icon/icon'
import { UnitState } from '../unit-state/unit-state'
import type { CellPlace } from './grid-movement'
import type { GridCellView, GridColumnView, GridRowView } from './grid-view'

interface GridRowProps {
  row: GridRowView
  place: number
  columns: readonly GridColumnView[]
  /** Null while another row has the active cell. */
  activeColumn: number | null
  typing: string | null
  onChoose: (to: CellPlace) => void
}

/** One unit's row. Drawn again only when it or its active cell changes: a county has 60 rows and types fast. */
export const GridRow = memo(function GridRow({ row, place, columns, activeColumn, typing, onChoose }: GridRowProps) {
  return (
    <View className={activeColumn === null ? 'score-grid-line' : 'score-grid-line on'}>
      <View className="score-grid-td order figure soft">{place + 1}</View>
      <View className="score-grid-td name">{row.name}</View>
      {row.state === undefined ? null : (
        <View className="score-grid-td state">
          <UnitState state={row.state} />
        </View>
      )}
      {row.closed === null
        ? columns.map((column, index) => (
            <Cell
              key={column.key}
              id={`cell-${place + 1}-${index + 1}`}
              view={row.cells[index] ?? blank}
              readOnly={column.readOnly}
              isActive={index === activeColumn}
              typing={index === activeColumn ? typing : null}
              onPress={() => onChoose({ row: place, column: index })}
            />
          ))
        : columns.map((column, index) => (
            <View
              key={column.key}
              id={`cell-${place + 1}-${index + 1}`}
              className={closedClass(index === 0, index === activeColumn)}
              onClick={() => onChoose({ row: place, column: index })}
            >
              {index === 0 ? <View className="score-grid-closed runs-over soft">{row.closed}</View> : null}
            </View>
          ))}
      {row.sum === undefined ? null : <View className="score-grid-td sum figure firm">{row.sum}</View>}
    </View>
  )
}, isSameRow)

const closedClass = (isFirst: boolean, isActive: boolean) =>
  `score-grid-td cell closed${isFirst ? ' first' : ''}${isActive ? ' active' : ''}`

const blank: GridCellView = { text: '', kind: 'empty' }

/** The press handler is new at every drawing and does the same. */
function isSameRow(before: GridRowProps, after: GridRowProps): boolean {
  return (
    before.row === after.row &&
    before.columns === after.columns &&
    before.activeColumn === after.activeColumn &&
    before.typing === after.typing
  )
}

interface CellProps {
  id: string
  view: GridCellView
  readOnly: boolean
  isActive: boolean
  typing: string | null
  onPress: () => void
}

/** ✓ is 定分, without is a draft, the corner is a 扣分说明, ochre has to be looked at. */
function Cell({ id, view, readOnly, isActive, typing, onPress }: CellProps) {
  const classes = ['score-grid-td cell figure', view.kind]
  if (view.explained) classes.push('explained')
  if (isActive) classes.push('active')
  if (readOnly) classes.push('read-only')
  return (
    <View id={id} className={classes.join(' ')} onClick={onPress}>
      {typing === null && view.kind === 'decided' ? (
        <View className="score-grid-sign done">
          <Icon name="check" size="small" />
        </View>
      ) : null}
      {typing === null && view.kind === 'bad' ? (
        <View className="score-grid-sign">
          <Icon name="look" size="small" />
        </View>
      ) : null}
      <Text className={typing === null ? '' : 'score-grid-typed'}>{typing ?? view.text}</Text>
    </View>
  )
}
