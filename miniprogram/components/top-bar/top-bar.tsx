import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './top-bar.css'

interface TopBarProps<Key extends string> {
  /** 县总工会　2026年度考核 */
  name: string
  places: { key: Key; text: string }[]
  here: Key
  onGo: (key: Key) => void
  /** Right: who is signed in, 退出. */
  who?: ReactNode
}

/** The PC's head: where one is, where one can go, who one is. Places have the ids `go-<key>`. */
export function TopBar<Key extends string>({ name, places, here, onGo, who }: TopBarProps<Key>) {
  return (
    <View className="top-bar">
      <Text className="firm nowrap">{name}</Text>
      <View className="top-bar-places">
        {places.map(({ key, text }) => (
          <View
            key={key}
            id={`go-${key}`}
            className={key === here ? 'top-bar-place here' : 'top-bar-place'}
            onClick={() => onGo(key)}
          >
            {text}
          </View>
        ))}
      </View>
      <View className="top-bar-who">{who}</View>
    </View>
  )
}
