import { Text, View } from '@tarojs/components'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { LastYearItem } from '#shared/contract/assessment-contract'
import type { Review } from '#shared/contract/review-contract'
import { Card } from '../../components/card/card'
import { HeldLine } from '../../components/held-line/held-line'
import { Icon } from '../../components/icon/icon'
import { LastYearLine } from '../../components/last-year/last-year-line'
import { Mark } from '../../components/mark/mark'
import { RecordTrail } from '../../components/record-trail/record-trail'
import { ScoreInWords, wordsOfScore } from '../../components/scoring/decided-answer'
import { ItemWords, JointItem } from '../../components/scoring/item-words'
import { OwnFigure } from '../../components/scoring/own-figure'
import { GroundsOfForm, ScoreOfForm } from '../../components/scoring/scoring-form'
import { SelfAnswer } from '../../components/scoring/self-answer'
import { suppliedWords } from '../../components/scoring/supplied-words'
import { PagesOfItem } from './pages-of-item'
import type { ReviewedItem } from './undecided'
import './review-cards.css'

interface WhatUnitSaysProps {
  review: Review
  current: ReviewedItem
  lastYear: LastYearItem | null
  /** Null where nothing may be asked for. */
  onSupplement: (() => void) | null
}

/** The upper card: the item, the self-score and remark, last year's, what the county holds, the pages, and 请补充. */
export function WhatUnitSays({ review, current, lastYear, onSupplement }: WhatUnitSaysProps) {
  const { item, category, review: answer } = current
  const asked = answer.supplement
  return (
    <Card id="unit-says">
      <ItemWords item={item} category={category} titled />
      <JointItem mine={answer.mine} toBeConfirmed={item.departmentToBeConfirmed} />
      <SelfAnswer item={item} self={answer.self} size="large" />
      <LastYearLine key={item.id} item={item} lastYear={lastYear} />
      <RecordTrail item={item} held={review.records} doubts={review.records.doubts} reader="department" size="folded" />
      <PagesOfItem
        cycleId={review.cycle.cycleId}
        unitId={review.unit.unitId}
        item={item}
        materials={review.materials}
        thumbnails={review.thumbnails}
        sameFiles={review.sameFiles}
      />
      {asked ? (
        <View id="supplement-state" className="mt-2">
          <Mark kind={asked.answeredAt === undefined ? 'asked' : undefined}>{suppliedWords(asked)}</Mark>
          <View className="note soft mt-1">{asked.reason}</View>
          <HeldLine id="supplement-held" held={asked.held} words={asked.reason} />
        </View>
      ) : null}
      {onSupplement ? (
        <View id="supplement-open" className="link quiet supplement-link" onClick={onSupplement}>
          <Icon name="return" size="small" />
          <Text>请补充</Text>
        </View>
      ) : null}
    </Card>
  )
}

interface OwnScoreProps {
  review: Review
  current: ReviewedItem
  standing: { score: ReviewScore; kind: 'draft' | 'decided' | 'empty' }
  mayDraft: boolean
  onChange: (score: ReviewScore) => void
}

/** The lower card: my department's score, why, and what it rests on. */
export function OwnScore({ review, current, standing, mayDraft, onChange }: OwnScoreProps) {
  const { item, review: answer } = current
  const { score, kind } = standing
  const form = {
    owner: { cycleId: review.cycle.cycleId, departmentId: review.departmentId },
    unitId: review.unit.unitId,
    item,
    step: review.cycle.departmentStep,
    self: answer.self,
    held: review.records,
    phrases: review.phrases[item.id] ?? [],
    draft: score,
    onChange,
  }
  return (
    <Card id="own-score">
      <View className="between base">
        <View className="row gap-2">
          <Text className="firm">部室评分</Text>
          {kind === 'draft' ? <Mark icon="pencil">草稿</Mark> : null}
          {kind === 'decided' ? (
            <Mark kind="done" icon="check">
              定分
            </Mark>
          ) : null}
        </View>
        <OwnFigure score={kind === 'empty' ? null : score} maximum={item.points} />
      </View>
      {mayDraft ? (
        <>
          <View className="mt-1">
            <ScoreOfForm {...form} />
          </View>
          <GroundsOfForm {...form} />
        </>
      ) : (
        <ScoreInWords score={score} />
      )}
      <HeldLine id="decision-held" held={kind === 'decided' && answer.decision?.held} words={wordsOfScore(score)} />
    </Card>
  )
}
