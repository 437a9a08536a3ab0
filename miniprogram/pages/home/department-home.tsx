import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useRequest } from '../../backend/use-request'
import { BottomBar } from '../../components/bottom-bar/bottom-bar'
import { PrimaryButton } from '../../components/button/button'
import { Card } from '../../components/card/card'
import { Failed } from '../../components/failed/failed'
import { Icon } from '../../components/icon/icon'
import { ListRow } from '../../components/list-row/list-row'
import { OutboxLine } from '../../components/outbox-line/outbox-line'
import { isWide } from '../../components/page/is-wide'
import { Page } from '../../components/page/page'
import { Skeleton } from '../../components/skeleton/skeleton'
import { gridAddress, queueAddress, recordsAddress } from '../../department/scoring/addresses'
import { useDepartment } from '../../department/scoring/use-department'
import { HomeFoot, HomeHead, type TypeSize } from './home-parts'
import { UnreadCard } from './unread-card'
import { VisitCard } from './visit-card'

const go = (url: string) => () => Taro.navigateTo({ url })

/** A reviewer's home: how much of the department's work is done, and the two ways to go on. */
export function DepartmentHome({ type, onChangePost }: { type: TypeSize; onChangePost?: () => void }) {
  const { department } = useDepartment()
  const place = department && { cycleId: department.cycleId, departmentId: department.departmentId }
  const queue = useRequest('review.queue', place, { keep: true })
  useDidShow(() => void queue.reload())
  const submitted = queue.output?.units.filter(unit => unit.submittedAt !== null) ?? []
  const decided = submitted.reduce((sum, unit) => sum + unit.decided, 0)
  const waiting = submitted.reduce((sum, unit) => sum + unit.items, 0) - decided
  const doubts = submitted.reduce((sum, unit) => sum + unit.doubts, 0)
  const bar = (
    <BottomBar>
      <PrimaryButton id="go-queue" onPress={go(queueAddress('units'))}>
        {doubts > 0 ? '答复疑问' : waiting > 0 ? '接着评分' : '看各单位'}
      </PrimaryButton>
    </BottomBar>
  )
  return (
    <Page id="home-department" status={<OutboxLine />} bar={bar} large={type.large}>
      <HomeHead title={department?.departmentName ?? ''} note={department?.personName ?? ''} type={type} />
      <UnreadCard />
      <VisitCard />
      {queue.status === 'loading' ? <Skeleton rows={2} /> : null}
      {queue.status === 'failed' ? <Failed problem={queue.problem} onRetry={queue.reload} /> : null}
      {queue.output ? (
        <Card>
          <View className="lead">
            {submitted.length}家已报送，{queue.output.units.length - submitted.length}家还没有。
          </View>
          {doubts > 0 ? (
            <View id="home-doubts" className="lead firm asked">{`${doubts}项疑问等您部室答复`}</View>
          ) : null}
          <View className="lead firm">{waiting > 0 ? `还有${waiting}项没有定分` : '已报送的都定分了'}</View>
        </Card>
      ) : null}
      <Card rows>
        {isWide() ? (
          <ListRow id="grid-entry" before={<Icon name="pencil" />} arrow onPress={go(gridAddress())}>
            录分表（像 Excel 一样录）
          </ListRow>
        ) : null}
        <ListRow id="by-unit" before={<Icon name="people" />} arrow onPress={go(queueAddress('units'))}>
          一家一家评
        </ListRow>
        <ListRow id="by-item" before={<Icon name="list" />} arrow onPress={go(queueAddress('items'))}>
          一项一项评（各单位对比）
        </ListRow>
        <ListRow id="tile-records" before={<Icon name="paper" />} arrow onPress={go(recordsAddress())}>
          县总记录
        </ListRow>
        <ListRow id="tile-rubric" before={<Icon name="book" />} arrow onPress={go('/pages/rubric/rubric')}>
          评分细则
        </ListRow>
      </Card>
      <View className="mt-2">
        <HomeFoot onChangePost={onChangePost} />
      </View>
    </Page>
  )
}
