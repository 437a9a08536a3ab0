import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Verdict } from '#shared/rules/fact'
import { Icon, type IconName } from '../icon/icon'
import { Recorded } from './recorded'
import type { FactView, RecordedView } from './trail-view'

interface FactRowProps {
  id: string
  fact: FactView
  onDoubt?: (recorded: RecordedView) => void
}

/** The shape of a verdict; its word ends the sentence beside it. */
const shapes: Record<Verdict, IconName> = {
  met: 'received',
  unmet: 'filling',
  unknown: 'not-started',
  'not-judged': 'paper',
}

/** 任务10篇，完成6篇，差4篇; a touch opens the entries that were counted. */
export function FactRow({ id, fact, onDoubt }: FactRowProps) {
  const [isOpen, setOpen] = useState(false)
  const { name, words, verdict, recorded } = fact
  const opens = recorded.lines.length > 0 || (recorded.basis !== '' && onDoubt !== undefined)
  return (
    <View className="fact">
      <View
        id={id}
        className="fact-row"
        hoverClass={opens ? 'pressed' : 'none'}
        onClick={opens ? () => setOpen(!isOpen) : undefined}
      >
        <View className={verdict === 'met' ? 'done' : ''}>
          <Icon name={shapes[verdict]} />
        </View>
        <View className="grow">
          <View className="note soft">{name}</View>
          <View>{words}</View>
        </View>
        {opens ? <Icon name={isOpen ? 'down' : 'next'} size="small" /> : null}
      </View>
      {isOpen ? <Recorded recorded={recorded} onDoubt={onDoubt} /> : null}
    </View>
  )
}
