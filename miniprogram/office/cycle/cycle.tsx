import { Text, View } from '@tarojs/components'
import { phaseNames, phases } from '#shared/cycle/cycle'
import { Button, PrimaryButton } from '../../components/button/button'
import { Icon } from '../../components/icon/icon'
import { Notice } from '../../components/notice/notice'
import { OpeningForm } from '../cycle-opening/opening-form'
import { NotThereYet, StaleNotice } from '../frame/not-there-yet'
import { OfficeFrame } from '../frame/office-frame'
import { RehearsalCard } from '../rehearsal/rehearsal-card'
import { factsOf } from './facts'
import { useCycle } from './use-cycle'
import './cycle.css'

/** 考核周期: where the year is, what was fixed when it began, and its next step. */
export default function Cycle() {
  const { cycle, overview, status, place, next, before, canMove, moving, refusal, moveTo, opening } = useCycle()
  if (status === 'none' || (opening.isOpen && cycle))
    return (
      <OfficeFrame here="cycle">
        <OpeningForm last={cycle} onOpened={opening.opened} onClose={cycle ? opening.close : undefined} />
      </OfficeFrame>
    )
  if (!cycle || !overview.output)
    return (
      <OfficeFrame here="cycle">
        <NotThereYet status={status} problem={overview.problem} onAgain={overview.reload} />
      </OfficeFrame>
    )
  return (
    <OfficeFrame here="cycle">
      {overview.isStale ? <StaleNotice onAgain={overview.reload} /> : null}
      <View className="office-columns">
        <View className="office-column">
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
            {cycle.decisions && cycle.decisions.length > 0 ? (
              <>
                <View className="firm mt-4">未写明的规定</View>
                <View id="cycle-decisions" className="mt-2">
                  {cycle.decisions.map(({ choice, option }) => (
                    <View key={choice} className="cycle-fact">
                      <Text className="soft">{choice}</Text>
                      <Text className="right">{option}</Text>
                    </View>
                  ))}
                </View>
              </>
            ) : null}
            {opening.may ? (
              <View className="row mt-4">
                <Button id="opening-begin" light onPress={opening.open}>
                  开始下一年的考核
                </Button>
              </View>
            ) : null}
          </View>
        </View>
        <View className="office-column">
          <View className="card">
            <View className="head">现在是「{phaseNames[cycle.phase]}」</View>
            <View className="mt-2">
              {phases.map((phase, index) => (
                <View
                  key={phase}
                  id={`phase-${phase}`}
                  className={index === place ? 'cycle-phase here' : 'cycle-phase'}
                >
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
          {opening.may ? <RehearsalCard /> : null}
        </View>
      </View>
    </OfficeFrame>
  )
}
