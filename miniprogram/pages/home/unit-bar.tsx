import Taro from '@tarojs/taro'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { itemAddress, scoreCheckAddress, submitAddress } from '../../unit/own/addresses'
import { SendBackButton } from '../../unit/own/send-back'
import type { OpenSheet } from '../../unit/own/use-own-sheet'

/** What comes next, as the server's abilities allow it: fill, check, approve, look at the scores, or nothing. */
export function nextStep({
  sheet,
  picture,
}: OpenSheet): 'fill' | 'check' | 'approve' | 'check-scores' | 'see-scores' | 'nothing' {
  const { abilities, stage } = sheet
  if (abilities['score-check.confirm']) return 'check-scores'
  if (sheet.summary.byDepartment !== null && sheet.submission) return 'see-scores'
  if (stage === 'awaiting-chair') return abilities['assessment.submit'] ? 'approve' : 'nothing'
  if (!abilities['assessment.save'] || stage !== 'filling') return 'nothing'
  return picture.missing.unfilled.length > 0 ? 'fill' : 'check'
}

interface UnitBarProps {
  open: OpenSheet
  onSentBack: () => void
}

/** The one red button that says what comes next. */
export function UnitBar({ open, onSentBack }: UnitBarProps) {
  const step = nextStep(open)
  const { filled, unfilled } = open.picture.missing
  const [next] = unfilled
  const go = (url: string) => () => Taro.navigateTo({ url })
  if (step === 'fill' && next)
    return (
      <BottomBar>
        <PrimaryButton id="next-step" onPress={go(itemAddress(next.id))}>
          {filled.length === 0 ? `从第${next.number}项填起` : `接着填第${next.number}项`}
        </PrimaryButton>
      </BottomBar>
    )
  if (step === 'check-scores' || step === 'see-scores')
    return (
      <BottomBar>
        <PrimaryButton id="next-step" onPress={go(scoreCheckAddress())}>
          {step === 'check-scores' ? '核对得分' : '看得分'}
        </PrimaryButton>
      </BottomBar>
    )
  return (
    <BottomBar>
      {step === 'approve' ? <SendBackButton open={open} onSentBack={onSentBack} /> : null}
      <PrimaryButton id="next-step" onPress={go(submitAddress())}>
        {step === 'approve' ? '同意报送' : '检查与报送'}
      </PrimaryButton>
    </BottomBar>
  )
}
