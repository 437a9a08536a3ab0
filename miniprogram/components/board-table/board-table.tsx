import { Text, View } from '@tarojs/components'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { departmentLines } from '#shared/results/narrow-lines'
import { printPoints } from '#shared/scoring/points'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { UnitState } from '../unit-state/unit-state'
import { DepartmentCell } from './department-cell'
import './board-table.css'

/** One unit of the board, with what a table cannot know: its number in the county's order and the day's words. */
export interface BoardRow {
  number: number
  unit: OverviewUnit
  /** 12月11日 9:05, 12月14日 代录; empty while nothing was submitted. */
  submitted: string
  /** 逾期1天，还没有报送; null where the unit is not late. */
  late: string | null
  /** 展期到12月3日; null where nothing is waited for so long. */
  extended: string | null
}

interface BoardTableProps {
  departments: readonly { departmentId: string; name: string }[]
  /** Each has the id `board-<unitId>`. */
  rows: readonly BoardRow[]
  onOpen: (unitId: string) => void
}

/** Units × departments. Head and names stay in sight when it is pushed; a row opens the unit's form. */
export function BoardTable({ departments, rows, onOpen }: BoardTableProps) {
  const columns = columnsFor(departments.length)
  return (
    <View {...scrolledByKeys} id="board-table" className="board-table">
      <View className="board-row board-head" style={columns}>
        <View className="board-number">序</View>
        <View className="board-unit">单位</View>
        <View>状态</View>
        <View className="figure">报送</View>
        <View className="figure">自评</View>
        {departments.map(({ departmentId, name }) => (
          <View key={departmentId} className="note">
            {departmentLines(name).join('\n')}
          </View>
        ))}
        <View className="figure">{'部室\n评分'}</View>
      </View>
      {rows.map(({ number, unit, submitted, late, extended }) => (
        <View
          key={unit.unitId}
          id={`board-${unit.unitId}`}
          className="board-row board-unit-row"
          hoverClass="pressed"
          style={columns}
          onClick={() => onOpen(unit.unitId)}
        >
          <View className="board-number soft">{number}</View>
          <View className="board-unit">{unit.name}</View>
          <View>
            <UnitState state={unit.state} />
          </View>
          <View className={unit.late ? 'figure note late' : 'figure note'}>{submitted}</View>
          <View className="figure">{unit.submittedAt === null ? '' : printPoints(unit.selfTotal)}</View>
          {late === null && extended === null ? (
            departments.map(({ departmentId }) => (
              <DepartmentCell
                key={departmentId}
                progress={unit.submittedAt === null ? undefined : unit.byDepartment[departmentId]}
              />
            ))
          ) : (
            <View
              className={late === null ? 'soft' : 'board-late late'}
              style={{ gridColumnEnd: `span ${departments.length + 1}` }}
            >
              {late ?? extended}
            </View>
          )}
          {late === null && extended === null ? (
            <View className="figure firm">
              <Text id={`board-score-${unit.unitId}`}>{unit.score.complete ? printPoints(unit.score.total) : ''}</Text>
            </View>
          ) : null}
        </View>
      ))}
    </View>
  )
}

const wide = (pixels: number) => `calc(${pixels}px * var(--scale))`

/**
 * 序, 单位, 状态, 报送, 自评, one column a department, 部室评分; wider in 大字. Every row is a grid of its own, so all get
 * one width.
 */
function columnsFor(departments: number): { gridTemplateColumns: string; minWidth: string } {
  return {
    gridTemplateColumns: `40px minmax(${wide(140)}, 1.2fr) ${wide(136)} ${wide(124)} ${wide(60)} repeat(${departments}, minmax(${wide(82)}, 1fr)) ${wide(64)}`,
    minWidth: wide(564 + 82 * departments),
  }
}
