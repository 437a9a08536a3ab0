import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Instant } from '#shared/assessment/assessment'
import { endOfDay, printDay } from '#shared/cycle/beijing-time'
import { Button, PrimaryButton } from '../button/button'
import { Chip } from '../chip/chip'
import { Drawer } from '../drawer/drawer'
import { RemarkField } from '../remark-field/remark-field'

interface SupplementDrawerProps {
  open: boolean
  now: Instant
  /** 马店镇　第5项 */
  about: string
  /** What stands in the field: a request begun and left, or one for a score where the unit says 不涉及. */
  initial: string
  busy: boolean
  /** 发给单位, or 记下 where it goes when there is signal. */
  send?: string
  /** What happens to it, in a line. */
  note?: string
  problem: string | null
  onTyped: (reason: string) => void
  onSend: (reason: string, until: Instant) => void
  onClose: () => void
}

const offered = [2, 3, 5, 7]

/** 请补充: what is asked for, and until which day. */
export function SupplementDrawer(props: SupplementDrawerProps) {
  const { open, now, about, initial, busy, problem, onTyped, onSend, onClose } = props
  const [reason, setReason] = useState(initial)
  const [days, setDays] = useState(3)
  const type = (text: string) => {
    setReason(text)
    onTyped(text)
  }
  const foot = (
    <>
      <Button id="supplement-close" onPress={onClose}>
        先不发
      </Button>
      <PrimaryButton
        id="supplement-send"
        busy={busy}
        disabled={reason.trim() === ''}
        onPress={() => onSend(reason.trim(), endOfDay(now, days))}
      >
        {props.send ?? '发给单位'}
      </PrimaryButton>
    </>
  )
  return (
    <Drawer id="supplement" open={open} title={`${about}　请补充`} foot={foot} onClose={onClose}>
      <RemarkField
        id="supplement-reason"
        label="补充什么"
        initial={initial}
        placeholder="例如：请补发卡汇总表的盖章页"
        problem={problem}
        onInput={type}
      />
      <View className="note soft mt-3">什么时候前补交</View>
      <View className="chips mt-1">
        {offered.map(count => (
          <Chip
            key={count}
            id={`supplement-${count}`}
            chosen={days === count}
            below={printDay(endOfDay(now, count))}
            onPress={() => setDays(count)}
          >
            {`${count}天`}
          </Chip>
        ))}
      </View>
      <View className="note soft mt-3">{props.note ?? '只请补充这一项，别的项不受影响。单位补交后会回到您这里。'}</View>
    </Drawer>
  )
}
