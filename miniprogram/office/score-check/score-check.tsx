import { Text, View } from '@tarojs/components'
import { scoreCheckNames } from '#shared/assessment/score-check'
import { PrimaryButton } from '../../components/button/button'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Notice } from '../../components/notice/notice'
import { Segments } from '../../components/segments/segments'
import { printer } from '../../platform/printer'
import { NotThereYet, StaleNotice } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { CheckRow } from '../score-checking/check-row'
import { type CheckFilter, useScoreCheck } from './use-score-check'
import './score-check.css'

/** 得分核对: every unit in the county's order, what it has said of its scores, and what was answered. */
export default function ScoreCheck() {
  const { status, asked, cycle, counts, units, departments, problem, ...page } = useScoreCheck()
  if (!asked.output || !cycle)
    return (
      <OfficeFrame here="score-check">
        <NotThereYet status={status} problem={asked.problem} onAgain={asked.reload} />
      </OfficeFrame>
    )
  const filters: { key: CheckFilter; text: string }[] = [
    { key: 'all', text: `全部 ${counts.all}` },
    { key: 'nothing-said', text: `${scoreCheckNames['nothing-said']} ${counts['nothing-said']}` },
    { key: 'doubting', text: `${scoreCheckNames.doubting} ${counts.doubting}` },
    { key: 'confirmed', text: `${scoreCheckNames.confirmed} ${counts.confirmed}` },
  ]
  return (
    <OfficeFrame here="score-check">
      {asked.isStale ? <StaleNotice onAgain={asked.reload} /> : null}
      <View className="check-top">
        <View className="grow">
          <View className="note soft">{cycle.title}　得分核对</View>
          <View id="check-sentence" className="lead firm">
            {counts.all}个单位，没有疑问{counts.confirmed}个，有疑问{counts.doubting}个，还没核对
            {counts['nothing-said']}个
          </View>
          {counts.unanswered > 0 ? (
            <Text id="check-unanswered" className="asked">
              {counts.unanswered}项疑问部室还没有答复
            </Text>
          ) : null}
          {cycle.phase === 'score-check' ? null : (
            <View id="check-phase" className="note soft">
              现在不是得分核对的时候。在「考核周期」里转到得分核对，单位才能核对。
            </View>
          )}
        </View>
        {printer.available ? (
          <View className="check-tools">
            <PrimaryButton id="print-check" icon="printer" onPress={printer.print}>
              打印
            </PrimaryButton>
          </View>
        ) : null}
      </View>
      <View className="check-tools check-ways">
        <Segments segments={filters} chosen={page.filter} onChoose={page.setFilter} />
      </View>
      {problem ? (
        <Notice id="check-problem" kind="asked" title="没有记上">
          {problem}
        </Notice>
      ) : null}
      {units.length === 0 ? (
        <EmptyState id="check-none" icon="check" title={counts.all === 0 ? '还没有单位' : '没有这样的单位'}>
          {counts.all === 0 ? '考核开始后，各单位会按县里的习惯顺序列在这里。' : '请选「全部」看所有单位。'}
        </EmptyState>
      ) : (
        <View id="check-table" className="card check-table">
          {units.map(unit => (
            <CheckRow
              key={unit.unitId}
              unit={unit}
              departments={departments}
              busy={page.busyWith !== null}
              onWrite={what => page.write(unit, what)}
            />
          ))}
        </View>
      )}
    </OfficeFrame>
  )
}
