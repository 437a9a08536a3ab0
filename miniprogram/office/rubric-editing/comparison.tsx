import { Text, View } from '@tarojs/components'
import type { ComparedRubric } from '#shared/contract/rubric-contract'
import type { Requested } from '../../backend/use-request'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Mark } from '../../components/mark/mark'
import { Skeleton } from '../../components/skeleton/skeleton'
import './comparison.css'

/** What an annex has other than the year before, as sentences; changed words with what was and what is. */
export function Comparison({ compared }: { compared: Requested<'rubric.compare'> }) {
  const { output, problem } = compared
  if (!output)
    return problem ? (
      <EmptyState id="comparison-failed" icon="look" title="还不能比">
        {problem.message}
      </EmptyState>
    ) : (
      <Skeleton rows={4} />
    )
  const { name, before, changes } = output
  if (!before)
    return (
      <EmptyState id="comparison-none" icon="book" title="没有更早的可比">
        {`${name}就是最早的一份。`}
      </EmptyState>
    )
  return (
    <View id="comparison" className="card comparison">
      <View className="head">{name}</View>
      <View className="soft">
        和{before.cycleTitle ?? '程序自带的'}比，{summaryOf(changes)}
      </View>
      {changes.map(({ label, message, words, itemId, place }) => (
        <View key={`${label} ${itemId ?? place} ${message}`} className="comparison-change">
          <View className="comparison-label">
            <Mark>{label}</Mark>
          </View>
          <View className="grow">
            <View>{message}</View>
            {words.length > 0 ? (
              <View className="comparison-words">
                {words.map(({ text, change }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence have no other name.
                  <Text key={index} className={change === 'same' ? '' : `comparison-${change}`}>
                    {text}
                  </Text>
                ))}
              </View>
            ) : null}
          </View>
        </View>
      ))}
    </View>
  )
}

/** 新增1处，改了文字2处; 没有变化. */
function summaryOf(changes: ComparedRubric['changes']): string {
  const counts = new Map<string, number>()
  for (const { label } of changes) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].map(([label, count]) => `${label}${count}处`).join('，') || '没有变化'
}
