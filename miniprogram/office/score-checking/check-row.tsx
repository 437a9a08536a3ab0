import { Text, View } from '@tarojs/components'
import { type ScoreCheck, scoreCheckNames } from '#shared/assessment/score-check'
import type { CheckingUnit } from '#shared/contract/score-check-contract'
import type { DepartmentId } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'
import { Button } from '../../components/button/button'
import { Icon, type IconName } from '../../components/icon/icon'
import { printPhone } from '../../components/people/print-phone'

interface CheckRowProps {
  unit: CheckingUnit & { number: number }
  departments: ReadonlyMap<DepartmentId, string>
  busy: boolean
  onWrite: (what: 'confirm' | 'take-back') => void
}

const icons: Record<ScoreCheck, IconName> = { 'nothing-said': 'not-started', doubting: 'pencil', confirmed: 'checked' }
const looks: Record<ScoreCheck, string> = { 'nothing-said': 'soft', doubting: 'asked', confirmed: 'done' }

/** One unit: its score, what it has said, whom to phone while it has said nothing, and each 疑问 with its answer. */
export function CheckRow({ unit, departments, busy, onWrite }: CheckRowProps) {
  const { number, name, chair, check, score, doubts, abilities } = unit
  const answered = doubts.filter(({ answer }) => answer !== null).length
  const waits = doubts.length > answered
  const mayConfirm = abilities['score-check.confirm'] === true && score.complete && !waits
  return (
    <View id={`check-${unit.unitId}`} className="check-row">
      <View className="check-number soft">{number}</View>
      <View className="check-unit">
        <View className="firm">{name}</View>
        {check === 'confirmed' || !chair ? null : (
          <View className="note soft">
            {chair.name} <Text selectable>{printPhone(chair.phone)}</Text>
          </View>
        )}
      </View>
      <View className="check-score figures">{score.complete ? printPoints(score.total) : '没评完'}</View>
      <View className={`check-state row gap-1 ${looks[check]}`}>
        <Icon name={icons[check]} size="small" />
        <Text>{check === 'doubting' ? `疑问 ${doubts.length}项，答复了${answered}项` : scoreCheckNames[check]}</Text>
      </View>
      <View className="check-doubts">
        {doubts.map(({ itemId, number: place, shortName, text, departmentId, answer }) => (
          <View key={itemId}>
            <Text>
              第{place}项 {shortName}：{text}
            </Text>
            <View className={answer ? 'note soft' : 'note asked'}>
              {departments.get(departmentId) ?? '部室'}
              {answer ? `答复：${answerWords(answer)}` : '还没有答复'}
            </View>
          </View>
        ))}
      </View>
      <View className="check-tools">
        {mayConfirm ? (
          <Button id={`confirm-${unit.unitId}`} short disabled={busy} onPress={() => onWrite('confirm')}>
            代记没有疑问
          </Button>
        ) : null}
        {abilities['score-check.take-back'] ? (
          <Button
            id={`take-back-${unit.unitId}`}
            kind="quiet"
            short
            disabled={busy}
            onPress={() => onWrite('take-back')}
          >
            撤回
          </Button>
        ) : null}
      </View>
    </View>
  )
}

/** The score that stands is in the sheet; of the answer itself, which way it went and its words. */
function answerWords(answer: { kind: 'kept' | 'changed'; text: string }): string {
  return [answer.kind === 'kept' ? '维持' : '改了分数', answer.text].filter(Boolean).join('，')
}
