import { Text, View } from '@tarojs/components'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { DecisionView } from '#shared/contract/review-contract'
import { printMoment } from '#shared/cycle/beijing-time'
import { printPoints } from '#shared/scoring/points'
import { serverNow } from '../../backend/ask'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { Button, PrimaryButton } from '../../components/button/button'
import { Icon } from '../../components/icon/icon'

interface ReviewBarProps {
  standing: { score: ReviewScore; kind: 'draft' | 'decided' | 'empty' }
  decision: DecisionView | null
  mayDraft: boolean
  mayDecide: boolean
  /** What is still missing to 定分. */
  problem: string | null
  isBusy: boolean
  before: string | null
  after: string | null
  onGoTo: (unitId: string | null) => void
  onDecide: () => void
}

/** 上一家 · 下一家 and, for who may, 定分. A score that is decided needs no button until it is changed. */
export function ReviewBar(props: ReviewBarProps) {
  const { standing, mayDecide, problem, isBusy, before, after, onGoTo, onDecide } = props
  const decides = mayDecide && standing.kind !== 'decided'
  return (
    <BottomBar above={lineAbove(props)}>
      <Button id="unit-before" wide={!decides} disabled={before === null} onPress={() => onGoTo(before)}>
        上一家
      </Button>
      <Button id="unit-after" wide={!decides} disabled={after === null} onPress={() => onGoTo(after)}>
        下一家
      </Button>
      {decides ? (
        <PrimaryButton id="decide" busy={isBusy} disabled={problem !== null} onPress={onDecide}>
          {isBusy ? '正在定分' : wordsOf(standing.score)}
        </PrimaryButton>
      ) : null}
    </BottomBar>
  )
}

export function wordsOf({ score, notApplicableAgreed }: ReviewScore): string {
  if (notApplicableAgreed) return '定分 不涉及'
  return score === null ? '定分' : `定分 ${printPoints(score)} 分`
}

/** What stands over the buttons; null leaves no room for it. */
function lineAbove({ standing, decision, mayDraft, mayDecide, problem }: ReviewBarProps) {
  if (standing.kind === 'decided' && decision)
    return (
      <View id="decided" className="row gap-1 done">
        <Icon name="check" size="small" />
        <Text>
          {decision.signature.name} {printMoment(decision.signature.at, serverNow())} 定分
        </Text>
      </View>
    )
  if (!mayDraft || standing.kind === 'empty') return null
  if (problem)
    return (
      <View id="missing" className="row gap-1 asked">
        <Icon name="look" size="small" />
        <Text>{problem}</Text>
      </View>
    )
  return mayDecide ? null : <Text id="draft-only">草稿，部长定分</Text>
}
