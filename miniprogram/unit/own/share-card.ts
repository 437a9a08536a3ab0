import type { Item } from '#shared/rubric/rubric'
import { rubricAddress } from '../../pages/rubric/addresses'
import type { OpenSheet } from './use-own-sheet'

/**
 * What a sheet, or an item of it, becomes when it is passed on in a chat: the blank 细则, for whoever opens it may have no
 * post, and what a unit gave itself is nobody else's. Somebody of a unit goes on from there to their own sheet.
 */
export function rubricCard(open: OpenSheet | null, item?: Item): { title: string; path: string } {
  if (!open) return { title: '工会目标考核评分细则', path: rubricAddress() }
  return {
    title: item ? `第${item.number}项　${item.shortName}` : open.rubric.title,
    path: rubricAddress(open.sheet.rubricVersionId, item?.id),
  }
}
