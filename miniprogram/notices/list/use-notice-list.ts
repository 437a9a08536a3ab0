import Taro from '@tarojs/taro'
import type { PostView } from '#shared/contract/identity-contract'
import type { NoticeView } from '#shared/contract/notice-contract'
import type { TemplateName } from '#shared/notices/templates'
import { useIdentity } from '../../backend/identity'
import { markRead } from '../../backend/known-notices'
import { useNewestNotices } from '../../backend/use-notices'

/** A department is told only that all sheets are in, the office only whom nobody reached; a unit everything. */
const toldToCounty: readonly TemplateName[] = ['progress']
const emptyWords = {
  unit: '快到截止、部室请补充、得分可以看了',
  department: '各单位都报送了',
  office: '有单位没通知到',
}
const HOME = '/pages/home/home'

/** The person's notices, and where each of them leads. */
export function useNoticeList() {
  const { chosenPost, whoAmI } = useIdentity()
  const { output, ...list } = useNewestNotices()
  const notices = output?.notices ?? null
  return {
    ...list,
    notices,
    isOneOfSeveral: (whoAmI?.posts.length ?? 0) > 1,
    emptyWords: emptyWords[placeOf(chosenPost)],
    templates: placeOf(chosenPost) === 'unit' ? undefined : toldToCounty,
    open({ noticeId, page, isRead }: NoticeView) {
      if (!isRead) void markRead([noticeId])
      // Home lies at the bottom of the stack; a second one above it would show the same and lead nowhere.
      void (page.startsWith(HOME) ? Taro.reLaunch({ url: page }) : Taro.navigateTo({ url: page }))
    },
    markAllRead: () => markRead((notices ?? []).filter(({ isRead }) => !isRead).map(({ noticeId }) => noticeId)),
  }
}

function placeOf(post: PostView | null): keyof typeof emptyWords {
  if (!post || 'unitId' in post) return 'unit'
  return 'departmentId' in post ? 'department' : 'office'
}
