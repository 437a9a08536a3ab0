import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { StatusLine } from '../../components/status-line/status-line'
import type { HeldEntry } from '../paper-sheet/use-entry'

interface KeepingProps {
  keeping: HeldEntry['keeping']
  /** Sent, and not answered yet. */
  sent: boolean
  onDiscard: () => void
}

/** Where the unfinished sheet is. Throwing it away is asked twice, because nothing else has it. */
export function Keeping({ keeping, sent, onDiscard }: KeepingProps) {
  if (keeping === 'nothing') return null
  if (keeping === 'full') return <StatusLine kind="look" text="本机存满了，请现在录入，不要关页面" />
  const discard = async () => {
    const { confirm } = await Taro.showModal({
      title: '不录这张表了？',
      content: '打进去还没录入的会清掉，县总已收到的不变。',
      cancelText: '接着录',
      confirmText: '不录了',
    })
    if (confirm) onDiscard()
  }
  return (
    <View className="entry-keeping">
      <StatusLine
        kind={sent ? 'no-signal' : 'on-phone'}
        text={sent ? '送出了，还没有等到回音' : '已存本机，还没录入'}
      />
      {sent ? null : (
        <View id="entry-discard" className="link quiet" onClick={discard}>
          不录了
        </View>
      )}
    </View>
  )
}
