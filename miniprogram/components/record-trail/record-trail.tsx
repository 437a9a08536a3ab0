import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { ShownDoubt } from '#shared/records/records-of-unit'
import type { Item } from '#shared/rubric/rubric'
import type { Hundredths } from '#shared/scoring/points'
import { Icon } from '../icon/icon'
import { ScoreFigure } from '../score-figure/score-figure'
import { DoubtLines } from './doubt-lines'
import type { HeldRecords } from './evaluation-of'
import { FactRow } from './fact-row'
import { Recorded } from './recorded'
import { asksRecords, type FormulaView, type RecordedView, trailView } from './trail-view'
import './record-trail.css'

interface RecordTrailProps {
  item: Item
  held: HeldRecords
  doubts?: readonly ShownDoubt[]
  /** Who reads it: a doubt is 您说 to the unit and 单位说 to a department. */
  reader: 'unit' | 'department'
  /** `full` is a card of its own; `folded` stands inside another and opens its entries on a touch. */
  size: 'full' | 'folded'
  /** 有出入; left out where nothing may be said. */
  onDoubt?: (recorded: RecordedView) => void
}

/** What the county holds for an item: 按县总记录推算 with its sentence, facts beside it, and the entries behind both. */
export function RecordTrail({ item, held, doubts = [], reader, size, onDoubt }: RecordTrailProps) {
  const view = useMemo(() => trailView(item, held), [item, held])
  const [isOpen, setOpen] = useState(size === 'full')
  if (!asksRecords(item)) return null
  if (!view)
    return (
      <View id="record-none" className="note soft">
        县总还没有这一项的记录
      </View>
    )
  const { formula, facts, together } = view
  // Folded, only what still waits for an answer is in sight.
  const told = isOpen || formula === null ? doubts : doubts.filter(({ answer }) => answer === null)
  return (
    <View id="record-trail">
      {formula ? (
        <Formula
          formula={formula}
          maximum={item.points}
          size={size}
          isOpen={isOpen}
          onOpen={() => setOpen(!isOpen)}
          onDoubt={onDoubt}
        />
      ) : null}
      {formula === null && size === 'full' ? <View className="firm">县总记录</View> : null}
      {facts.map((fact, place) => (
        <FactRow key={fact.name} id={`fact-${place + 1}`} fact={fact} onDoubt={onDoubt} />
      ))}
      {together ? <View className="note soft mt-1">{together}</View> : null}
      <DoubtLines item={item} held={held} doubts={told} reader={reader} />
    </View>
  )
}

interface FormulaProps extends Pick<RecordTrailProps, 'size' | 'onDoubt'> {
  formula: FormulaView
  maximum: Hundredths
  isOpen: boolean
  onOpen: () => void
}

function Formula({ formula, maximum, size, isOpen, onOpen, onDoubt }: FormulaProps) {
  const { figure, steps, sum, recorded } = formula
  return (
    <View>
      <View className="between base gap-3">
        <Text className={size === 'full' ? 'firm' : ''}>按县总记录推算</Text>
        {figure === null ? null : (
          <ScoreFigure
            id="record-figure"
            score={figure}
            maximum={maximum}
            size={size === 'full' ? 'large' : 'inline'}
          />
        )}
      </View>
      {steps.map(({ words, points }) => (
        <View key={words} className="between base gap-3 mt-1">
          <View className={size === 'full' ? 'grow' : 'grow note soft'}>{words}</View>
          {points ? <Text className="nowrap">{points}</Text> : null}
        </View>
      ))}
      {sum ? <View className="right firm mt-1">{sum}</View> : null}
      {size === 'folded' && recorded.lines.length > 0 ? (
        <View id="record-open" className="link quiet" onClick={onOpen}>
          <Text>县总记录 {recorded.lines.length}条</Text>
          <Icon name={isOpen ? 'down' : 'next'} size="small" />
        </View>
      ) : null}
      {isOpen ? <Recorded recorded={recorded} onDoubt={onDoubt} /> : null}
    </View>
  )
}
