import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { quietField } from '../../platform/quiet-field'
import { spokenName } from '../../platform/spoken-name'
import { FieldProblem } from './field-problem'
import './text-field.css'

interface TextFieldProps {
  id: string
  label?: string
  /** What stands in it when it appears. Later values are not written into it: see below. */
  initial: string
  placeholder?: string
  /** `points` brings the keyboard with digits and a point. */
  kind?: 'text' | 'points'
  maximum?: number
  focus?: boolean
  problem?: string | null
  onInput: (text: string) => void
  onLeave?: () => void
  /** Enter, or 完成 on a phone's keyboard. */
  onEnter?: () => void
}

/**
 * One line to write on. Uncontrolled: Taro writes a controlled value back at every rendering, which moves the cursor
 * and interrupts the keyboard's voice input. Give it another `key` to show another value.
 */
export function TextField({
  id,
  label,
  initial,
  placeholder,
  kind = 'text',
  maximum = 100,
  focus,
  problem,
  onInput,
  onLeave,
  onEnter,
}: TextFieldProps) {
  // Kept, because a changed default would be sent to the focused field as well.
  const [first] = useState(initial)
  const [named] = useState(() => spokenName(label ?? placeholder ?? ''))
  return (
    <View>
      <View className={problem ? 'field problem' : 'field'}>
        {label ? <View className="field-label">{label}</View> : null}
        <Input
          {...named}
          ref={quietField}
          id={id}
          className="field-input"
          type={kind === 'points' ? 'digit' : 'text'}
          defaultValue={first}
          placeholder={placeholder}
          placeholderClass="field-placeholder"
          maxlength={maximum}
          focus={focus}
          cursorSpacing={120}
          onInput={event => onInput(event.detail.value)}
          onBlur={onLeave}
          onConfirm={onEnter}
        />
      </View>
      <FieldProblem text={problem} />
    </View>
  )
}
