import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { audienceNames } from '#shared/rubric/audience-names'
import { printPoints } from '#shared/scoring/points'
import { isWide } from '../../components/page/is-wide'
import { isLargeType } from '../../components/page/large-type'
import { ScoreGrid } from '../../components/score-grid/score-grid'
import { GridFoot } from '../score-table/grid-foot'
import { GridPane } from '../score-table/grid-pane'
import { GridTools } from '../score-table/grid-tools'
import { columnViews, rowView } from '../score-table/grid-words'
import { DepartmentHead } from '../scoring/department-frame'
import { NotThereYet } from '../scoring/not-there-yet'
import { GridOnPhone } from './grid-on-phone'
import { useGrid } from './use-grid'
import './grid.css'

/** 录分表: the PC's way to score, worked like Excel. */
export default function GridPage() {
  const grid = useGrid()
  const { department, queue, audience, columns, rows } = grid
  const [large] = useState(isLargeType)
  const [wide] = useState(isWide)
  const heads = useMemo(() => columnViews(columns), [columns])
  const views = useMemo(() => rows.map(row => rowView(row, columns)), [rows, columns])
  const maximum = columns.reduce((sum, { item, mine }) => (mine ? sum + item.points : sum), 0)
  if (!wide) return <GridOnPhone />
  return (
    <View id="grid" className={large ? 'grid-page large-type' : 'grid-page'}>
      <DepartmentHead here="grid" />
      <View className="grid-paper-title">
        <View>
          {department?.departmentName}　{queue?.cycle.title}　{audience ? audienceNames[audience] : ''}　录分表
        </View>
        <View className="grid-paper-note">有勾的是定分，没有勾的是草稿</View>
      </View>
      <GridTools queue={queue} audience={audience} onChoose={grid.chooseAudience} />
      {grid.isReady && department ? (
        <>
          <View className="grid-work">
            <View className="grid-left">
              <ScoreGrid
                key={audience}
                columns={heads}
                rows={views}
                sumNote={`满分 ${printPoints(maximum)}`}
                active={grid.active}
                isWritable={grid.isWritable}
                onMove={grid.move}
                onType={grid.type}
                onPaste={grid.paste}
              />
            </View>
            <GridPane
              department={department}
              row={rows[grid.active.row] ?? null}
              column={grid.activeColumn}
              cell={grid.activeCell}
              step={grid.step}
              phrases={grid.phrases}
              isWritable={grid.isWritable}
              onScore={grid.score}
            />
          </View>
          <GridFoot
            work={grid.work}
            told={grid.told}
            mayDecide={grid.mayDecide}
            isBusy={grid.isBusy}
            onLook={grid.move}
            onDecide={grid.decide}
          />
        </>
      ) : (
        <View className="grid-empty">
          <NotThereYet status={grid.status} problem={grid.failure} onAgain={grid.reload} />
        </View>
      )}
    </View>
  )
}
