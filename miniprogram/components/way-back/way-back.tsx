import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { wayBack } from '../../platform/way-back'
import { Icon } from '../icon/icon'
import './way-back.css'

/**
 * 返回, where nothing around the page offers it, and beside it what WeChat's own bar would say. A page that was opened by
 * its address leads home.
 */
export function WayBack({ heading }: { heading?: ReactNode }) {
  const [needed] = useState(wayBack.needed)
  if (!needed) return null
  const leave = () => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
    else void Taro.reLaunch({ url: '/pages/home/home' })
  }
  return (
    <View className="way-back">
      <View id="way-back" className="link quiet" onClick={leave}>
        <Icon name="back" size="small" />
        <Text>返回</Text>
      </View>
      {heading ? <View className="way-back-heading firm">{heading}</View> : null}
    </View>
  )
}
