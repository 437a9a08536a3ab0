import { assessmentId } from '#shared/assessment/assessment'
import { Nothing } from '#shared/contract/fields'
import type { NoticeView } from '#shared/contract/notice-contract'
import { permissions } from '../../permissions/permissions'
import { consentsOf } from '../../repositories/consents'
import { readHeldTextsOfUnits } from '../../repositories/content-checks'
import { type Notice, noticesOf } from '../../repositories/notices'
import { defineRequest } from '../../request-pipeline/define-request'
import { quotedWords } from '../views/quoted-words'
import { consentViews } from './consent-views'

/** Everything that was told to the person, whatever became of the message. */
export const listNotices = defineRequest('notice.list', {
  interactive: true,
  schema: Nothing,
  load: () => ({}),
  permit: permissions['notice.list'],
  act: async ({ asker }) => {
    const unitIds = asker.posts.flatMap(post => ('unitId' in post ? [post.unitId] : []))
    const [notices, consents, held] = await Promise.all([
      noticesOf(asker.memberId),
      consentsOf(asker.memberId),
      readHeldTextsOfUnits(unitIds),
    ])
    // What stopped being true before its time came was never told.
    const told = notices.filter(({ fate }) => fate !== 'untrue')
    return {
      notices: told.map(notice => noticeView(notice, quotedWords(notice, held.get(sheetOf(notice))))),
      unread: told.filter(({ readAt }) => readAt === null).length,
      consents: consentViews(asker.memberId, consents),
    }
  },
})

const sheetOf = ({ cycleId, unitId }: Notice) => assessmentId(cycleId, unitId ?? '')

function noticeView({ _id, kind, page, plannedAt, readAt, unitName }: Notice, words: string): NoticeView {
  return { noticeId: _id, kind, words, page, at: plannedAt, isRead: readAt !== null, unitName }
}
