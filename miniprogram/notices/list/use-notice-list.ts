import Taro from '@tarojs/taro'
import type { NoticeView } from '#shared/contract/notice-contract'
import type { TemplateName } from '#shared/notices/templates'
import { useIdentity } from '../../backend/identity'
import { markRead } from '../../backend/known-notices'
import { useNewestNotices } from '../../backend/use-notices'

/** A department is told only that all sheets are in; a unit everything. */
const toldToDepartments: readonly TemplateName[] = ['progress']
const HOME = '/pages/home/home'

/** The person's notices, and where each of them leads. */
export function useNoticeList() {
  const { chosenPost } = useIdentity()
  const { output, ...list } = useNewestNotices()
  const notices = output?.notices ?? null
  return {
    ...list,
    notices,
    templates: chosenPost && 'departmentId' in chosenPost ? toldToDepartments : undefined,
    open({ noticeId, page, isRead }: NoticeView) {
      if (!isRead) void markRead([noticeId])
      // Home lies at the bottom of the stack; a second one above it would show the same and lead nowhere.
      void (page.startsWith(HOME) ? Taro.reLaunch({ url: page }) : Taro.navigateTo({ url: page }))
    },
    markAllRead: () => markRead((notices ?? []).filter(({ isRead }) => !isRead).map(({ noticeId }) => noticeId)),
  }
}
