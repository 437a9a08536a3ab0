import { Text, View } from '@tarojs/components'
import { outcomeOf } from '#shared/assessment/score-doubt'
import type { Review } from '#shared/contract/review-contract'
import type { AnsweredScoreDoubt, ScoreDoubtView } from '#shared/contract/score-check-contract'
import { printDay } from '#shared/cycle/beijing-time'
import { PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Chip } from '../../components/chip/chip'
import { HeldLine } from '../../components/held-line/held-line'
import { Mark } from '../../components/mark/mark'
import { figureOf } from '../../components/record-trail/evaluation-of'
import { RemarkField } from '../../components/remark-field/remark-field'
import { decisionProblem } from '../../components/scoring/review-draft'
import { GroundsOfForm, ScoreOfForm } from '../../components/scoring/scoring-form'
import type { ReviewedItem } from './undecided'
import { useAnswering } from './use-answering'

interface DoubtCardProps {
  review: Review
  current: ReviewedItem
  doubt: ScoreDoubtView
  onAnswered: (answered: AnsweredScoreDoubt) => void
}

/** 疑问 of one item: what the unit says, and the two ways to answer. Keyed by unit and item. */
export function DoubtCard(props: DoubtCardProps) {
  const { review, current, doubt } = props
  const { answer } = doubt
  const mayAnswer = review.abilities['score-check.answer'] === true
  return (
    <Card id="doubt-card">
      <View className="row wrap gap-2">
        {answer ? <Mark>疑问答复了</Mark> : <Mark kind="asked">疑问</Mark>}
        <Text className="note soft">单位 {printDay(doubt.at)}请再看看</Text>
      </View>
      <View className="mt-1">{doubt.text}</View>
      <HeldLine id="doubt-held" held={doubt.held} words={doubt.text} />
      {answer ? (
        <View id="doubt-answer" className="mt-2">
          <View className="note soft">{printDay(answer.at)}答复</View>
          <Text className="firm">{outcomeOf(answer, current.review.decision)}</Text>
          {answer.text ? <Text>　{answer.text}</Text> : null}
          <HeldLine id="answer-held" held={answer.held} words={answer.text} />
        </View>
      ) : mayAnswer ? (
        <Answering {...props} />
      ) : (
        <View id="doubt-waits" className="note soft mt-2">
          {review.cycle.phase === 'score-check' ? '由部长答复' : '得分核对的时候再答复'}
        </View>
      )}
    </Card>
  )
}

function Answering({ review, current, doubt, onAnswered }: DoubtCardProps) {
  const { item, review: stands } = current
  const owner = { cycleId: review.cycle.cycleId, departmentId: review.departmentId }
  const place = { ...owner, unitId: review.unit.unitId, itemId: item.id }
  const { begun, isBusy, problem, keep, send } = useAnswering(place, current, doubt, onAnswered)
  const kind = begun?.kind ?? null
  const step = review.cycle.departmentStep
  const wrong =
    kind === 'changed' && begun
      ? (decisionProblem(item, step, stands.self, begun.score, figureOf(item, review.records))?.message ??
        (isSame(begun.score, stands.decision) ? '分数没有变：请改分数，或者选维持' : null))
      : null
  const form = begun && {
    owner,
    unitId: review.unit.unitId,
    item,
    step,
    self: stands.self,
    held: review.records,
    phrases: review.phrases[item.id] ?? [],
    draft: begun.score,
    onChange: (score: typeof begun.score) => keep({ score }),
  }
  return (
    <>
      <View className="chips mt-3">
        <Chip id="answer-kept" chosen={kind === 'kept'} onPress={() => keep({ kind: 'kept' })}>
          {outcomeOf({ kind: 'kept' }, stands.decision)}
        </Chip>
        <Chip id="answer-changed" chosen={kind === 'changed'} onPress={() => keep({ kind: 'changed' })}>
          改分数
        </Chip>
      </View>
      {kind === 'changed' && form ? (
        <View className="mt-2">
          <ScoreOfForm {...form} />
          <GroundsOfForm {...form} />
        </View>
      ) : null}
      {begun && kind ? (
        <>
          <View className="mt-3">
            <RemarkField
              key={kind}
              id="answer-text"
              label={kind === 'kept' ? '为什么维持' : '还想说的（可不写）'}
              initial={begun.text}
              placeholder={kind === 'kept' ? '如：2号盒第6页没有签到' : '如：资料找到了，补上了'}
              problem={problem}
              onInput={text => keep({ text })}
            />
          </View>
          {wrong ? (
            <View id="answer-wrong" className="note asked mt-2">
              {wrong}
            </View>
          ) : null}
          <View className="row mt-3">
            <PrimaryButton id="answer-send" busy={isBusy} disabled={wrong !== null} onPress={send}>
              {isBusy ? '正在答复' : '答复单位'}
            </PrimaryButton>
          </View>
        </>
      ) : null}
    </>
  )
}

type Scored = { score: number | null; notApplicableAgreed: boolean }

const isSame = (one: Scored, other: Scored | null) =>
  one.score === other?.score && one.notApplicableAgreed === other?.notApplicableAgreed
