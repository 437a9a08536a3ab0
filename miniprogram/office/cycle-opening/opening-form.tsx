import { Text, View } from '@tarojs/components'
import type { CycleView } from '#shared/contract/cycle-contract'
import { Button, PrimaryButton } from '../../components/button/button'
import { Notice } from '../../components/notice/notice'
import { NotThereYet } from '../frame/not-there-yet'
import { statusOf } from '../frame/use-office'
import { ChoiceList } from './choice-list'
import { OpeningFields } from './opening-fields'
import { useOpening } from './use-opening'
import { VersionChoice } from './version-choice'
import './opening-form.css'

interface OpeningFormProps {
  /** The year that stands; null before the first. */
  last: CycleView | null
  onOpened: () => void
  /** Left out where there is no year to go back to. */
  onClose?: () => void
}

/** 开始今年的考核: everything that is fixed once the year begins, on one page. */
export function OpeningForm({ last, onOpened, onClose }: OpeningFormProps) {
  const work = useOpening(last, onOpened)
  const { asked, opening, faults, busy, refusal, open } = work
  if (!asked.output) {
    const status = statusOf(asked)
    return (
      <NotThereYet
        status={status === 'strange' && !last ? 'none' : status}
        problem={asked.problem}
        onAgain={asked.reload}
      />
    )
  }
  return (
    <View id="opening">
      <View className="between wrap">
        <Text className="head">开始{opening.title || '新的考核'}</Text>
        {onClose ? (
          <Button id="opening-close" short light kind="quiet" icon="back" onPress={onClose}>
            先不开始
          </Button>
        ) : null}
      </View>
      <View className="office-columns mt-3">
        <View className="office-column">
          <OpeningFields work={work} />
        </View>
        <View className="office-column">
          <VersionChoice work={work} />
          <ChoiceList work={work} />
          {refusal ? (
            <Notice id="opening-problem" kind="asked" title="没有开始">
              {refusal.message}
            </Notice>
          ) : null}
          {Object.keys(faults).length > 0 ? (
            <View id="opening-faults" className="asked">
              还有{Object.keys(faults).length}处没填好：{Object.values(faults).join('；')}。
            </View>
          ) : null}
          <View className="row">
            <PrimaryButton id="opening-open" busy={busy} onPress={open}>
              {`开始${opening.title}`}
            </PrimaryButton>
          </View>
        </View>
      </View>
    </View>
  )
}
