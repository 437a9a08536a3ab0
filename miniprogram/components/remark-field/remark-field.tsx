import { Textarea, View } from '@tarojs/components'
import { memo, useState } from 'react'
import { quietField } from '../../platform/quiet-field'
import { spokenName } from '../../platform/spoken-name'
import { Icon } from '../icon/icon'
import { FieldProblem } from '../text-field/field-problem'
import '../text-field/text-field.css'
import './remark-field.css'

interface RemarkFieldProps {
  id?: string
  label?: string
  /** What stands in it when it appears; give it another `key` to show another remark. */
  initial: string
  placeholder?: string
  problem?: string | null
  onInput: (text: string) => void
  onLeave?: () => void
}

/** More than any remark may hold: a longer one is said to be too long instead of being cut off while it is dictated. */
const ROOM = 2000

/** 备注. Never rewritten while it is focused, so that the keyboard's voice input can finish its sentence. */
export const RemarkField = memo(function RemarkField({
  id = 'remark',
  label = '备注',
  initial,
  placeholder,
  problem,
  onInput,
  onLeave,
}: RemarkFieldProps) {
  const [focus, setFocus] = useState(false)
  // Kept, because a changed default would be sent to the focused field as well.
  const [first] = useState(initial)
  const [named] = useState(() => spokenName(label))
  const leave = () => {
    setFocus(false)
    onLeave?.()
  }
  return (
    <View>
      <View className={problem ? 'field problem' : 'field'}>
        <View className="field-label">{label}</View>
        <Textarea
          {...named}
          ref={quietField}
          id={id}
          className="remark-text"
          defaultValue={first}
          placeholder={placeholder}
          placeholderClass="field-placeholder"
          maxlength={ROOM}
          autoHeight
          focus={focus}
          cursorSpacing={120}
          onInput={event => onInput(event.detail.value)}
          onBlur={leave}
        />
        <View className="field-dictate" onClick={() => setFocus(true)}>
          <Icon name="microphone" />
        </View>
      </View>
      <FieldProblem text={problem} />
    </View>
  )
})
