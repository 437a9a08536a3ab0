import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { UsedPhrase } from '#shared/contract/review-contract'
import type { Item } from '#shared/rubric/rubric'
import type { Hundredths } from '#shared/scoring/points'
import { Icon } from '../../components/icon/icon'
import { heldInShort } from '../../components/record-trail/held-in-short'
import { isOpenForReview, reasonsInShort, reasonsInWords } from '../../components/scoring/review-draft'
import { GroundsOfForm, ScoreOfForm } from '../../components/scoring/scoring-form'
import { UnitRow } from '../../components/unit-row/unit-row'
import { reviewAddress } from './addresses'
import type { StandingUnit } from './by-item'
import { suggestionInWords } from './suggestions'
import { useDepartment } from './use-department'
import './unit-of-item.css'

interface UnitOfItemProps {
  unit: StandingUnit
  item: Item
  step: Hundredths
  phrases: UsedPhrase[]
  isOpen: boolean
  mayDraft: boolean
  mayDecide: boolean
  /** What is still missing to 定分. */
  problem: string | null
  onOpen: (unit: StandingUnit) => void
  onChange: (draft: ReviewScore) => void
}

/** One unit's row; the open one is where it is scored. Its id is `unit-<unitId>`. */
export function UnitOfItem(props: UnitOfItemProps) {
  const { unit, item, isOpen, mayDraft, onOpen } = props
  const { self, standing } = unit
  const isSubmitted = isOpenForReview(unit.state)
  if (!isSubmitted)
    return (
      <View id={`unit-${unit.unitId}`} className="unit-waiting">
        <View>{unit.name}</View>
        <View className="note soft">还没有报送，报送后就能评分</View>
      </View>
    )
  return (
    <UnitRow
      id={`unit-${unit.unitId}`}
      name={unit.name}
      held={heldInShort(item, unit.records)}
      below={isOpen ? self?.remark : reasonsInWords(standing.score.reasons)}
      selfScore={self?.score ?? null}
      selfNotApplicable={self !== null && self.notApplicable !== null}
      score={standing.score.score}
      notApplicableAgreed={standing.score.notApplicableAgreed}
      decided={standing.kind === 'decided'}
      maximum={item.points}
      onPress={() => onOpen(unit)}
    >
      {isOpen ? <OpenUnit {...props} mayDraft={mayDraft} /> : null}
    </UnitRow>
  )
}

function OpenUnit({ unit, item, step, phrases, mayDraft, mayDecide, problem, onChange }: UnitOfItemProps) {
  const [showsGrounds, setShowsGrounds] = useState(false)
  const { self, standing } = unit
  const { department: owner } = useDepartment()
  const held = unit.records
  const form = { owner, unitId: unit.unitId, item, step, self, held, phrases, draft: standing.score, onChange }
  const short = reasonsInShort(standing.score, item)
  // What is missing to 定分 is a reason or 看了什么: both stand there.
  const isMissing = standing.kind === 'draft' && problem !== null
  const see = () => Taro.navigateTo({ url: reviewAddress(unit.unitId, item.id) })
  return (
    <View>
      {self !== null && self.notApplicable !== null ? (
        <View className="note soft">不涉及：{self.notApplicable}</View>
      ) : null}
      {(unit.suggestions ?? []).map(suggestion => (
        <View key={`${suggestion.groupName}${suggestion.memberName}`} className="note">
          {suggestionInWords(suggestion)}
        </View>
      ))}
      {mayDraft ? <ScoreOfForm {...form} /> : null}
      <View className="between">
        <View id="see-unit" className="link unit-light" onClick={see}>
          <Icon name="folder" />
          <Text>{seeWords(unit, item)}</Text>
        </View>
        {mayDraft && standing.kind !== 'empty' ? (
          <View id="grounds" className="link unit-light" onClick={() => setShowsGrounds(!showsGrounds)}>
            <Text className={short && !short.matches ? 'asked' : ''}>
              {short ? `扣分说明 ${short.words}` : '看了什么'}
            </Text>
            <Icon name={showsGrounds ? 'down' : 'next'} size="small" />
          </View>
        ) : null}
      </View>
      {mayDraft && (showsGrounds || isMissing) ? <GroundsOfForm {...form} /> : null}
      {isMissing ? (
        <View id="missing" className="row gap-1 note asked mt-2">
          <Icon name="look" size="small" />
          <Text>{problem}</Text>
        </View>
      ) : null}
      {standing.kind === 'draft' && !problem && !mayDecide ? (
        <View id="draft-only" className="note soft mt-2">
          草稿，部长定分
        </View>
      ) : null}
    </View>
  )
}

/** What the page of the unit has to show for the item. */
function seeWords({ files, materials }: StandingUnit, { evidence }: Item): string {
  if (files > 0) return `资料 ${files}页`
  if (materials > 0) return '看原件在哪里'
  return evidence === 'county-record' ? '看县总记录' : '没附资料'
}
