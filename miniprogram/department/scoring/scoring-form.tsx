import { Text, View } from '@tarojs/components'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { SelfScoreView } from '#shared/contract/assessment-contract'
import type { UsedPhrase } from '#shared/contract/review-contract'
import type { Item } from '#shared/rubric/rubric'
import type { Hundredths } from '#shared/scoring/points'
import { ReasonList } from '../../components/reason-list/reason-list'
import { ReviewScoreInput } from '../../components/score-input/review-score-input'
import { SeenChips } from '../../components/seen-chips/seen-chips'
import { begunTexts } from './begun-texts'
import { decisionProblem, withNotApplicable, withReasons, withScore } from './review-draft'
import { useDepartment } from './use-department'
import './scoring-form.css'

export interface ScoringFormProps {
  unitId: string
  item: Item
  /** 0.5 or 0.1 分. */
  step: Hundredths
  self: SelfScoreView | null
  phrases: UsedPhrase[]
  draft: ReviewScore
  onChange: (draft: ReviewScore) => void
}

/** The chips that give a score. Give it another `key` for another item or unit. */
export function ScoreOfForm({ item, step, self, draft, onChange }: ScoringFormProps) {
  const problem = decisionProblem(item, step, self, draft)
  return (
    <ReviewScoreInput
      maximum={item.points}
      selfScore={self?.score ?? null}
      selfNotApplicable={self !== null && self.notApplicable !== null}
      score={draft.score}
      notApplicableAgreed={draft.notApplicableAgreed}
      problem={problem?.code.startsWith('review-score.') ? problem.message : null}
      onScore={score => onChange(withScore(draft, score, item))}
      onAgreeNotApplicable={() => onChange(withNotApplicable(draft))}
    />
  )
}

/** Why, and what it rests on. At the maximum, and where 不涉及 is agreed to, there is nothing to explain. */
export function GroundsOfForm({ unitId, item, draft, phrases, onChange }: ScoringFormProps) {
  const { department } = useDepartment()
  const place = `reason:${department?.cycleId}:${department?.departmentId}:${unitId}:${item.id}`
  const gap = draft.score === null ? 0 : Math.max(0, item.points - draft.score)
  const explains = gap > 0 || draft.reasons.length > 0
  return (
    <View>
      {explains ? (
        <View className="mt-3">
          <ReasonList
            phrases={phrases}
            reasons={draft.reasons}
            gap={gap}
            begun={{ read: () => begunTexts.read(place), keep: phrase => begunTexts.keep(place, phrase) }}
            onChange={reasons => onChange(withReasons(draft, reasons))}
          />
        </View>
      ) : null}
      <View className="note soft mt-2">
        <Text>看了什么</Text>
      </View>
      <View className="mt-1 seen-of-form">
        <SeenChips seen={draft.seen} onChange={seen => onChange({ ...draft, seen })} />
      </View>
    </View>
  )
}
