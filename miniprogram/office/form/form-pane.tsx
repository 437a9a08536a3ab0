import { Text, View } from '@tarojs/components'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { type Problem, problem } from '#shared/errors/problems'
import type { DocumentKind } from '#shared/results/document-name'
import { Button, PrimaryButton } from '../../components/button/button'
import { Icon } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'
import { Notice } from '../../components/notice/notice'
import { ScoreFigure } from '../../components/score-figure/score-figure'
import { TickBox } from '../../components/tick-box/tick-box'
import { printer } from '../../platform/printer'
import { scrolledByKeys } from '../../platform/scrolled-by-keys'
import { formKinds } from '../printing/form-kinds'
import type { SumCheck } from '../printing/sum-check'

interface FormPaneProps {
  unit: OverviewUnit
  kind: DocumentKind
  chooseKind: (kind: DocumentKind) => void
  sum: SumCheck | null
  isReady: boolean
  download: () => void
  making: boolean
  makeProblem: Problem | null
}

/** Beside the paper: the two totals, the check by adding up, which paper, printing it or taking it as a Word file. */
export function FormPane({ unit, kind, chooseKind, sum, isReady, download, making, makeProblem }: FormPaneProps) {
  const { score, selfTotal, selfMaximum } = unit
  const isSafe = isReady && sum?.verdict !== 'differs'
  return (
    <View {...scrolledByKeys} className="form-pane">
      <View className="card">
        <View className="head">{unit.name}</View>
        <View className="between base mt-2">
          <Text>自评</Text>
          <ScoreFigure id="self-total" score={unit.filled > 0 ? selfTotal : null} maximum={selfMaximum} />
        </View>
        <View className="between base">
          <Text>得分</Text>
          {score.complete ? (
            <ScoreFigure id="score-total" score={score.total} maximum={selfMaximum} size="large" />
          ) : (
            <Text className="soft">没评完</Text>
          )}
        </View>
        {sum ? <Sum sum={sum} /> : null}
      </View>
      <View className="card rows">
        {formKinds.map(({ kind: key, name, below }) => (
          <ListRow
            key={key}
            id={`form-${key}`}
            before={<TickBox on={key === kind} round />}
            firm={key === kind}
            onPress={() => chooseKind(key)}
          >
            {below ? `${name}（${below}）` : name}
          </ListRow>
        ))}
      </View>
      {makeProblem ? (
        <Notice id="form-problem" kind="asked" title="没有下载成">
          {makeProblem.message}
        </Notice>
      ) : null}
      {printer.available ? (
        <PrimaryButton id="print" icon="printer" disabled={!isSafe} onPress={printer.print}>
          打印，A4
        </PrimaryButton>
      ) : null}
      <Button id="download" icon="download" light busy={making} disabled={!isSafe} onPress={download}>
        {making ? '正在做 Word' : '下载 Word'}
      </Button>
      <View className="note soft">
        {isReady ? '纸上的字和原来的表一样，用它盖章。' : problem('document.not-ready').message}
      </View>
    </View>
  )
}

function Sum({ sum: { verdict, text } }: { sum: SumCheck }) {
  const equal = verdict === 'equal'
  return (
    <View id="sum-check" className={`row gap-2 note mt-2 ${equal ? 'done' : 'asked'}`}>
      <Icon name={equal ? 'check' : 'look'} size="small" />
      <Text className="grow">{text}</Text>
    </View>
  )
}
