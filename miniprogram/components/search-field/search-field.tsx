import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { spokenName } from '../../platform/spoken-name'
import { Icon } from '../icon/icon'
import './search-field.css'

interface SearchFieldProps {
  id: string
  /** 找单位 */
  placeholder: string
  onInput: (text: string) => void
}

/** Narrows a list to what holds the typed words. */
export function SearchField({ id, placeholder, onInput }: SearchFieldProps) {
  const [named] = useState(() => spokenName(placeholder))
  return (
    <View className="search-field">
      <Icon name="search" size="small" />
      <Input
        {...named}
        id={id}
        className="search-input"
        type="text"
        placeholder={placeholder}
        placeholderClass="search-placeholder"
        onInput={event => onInput(event.detail.value)}
      />
    </View>
  )
}
