import { useMemo } from 'react'
import { assessmentId } from '#shared/assessment/assessment'
import type { Sheet } from '#shared/contract/assessment-contract'
import type { PostView } from '#shared/contract/identity-contract'
import type { Problem } from '#shared/errors/problems'
import type { RecordsOfUnit } from '#shared/records/records-of-unit'
import type { ItemId, Rubric } from '#shared/rubric/rubric'
import { type Identity, refreshIdentity, useIdentity } from '../../backend/identity'
import type { ShownSheet } from '../../outbox/overlay'
import { useSheet } from '../../outbox/use-sheet'
import { pictureOf, type SheetPicture } from './sheet-rows'

type UnitPost = Extract<PostView, { unitId: string }>

/** Everything a page of a unit shows, once it can show anything. */
export interface OpenSheet {
  sheet: ShownSheet
  rubric: Rubric
  picture: SheetPicture
  post: UnitPost
  /** The person's own name, as it signs what they fill. */
  me: string
  /** The key of this sheet in the outbox. */
  sheetKey: string
  /** The first item that waits for the person's decision. */
  troubled: ItemId | null
  replace(sheet: Sheet): void
  replaceRecords(records: RecordsOfUnit): void
}

export interface OwnSheet {
  /** `none`: the person holds no post in a unit, or no cycle is open. */
  status: 'loading' | 'ready' | 'failed' | 'none'
  open: OpenSheet | null
  problem: Problem | null
  isStale: boolean
  reload(): Promise<void>
}

/** The sheet of the person's own unit, with the figures that every page of the unit shows. */
export function useOwnSheet(): OwnSheet {
  const identity = useIdentity()
  const post = unitPostOf(identity)
  const cycleId = identity.whoAmI?.cycle?.cycleId
  const sheetKey = post && cycleId ? assessmentId(cycleId, post.unitId) : null
  const { sheet, rubric, problem, isStale, replace, replaceRecords, reload } = useSheet(sheetKey)
  const picture = useMemo(() => (sheet && rubric ? pictureOf(rubric, sheet) : null), [sheet, rubric])
  const me = identity.whoAmI?.member?.name ?? ''
  const open =
    sheet && rubric && picture && post && sheetKey
      ? { sheet, rubric, picture, post, me, sheetKey, troubled: troubledOf(sheet), replace, replaceRecords }
      : null
  const failed = problem ?? identity.problem
  return {
    status: open ? 'ready' : identity.whoAmI && !sheetKey ? 'none' : failed ? 'failed' : 'loading',
    open,
    problem: failed,
    isStale,
    reload: sheetKey ? reload : refreshIdentity,
  }
}

/** The unit for which the person is here: by the chosen post, else by the first of a unit. */
export function unitPostOf({ chosenPost, whoAmI }: Identity): UnitPost | null {
  return [chosenPost, ...(whoAmI?.posts ?? [])].find(isUnitPost) ?? null
}

function isUnitPost(post: PostView | null): post is UnitPost {
  return post !== null && 'unitId' in post
}

function troubledOf(sheet: ShownSheet): ItemId | null {
  const found = Object.entries(sheet.items).find(([, item]) => item.trouble !== null)
  return found?.[0] ?? null
}
