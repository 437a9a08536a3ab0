import { View } from '@tarojs/components'
import { useState } from 'react'
import { problem } from '#shared/errors/problems'
import type { Item } from '#shared/rubric/rubric'
import { PrimaryButton } from '../../components/button/button'
import { Chip } from '../../components/chip/chip'
import { Drawer } from '../../components/drawer/drawer'
import { TextField } from '../../components/text-field/text-field'

interface NotApplicableProps {
  open: boolean
  item: Item
  chosen: string | null
  onClose: () => void
  onChoose: (reason: string) => void
}

/** 不涉及 is never chosen without a reason: a touch on a usual one is enough, own words are confirmed. */
export function NotApplicable({ open, item, chosen, onClose, onChoose }: NotApplicableProps) {
  const usual = item.notApplicableReasons
  const ownWords = chosen !== null && !usual.includes(chosen) ? chosen : ''
  const [reason, setReason] = useState(ownWords)
  const [wrong, setWrong] = useState<string | null>(null)
  const confirm = () => {
    if (reason.trim() === '') setWrong(problem('not-applicable.reason-missing', { number: item.number }).message)
    else onChoose(reason.trim())
  }
  return (
    <Drawer
      id="not-applicable"
      open={open}
      title={`第${item.number}项为什么不涉及？`}
      onClose={onClose}
      foot={
        <PrimaryButton id="not-applicable-confirm" onPress={confirm}>
          选不涉及
        </PrimaryButton>
      }
    >
      <View className="chips wrap">
        {usual.map((one, place) => (
          <Chip key={one} id={`reason-${place}`} worded chosen={chosen === one} onPress={() => onChoose(one)}>
            {one}
          </Chip>
        ))}
      </View>
      <View className="mt-3">
        <TextField
          id="reason-own"
          label={usual.length > 0 ? '别的原因' : '原因'}
          initial={ownWords}
          maximum={100}
          problem={wrong}
          onInput={text => {
            setReason(text)
            setWrong(null)
          }}
        />
      </View>
      <View className="note soft mt-2">
        {usual.length > 0 ? '点一个原因就选好了。' : ''}不涉及也算填好，部室会看您写的原因。
      </View>
    </Drawer>
  )
}
