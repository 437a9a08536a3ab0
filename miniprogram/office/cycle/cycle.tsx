import { Text, View } from '@tarojs/components'
import type { CycleView } from '#shared/contract/cycle-contract'
import { printClock, printWeekday } from '#shared/cycle/beijing-time'
import { phaseNames, phases } from '#shared/cycle/cycle'
import { printPoints } from '#shared/scoring/points'
import { Button, PrimaryButton } from '../../components/button/button'
import { Icon } from '../../components/icon/icon'
import { Notice } from '../../components/notice/notice'
import { NotThereYet, StaleNotice } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { useCycle } from './use-cycle'
import './cycle.css'

/** 考核周期: where the year is, what was fixed when it began, and its next step. */
export default function Cycle() {
  const { cycle, overview, status, place, next, before, canMove, moving, refusal, moveTo } = useCycle()
  if (!cycle || !overview.output)
    return (
      <OfficeFrame here="cycle">
        <NotThereYet status={status} problem={overview.problem} onAgain={overview.reload} />
      </OfficeFrame>
    )
  return (
    <OfficeFrame here="cycle">
      {overview.isStale ? <StaleNotice onAgain={overview.reload} /> : null}
      <View className="cycle-columns">
        <View className="card">
          <View className="head">{cycle.title}</View>
          <View className="mt-2">
            {factsOf(cycle).map(({ name, value }) => (
              <View key={name} className="cycle-fact">
                <Text className="soft">{name}</Text>
                <Text className="right">{value}</Text>
              </View>
            ))}
          </View>
        </View>
        <View className="card">
          <View className="head">现在是「{phaseNames[cycle.phase]}」</View>
          <View className="mt-2">
            {phases.map((phase, index) => (
              <View key={phase} id={`phase-${phase}`} className={index === place ? 'cycle-phase here' : 'cycle-phase'}>
                <Icon name={index < place ? 'check' : index === place ? 'filling' : 'not-started'} size="small" />
                <Text className="grow">{phaseNames[phase]}</Text>
                {index === place ? <Text className="note">现在</Text> : null}
              </View>
            ))}
          </View>
          {refusal ? (
            <Notice id="phase-problem" kind="asked" title="没有变">
              {refusal.message}
            </Notice>
          ) : null}
          {canMove ? (
            <View className="cycle-moves mt-3">
              {before ? (
                <Button id="phase-back" light disabled={moving !== null} onPress={() => moveTo(before)}>
                  {`退回${phaseNames[before]}`}
                </Button>
              ) : null}
              {next ? (
                <PrimaryButton id="phase-next" busy={moving === next} onPress={() => moveTo(next)}>
                  {`进入${phaseNames[next]}`}
                </PrimaryButton>
              ) : null}
            </View>
          ) : null}
        </View>
      </View>
    </OfficeFrame>
  )
}

const notApplicableNames: Record<CycleView['notApplicable'], string> = {
  full: '按满分计入',
  rescale: '按其余各项的得分率折算',
  zero: '按0分计入',
}

function factsOf(cycle: CycleView): { name: string; value: string }[] {
  const hours = cycle.grace / 3_600_000
  const moment = (instant: number) => `${printWeekday(instant)} ${printClock(instant)}`
  return [
    { name: '依据文号', value: cycle.documentNumber },
    { name: '自评报送截止', value: moment(cycle.selfDeadline) },
    { name: '宽限', value: hours === 0 ? '没有' : `${hours}小时` },
    { name: '截止以后', value: cycle.lockAfterDeadline ? '不能再报送' : '还能报送，记逾期报送' },
    { name: '评分截止', value: moment(cycle.reviewDeadline) },
    { name: '部室评分每步', value: `${printPoints(cycle.departmentStep)} 分` },
    { name: '不涉及', value: notApplicableNames[cycle.notApplicable] },
    { name: '谁能定分', value: cycle.decidedBy === 'department-head' ? '部室负责人' : '部室里的评分人' },
  ]
}
