import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Item } from '#shared/rubric/rubric'
import { printPoints } from '#shared/scoring/points'
import { Button } from '../button/button'
import { Drawer } from '../drawer/drawer'
import { Icon } from '../icon/icon'
import './item-words.css'

interface ItemWordsProps {
  item: Item
  category: string
  /** 第5项　推进… on the page of a unit; 推进…（5分） where the title already says which. */
  titled?: boolean
}

/** One line of an item; 全文 opens all of it with its basis. */
export function ItemWords({ item, category, titled }: ItemWordsProps) {
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  return (
    <View>
      <View id="item-full" className="row item-words" onClick={() => setIsOpen(true)}>
        <View className="item-words-line summary firm">{titled ? `第${item.number}项　${item.text}` : item.text}</View>
        {titled ? null : <Text className="firm nowrap">（{printPoints(item.points)}分）</Text>}
        <View className="row firm nowrap item-words-more">
          <Text>全文</Text>
          <Icon name="next" size="small" />
        </View>
      </View>
      {isOpen ? (
        <Drawer
          id="item-words"
          open
          title={`第${item.number}项　${category}`}
          onClose={close}
          foot={
            <Button id="item-words-close" wide onPress={close}>
              关上
            </Button>
          }
        >
          <View>
            {item.text}
            <Text className="firm nowrap">（{printPoints(item.points)}分）</Text>
          </View>
          <View className="rule" />
          <View className="note soft">评分依据</View>
          <View>{item.basis}</View>
        </Drawer>
      ) : null}
    </View>
  )
}

/** Of a joint item: who scores it, and that this is not confirmed yet. */
export function JointItem({ mine, toBeConfirmed }: { mine: boolean; toBeConfirmed: boolean }) {
  if (mine && !toBeConfirmed) return null
  const words = [
    ...(mine ? [] : ['这项由别的部室评分，您这里只能看']),
    ...(toBeConfirmed ? ['评分部室待县总确认'] : []),
  ]
  return <View className="note soft mt-1">{words.join('；')}</View>
}
