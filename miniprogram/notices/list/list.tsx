import { View } from '@tarojs/components'
import { Card } from '../../components/card/card'
import { ConsentCard } from '../../components/consent-card/consent-card'
import { EmptyState } from '../../components/empty-state/empty-state'
import { Failed } from '../../components/failed/failed'
import { OutboxLine } from '../../components/outbox-line/outbox-line'
import { Page } from '../../components/page/page'
import { Skeleton } from '../../components/skeleton/skeleton'
import { NoticeRow } from './notice-row'
import { useNoticeList } from './use-notice-list'

/** 通知: everything that was told to the person, the newest first, whether or not a message of WeChat came. */
export default function NoticesPage() {
  const { notices, unread, status, problem, isStale, templates, emptyWords, isOneOfSeveral, ...list } = useNoticeList()
  return (
    <Page id="notices" status={<OutboxLine isStale={isStale} />}>
      {status === 'loading' ? <Skeleton rows={3} /> : null}
      {status === 'failed' ? <Failed problem={problem} onRetry={list.reload} /> : null}
      {notices ? (
        <ConsentCard when="有新的通知时" more="不开也行，通知都在这里。" templates={templates} onPurpose />
      ) : null}
      {notices?.length === 0 ? (
        <View className="mt-3">
          <EmptyState id="no-notices" icon="bell" title="还没有通知">
            {emptyWords}，都会写在这里。
          </EmptyState>
        </View>
      ) : null}
      {notices && notices.length > 0 ? (
        <>
          <View className="between mt-2">
            <View id="unread-count" className="note soft">
              {unread > 0 ? `${unread}条没看` : '都看过了'}
            </View>
            {unread > 1 ? (
              <View id="mark-all-read" className="link quiet" onClick={list.markAllRead}>
                都标成看过
              </View>
            ) : null}
          </View>
          <Card id="notice-list" rows>
            {notices.map(notice => (
              <NoticeRow key={notice.noticeId} notice={notice} isOneOfSeveral={isOneOfSeveral} onOpen={list.open} />
            ))}
          </Card>
        </>
      ) : null}
    </Page>
  )
}
