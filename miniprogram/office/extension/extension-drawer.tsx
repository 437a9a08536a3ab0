import { Picker, Text, View } from '@tarojs/components'
import type { CycleView } from '#shared/contract/cycle-contract'
import type { OverviewUnit } from '#shared/contract/office-contract'
import { endOfDate, printWeekday } from '#shared/cycle/beijing-time'
import { Button, PrimaryButton } from '../../components/button/button'
import { Drawer } from '../../components/drawer/drawer'
import { Icon } from '../../components/icon/icon'
import { Notice } from '../../components/notice/notice'
import { TextField } from '../../components/text-field/text-field'
import { ExtensionUnits } from './extension-units'
import { leftForReview, verdictLines } from './extension-words'
import type { useExtension } from './use-extension'
import './extension.css'

interface ExtensionDrawerProps {
  extension: ReturnType<typeof useExtension>
  cycle: CycleView
  /** Of the whole county, for the names of those that it was done for. */
  all: readonly OverviewUnit[]
}

/** 展期: the units, the day and the reason on one sheet; afterwards what became of each. */
export function ExtensionDrawer({ extension, cycle, all }: ExtensionDrawerProps) {
  const { verdicts, isBusy, until, mayTakeBack } = extension
  const foot = verdicts ? (
    <Button id="extension-done" wide onPress={extension.close}>
      好
    </Button>
  ) : (
    <>
      {mayTakeBack ? (
        <Button id="extension-take-back" disabled={isBusy} onPress={() => extension.extend(null)}>
          收回展期
        </Button>
      ) : (
        <Button id="extension-close" disabled={isBusy} onPress={extension.close}>
          先不
        </Button>
      )}
      <PrimaryButton
        id="extension-grant"
        busy={isBusy}
        disabled={!extension.days}
        onPress={() => extension.extend(until)}
      >
        展期
      </PrimaryButton>
    </>
  )
  return (
    <Drawer id="extension" open={extension.isOpen} title="展期" foot={foot} onClose={extension.close}>
      {verdicts ? <Outcome extension={extension} all={all} /> : <Asked extension={extension} cycle={cycle} />}
    </Drawer>
  )
}

function Asked({ extension, cycle }: Pick<ExtensionDrawerProps, 'extension' | 'cycle'>) {
  const { days, until, reason, problem } = extension
  if (!days)
    return (
      <Notice id="extension-none" kind="calm">
        离评分截止{printWeekday(cycle.reviewDeadline)}太近，不能再展期。再晚的请收纸质表代录。
      </Notice>
    )
  return (
    <View className="extension">
      <ExtensionUnits extension={extension} />
      <Picker
        mode="date"
        start={days.first}
        end={days.last}
        value={until || days.first}
        onChange={event => extension.pickDay(event.detail.value)}
      >
        <View id="extension-day" className="field extension-day">
          <View className="field-label">展期到</View>
          <View className={until ? 'grow' : 'grow soft'}>{until ? printWeekday(endOfDate(until)) : '选一天'}</View>
          <Icon name="down" />
        </View>
      </Picker>
      {until ? (
        <View id="extension-left" className="note soft">
          {leftForReview(until, cycle)}
        </View>
      ) : null}
      <TextField
        id="extension-reason"
        label="原因"
        initial={reason}
        placeholder="考核办留存，单位看不到"
        maximum={200}
        onInput={extension.writeReason}
      />
      {problem ? (
        <View id="extension-problem" className="asked">
          {problem}
        </View>
      ) : null}
    </View>
  )
}

function Outcome({ extension, all }: Pick<ExtensionDrawerProps, 'extension' | 'all'>) {
  const { done, refused } = verdictLines(extension.verdicts ?? [], all)
  return (
    <View className="extension">
      {done ? (
        <View id="extension-granted" className="row gap-2">
          <View className="done">
            <Icon name="check" />
          </View>
          <Text className="grow">{done}</Text>
        </View>
      ) : null}
      {refused.length > 0 ? (
        <Notice id="extension-refused" kind="asked" title={`${refused.length}家没有展期`}>
          {refused.map(line => (
            <View key={line}>{line}</View>
          ))}
        </Notice>
      ) : null}
    </View>
  )
}
