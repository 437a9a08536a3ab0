import { Nothing } from '#shared/contract/fields'
import type { NoticeView } from '#shared/contract/notice-contract'
import { permissions } from '../../permissions/permissions'
import { consentsOf } from '../../repositories/consents'
import { type Notice, noticesOf } from '../../repositories/notices'
import { defineRequest } from '../../request-pipeline/define-request'
import { consentViews } from './consent-views'

/** Everything that was told to the person, whatever became of the message. */
export const listNotices = defineRequest('notice.list', {
  interactive: true,
  schema: Nothing,
  load: () => ({}),
  permit: permissions['notice.list'],
  act: async ({ asker }) => {
    const [notices, consents] = await Promise.all([noticesOf(asker.memberId), consentsOf(asker.memberId)])
    // What stopped being true before its time came was never told.
    const told = notices.filter(({ fate }) => fate !== 'untrue')
    return {
      notices: told.map(noticeView),
      unread: told.filter(({ readAt }) => readAt === null).length,
      consents: consentViews(asker.memberId, consents),
    }
  },
})

function noticeView({ _id, kind, words, page, plannedAt, readAt }: Notice): NoticeView {
  return { noticeId: _id, kind, words, page, at: plannedAt, isRead: readAt !== null }
}
