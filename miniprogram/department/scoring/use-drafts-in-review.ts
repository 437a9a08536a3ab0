import { useUnload } from '@tarojs/taro'
import { useRef } from 'react'
import type { ReviewItem } from '#shared/contract/review-contract'
import type { Requested } from '../../backend/use-request'
import type { Drafts } from './use-drafts'

/**
 * Puts what was typed into the phone's copy of the review when the page is left. The county has the drafts by then, the
 * outbox has let them go, and without signal the copy is what the page opens with.
 */
export function useDraftsInReview(
  { output, replace }: Pick<Requested<'review.open'>, 'output' | 'replace'>,
  drafts: Drafts,
) {
  const latest = useRef({ output, replace, drafts })
  latest.current = { output, replace, drafts }
  useUnload(() => {
    const { output: review, replace: put, drafts: mine } = latest.current
    if (!review) return
    const withMine = (item: ReviewItem) => ({ ...item, draft: mine.of(review.unit.unitId, item.itemId, item.draft) })
    put({ ...review, items: review.items.map(withMine) })
  })
}
