import { View } from '@tarojs/components'
import { ConsentCard } from '../../components/consent-card/consent-card'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Page } from '../../components/page/page'
import { Segments } from '../../components/segments/segments'
import { DepartmentFrame } from '../scoring/department-frame'
import { DraftStatus } from '../scoring/draft-status'
import { NotThereYet } from '../scoring/not-there-yet'
import { QueueItems, QueueUnits } from '../scoring/queue-rows'
import { useQueue } from './use-queue'
import './queue.css'

/** My department's queue: every unit, or every item of ours, and what is still to be decided. */
export default function Queue() {
  const { view, setView, units, items, queue, totals, status, problem, isStale, reload } = useQueue()
  if (!queue || !totals)
    return (
      <DepartmentFrame here={view}>
        <Page id="queue">
          <View className="queue-empty">
            <NotThereYet status={status} problem={problem} onAgain={reload} />
          </View>
        </Page>
      </DepartmentFrame>
    )
  return (
    <DepartmentFrame here={view}>
      <Page id="queue" status={<DraftStatus isStale={isStale} />} flush>
        <View className="queue-head">
          <View className="note soft">
            {queue.departmentName}　{queue.cycle.title}
          </View>
          <View className="lead">{leadOf(totals)}</View>
          {totals.doubts > 0 ? (
            <View id="queue-doubts" className="asked firm">
              {totals.doubts}项疑问等您部室答复
            </View>
          ) : null}
          {totals.notSubmitted > 0 ? (
            <View className="note soft">{totals.notSubmitted}家还没有报送，报送后就能评分</View>
          ) : null}
          {totals.waiting === 0 && totals.decided > 0 && totals.notSubmitted > 0 ? (
            <View className="mt-3">
              <ConsentCard when="都报送了的时候" templates={['progress']} />
            </View>
          ) : null}
          <View className="queue-ways">
            <Segments
              segments={[
                { key: 'units', text: '按单位' },
                { key: 'items', text: '按项' },
              ]}
              chosen={view}
              onChoose={setView}
            />
          </View>
        </View>
        {queue.units.length === 0 ? (
          <EmptyState id="queue-none" icon="list" title="还没有要评的单位">
            考核办开始考核后，您部室要评的单位和考评内容会列在这里。
          </EmptyState>
        ) : null}
        {view === 'units' ? <QueueUnits groups={units} /> : <QueueItems groups={items} />}
      </Page>
    </DepartmentFrame>
  )
}

function leadOf({ decided, waiting }: { decided: number; waiting: number }): string {
  if (waiting === 0) return decided === 0 ? '还没有单位报送。' : '报送的都定分了。'
  return `定分 ${decided}项，还有${waiting}项。`
}
