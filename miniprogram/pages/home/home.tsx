import { Button, Input, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { printPoints } from '#shared/scoring/points'
import './home.css'

const KEPT_NOTE = 'home.note'

/** The page the program opens with. */
export default function Home() {
  const [halfPoints, setHalfPoints] = useState(0)
  const [note, setNote] = useState<string>(() => Taro.getStorageSync(KEPT_NOTE) || '')
  const keep = (text: string) => {
    setNote(text)
    Taro.setStorageSync(KEPT_NOTE, text)
  }
  return (
    <View className="home">
      <Text className="home-title">工会目标考核</Text>
      <Text id="points">{printPoints(halfPoints * 50)} 分</Text>
      <Button id="add" onClick={() => setHalfPoints(count => count + 1)}>
        加 0.5 分
      </Button>
      <Input id="note" defaultValue={note} placeholder="备注" onInput={event => keep(event.detail.value)} />
      <Text id="kept">{note}</Text>
    </View>
  )
}
