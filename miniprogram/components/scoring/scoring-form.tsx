import { Text, View } from '@tarojs/components'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { SelfScoreView } from '#shared/contract/assessment-contract'
import type { UsedPhrase } from '#shared/contract/review-contract'
import type { Item } from '#shared/rubric/rubric'
import { departs } from '#shared/scoring/check-decision'
import type { Hundredths } from '#shared/scoring/points'
import { begunTexts } from '../../backend/begun-texts'
import { ReasonList } from '../reason-list/reason-list'
import { figureOf, type HeldRecords, offeredFigure } from '../record-trail/evaluation-of'
import { ReviewScoreInput } from '../score-input/review-score-input'
import { SeenChips } from '../seen-chips/seen-chips'
import { TextField } from '../text-field/text-field'
import { type BegunWords, placeOfWords } from './begun-words'
import { decisionProblem, withDeparture, withFigure, withNotApplicable, withReasons, withScore } from './review-draft'
import './scoring-form.css'

export interface ScoringFormProps {
  /** In whose name something is said: words that were begun stay on this machine under it. */
  owner: { cycleId: string; departmentId: string } | null
  unitId: string
  item: Item
  /** 0.5 or 0.1 分. */
  step: Hundredths
  self: SelfScoreView | null
  /** What the county holds of the unit: where a formula is written, it yields a figure. */
  held: HeldRecords
  phrases: UsedPhrase[]
  draft: ReviewScore
  onChange: (draft: ReviewScore) => void
}

/** The chips that give a score. Give it another `key` for another item or unit. */
export function ScoreOfForm({ owner, unitId, item, step, self, held, draft, onChange }: ScoringFormProps) {
  const begun = begunFor(owner, unitId, item)
  const figure = figureOf(item, held)
  const problem = decisionProblem(item, step, self, draft, figure)
  return (
    <ReviewScoreInput
      maximum={item.points}
      selfScore={self?.score ?? null}
      selfNotApplicable={self !== null && self.notApplicable !== null}
      figure={offeredFigure(item, held, step)}
      score={draft.score}
      notApplicableAgreed={draft.notApplicableAgreed}
      problem={problem?.code.startsWith('review-score.') ? problem.message : null}
      onScore={score => onChange(withDeparture(withScore(draft, score, item), figure, begun('departure').read()))}
      onFigure={() => onChange(withFigure(draft, item, held))}
      onAgreeNotApplicable={() => onChange(withNotApplicable(draft))}
    />
  )
}

/**
 * Why, and what it rests on. At the maximum, and where 不涉及 is agreed to, there is nothing to explain, except a score
 * that is not what the county's records yield.
 */
export function GroundsOfForm({ owner, unitId, item, held, draft, phrases, onChange }: ScoringFormProps) {
  const begun = begunFor(owner, unitId, item)
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
            begun={begun('reason')}
            onChange={reasons => onChange(withReasons(draft, reasons))}
          />
        </View>
      ) : null}
      {departs(draft, figureOf(item, held)) ? (
        <View className="mt-3">
          <View className="firm">和县总记录推算不同，为什么</View>
          <View className="mt-1">
            <TextField
              id="departure"
              initial={draft.departure ?? ''}
              placeholder="例如：那天由县总派去市里开会"
              maximum={200}
              onInput={text => {
                begun('departure').keep(text)
                onChange({ ...draft, departure: text })
              }}
            />
          </View>
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

/** Where words that were begun for this item of this unit stay on this machine. */
function begunFor(owner: ScoringFormProps['owner'], unitId: string, item: Item) {
  return (what: BegunWords) => {
    const place = owner && placeOfWords(what, { ...owner, unitId, itemId: item.id })
    return {
      read: () => (place ? begunTexts.read(place) : ''),
      keep: (text: string) => {
        if (place) begunTexts.keep(place, text)
      },
    }
  }
}
