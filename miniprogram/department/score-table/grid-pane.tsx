import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { UsedPhrase } from '#shared/contract/review-contract'
import { type Hundredths, printPoints } from '#shared/scoring/points'
import { useRequest } from '../../backend/use-request'
import { Icon } from '../../components/icon/icon'
import { Mark } from '../../components/mark/mark'
import { RecordTrail } from '../../components/record-trail/record-trail'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { ScoreInWords } from '../../components/scoring/decided-answer'
import { JointItem } from '../../components/scoring/item-words'
import { GroundsOfForm, ScoreOfForm } from '../../components/scoring/scoring-form'
import { SelfAnswer } from '../../components/scoring/self-answer'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { reviewAddress } from '../scoring/addresses'
import { PagesOfItem } from '../scoring/pages-of-item'
import type { OwnDepartment } from '../scoring/use-department'
import { cellKind, cellScore, type GridCell, type GridColumn, type GridRow } from './grid-model'
import '../../components/card/card.css'
import './grid-pane.css'

interface GridPaneProps {
  department: OwnDepartment
  row: GridRow | null
  column: GridColumn | null
  cell: GridCell | null
  step: Hundredths
  phrases: UsedPhrase[]
  isWritable: boolean
  onScore: (score: ReviewScore) => void
}

/** Beside the grid: everything of the active cell. */
export function GridPane({ department, row, column, cell, step, phrases, isWritable, onScore }: GridPaneProps) {
  if (!row || !column || !cell) return <View className="card grid-pane" />
  const { item } = column
  const score = cellScore(cell)
  const { unitId, self, records: held } = cell
  const form = { owner: department, unitId, item, step, self, held, phrases, draft: score, onChange: onScore }
  const kind = cellKind(cell)
  return (
    <View {...scrolledByKeys} id="pane" className="card grid-pane">
      <View className="between">
        <Text className="head">
          {row.name}　第{item.number}项
        </Text>
        {kind === 'draft' ? <Mark icon="pencil">草稿</Mark> : null}
        {kind === 'decided' ? (
          <Mark kind="done" icon="check">
            定分
          </Mark>
        ) : null}
      </View>
      <View className="mt-2">
        {item.text}
        <Text className="nowrap">（{printPoints(item.points)}分）</Text>
      </View>
      <JointItem mine={column.mine} toBeConfirmed={item.departmentToBeConfirmed} />
      <View className="rule" />
      {row.open ? (
        <>
          <SelfAnswer item={item} self={cell.self} size="inline" />
          <RecordTrail key={`record:${unitId}:${item.id}`} item={item} held={held} reader="department" size="folded" />
          <PagesOfCell department={department} cell={cell} column={column} />
          <View
            id="pane-open"
            className="link quiet"
            onClick={() => Taro.navigateTo({ url: reviewAddress(row.unitId, item.id) })}
          >
            <Text>打开这一项，请补充也在那里</Text>
            <Icon name="next" size="small" />
          </View>
          <View className="rule pane-rule" />
          <View className="between base">
            <Text className="firm">部室评分</Text>
            {score.score === null && !score.notApplicableAgreed ? (
              <Text className="soft">没评</Text>
            ) : (
              <ScoreFigure
                size="large"
                score={score.score}
                notApplicable={score.notApplicableAgreed}
                maximum={item.points}
              />
            )}
          </View>
          {cell.bad ? <View className="note asked">{cell.bad.message}</View> : null}
          {isWritable ? (
            <View key={`${cell.unitId}:${cell.itemId}`}>
              <ScoreOfForm {...form} />
              <GroundsOfForm {...form} />
            </View>
          ) : (
            <ScoreInWords score={score} />
          )}
        </>
      ) : (
        <View className="soft">还没有报送，报送后就能评分</View>
      )}
    </View>
  )
}

/** How long a cell has to stay active before its pages are asked for: arrows run over many. */
const REST = 400

function PagesOfCell({ department, cell, column }: { department: OwnDepartment; cell: GridCell; column: GridColumn }) {
  const { cycleId, departmentId } = department
  const [rested, setRested] = useState<string | null>(null)
  const { unitId } = cell
  useEffect(() => {
    const timer = setTimeout(() => setRested(unitId), REST)
    return () => clearTimeout(timer)
  }, [unitId])
  const isWanted = rested === unitId && cell.materials > 0
  const review = useRequest('review.open', isWanted ? { cycleId, departmentId, unitId } : null)
  const { output } = review
  if (cell.materials > 0 && output?.unit.unitId !== unitId)
    return <View className="note soft mt-2">{review.problem?.message ?? '正在取资料'}</View>
  return (
    <PagesOfItem
      cycleId={cycleId}
      unitId={unitId}
      item={column.item}
      materials={output?.materials ?? {}}
      thumbnails={output?.thumbnails ?? {}}
      sameFiles={output?.sameFiles}
    />
  )
}
