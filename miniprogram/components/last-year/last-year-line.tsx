import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { LastYearItem } from '#shared/contract/assessment-contract'
import type { Item } from '#shared/rubric/rubric'
import { Icon } from '../icon/icon'
import { ReleasedReasons } from '../released-reasons/released-reasons'
import { lastYearInWords } from './last-year-words'
import './last-year-line.css'

interface LastYearLineProps {
  item: Pick<Item, 'points'>
  /** Null where the unit had no such item a year ago. */
  lastYear: LastYearItem | null
}

/** 去年自评4，得分3.5; a touch opens why, where there was something to say. */
export function LastYearLine({ item, lastYear }: LastYearLineProps) {
  const [isOpen, setOpen] = useState(false)
  if (!lastYear) return null
  const { released } = lastYear
  const explained = released !== null && (released.reasons.length > 0 || Boolean(released.departure))
  return (
    <View className={isOpen ? 'last-year-line open' : 'last-year-line'}>
      <View
        id="last-year"
        className="last-year-head soft"
        hoverClass={explained ? 'pressed' : 'none'}
        onClick={explained ? () => setOpen(!isOpen) : undefined}
      >
        <Text className="grow">{lastYearInWords(lastYear, item.points)}</Text>
        {explained ? (
          <>
            <Text className="note nowrap">为什么</Text>
            <Icon name={isOpen ? 'down' : 'next'} size="small" />
          </>
        ) : null}
      </View>
      {isOpen && released ? (
        <View id="last-year-reasons" className="last-year-reasons">
          <ReleasedReasons released={released} />
        </View>
      ) : null}
    </View>
  )
}
