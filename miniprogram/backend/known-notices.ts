import type { NoticeList } from '#shared/contract/notice-contract'
import { answers } from './answers'
import { ask, serverNow } from './ask'
import { currentBoxKey } from './identity'

const question = () => ({ boxKey: currentBoxKey(), request: 'notice.list' as const, input: {} })

/** Changes what all pages show of the notices, where they show anything. */
export function changeNotices(change: (list: NoticeList) => NoticeList): void {
  answers.change(question(), change, serverNow(), true)
}

/** Shown as read at once; should the county not hear of it, they are unread again when it next answers. */
export async function markRead(noticeIds: readonly string[]): Promise<void> {
  if (noticeIds.length === 0) return
  changeNotices(list => withRead(list, new Set(noticeIds)))
  await ask('notice.read', { notices: [...noticeIds] })
}

/** Who is at the place that a notice is about has no need to be told of it any more. */
export function markReadAt(page: string): void {
  const notices = answers.read(question())?.output.notices ?? []
  void markRead(notices.filter(notice => !notice.isRead && notice.page === page).map(({ noticeId }) => noticeId))
}

function withRead(list: NoticeList, ids: ReadonlySet<string>): NoticeList {
  const notices = list.notices.map(notice => (ids.has(notice.noticeId) ? { ...notice, isRead: true } : notice))
  return { ...list, notices, unread: notices.filter(({ isRead }) => !isRead).length }
}
