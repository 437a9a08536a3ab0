import * as v from 'valibot'
import type { Instant, ReviewScore } from '../assessment/assessment'
import type { UnitState } from '../assessment/unit-state'
import type { VisitPictureKind } from '../assessment/visit-picture'
import type { Problem } from '../errors/problems'
import type { RecordsOfUnit } from '../records/records-of-unit'
import type { Audience, DepartmentId, ItemId } from '../rubric/rubric'
import type { MaterialView, MaybeHeld, SelfScoreView, SupplementView } from './assessment-contract'
import type { CycleView } from './cycle-contract'
import {
  bytes,
  cycleId,
  groupId,
  id,
  instant,
  itemId,
  list,
  materialId,
  operationId,
  requiredText,
  revision,
  sha256,
  unitId,
} from './fields'
import { fileType } from './material-contract'
import type { UsedPhrase } from './review-contract'
import { reviewScore } from './review-score'

const visitDay = v.pipe(v.string('日期'), v.isoDate('日期'))

/** 考核组 as the office keeps it. */
export interface VisitGroupView {
  groupId: string
  name: string
  leaderId: string
  memberIds: string[]
  days: VisitDay[]
  revision: number
}
/** Which units on which day, in the county's order. */
export interface VisitDay {
  /** YYYY-MM-DD by the county's calendar. */
  date: string
  unitIds: string[]
}

/** `visit-group.list`: all groups of the cycle, with whom and which units there are to choose from. */
export const ListVisitGroups = v.strictObject({ cycleId })
export type ListVisitGroups = v.InferOutput<typeof ListVisitGroups>
export interface VisitGroupList {
  groups: VisitGroupView[]
  /** Everybody of the county with where they work; people of the units are left out: nobody visits as a unit's own. */
  people: { memberId: string; name: string; place: string }[]
  units: { unitId: string; name: string; audience: Audience }[]
}

/** `visit-group.save`: the whole group; revision 0 makes a new one. */
export const SaveVisitGroup = v.strictObject({
  cycleId,
  groupId,
  revision,
  name: requiredText('考核组名称', 20),
  leaderId: id('组长'),
  memberIds: list(id('成员'), '成员', 1, 12),
  days: v.pipe(
    v.array(v.strictObject({ date: visitDay, unitIds: list(unitId, '当天单位', 1, 30) }), '日程'),
    v.maxLength(40, '日程'),
  ),
})
export type SaveVisitGroup = v.InferOutput<typeof SaveVisitGroup>

/** `visit-group.remove`: only while nobody of it has noted anything; a group that is gone already is removed. */
export const RemoveVisitGroup = v.strictObject({ cycleId, groupId, revision })
export type RemoveVisitGroup = v.InferOutput<typeof RemoveVisitGroup>

/** What a phone shows of a group on its first page, whichever day it is opened. */
export interface OwnVisitGroup {
  groupId: string
  name: string
  days: { date: string; units: number }[]
}

/** `visit.pack`: writes what the group needs without network into one file, and names it. */
export const MakeVisitPack = v.strictObject({ cycleId, groupId, date: visitDay })
export type MakeVisitPack = v.InferOutput<typeof MakeVisitPack>
export interface MadeVisitPack {
  takenAt: Instant
  units: number
  /** A signed address of the file, valid for ten minutes, and its size. */
  address: string
  bytes: number
  thumbnails: { count: number; bytes: number }
}

/** The file itself. */
export interface VisitPack {
  takenAt: Instant
  cycle: CycleView
  groupId: string
  groupName: string
  date: string
  /** The person for whom it was made, and the others of the group. */
  me: string
  members: string[]
  departments: Record<DepartmentId, string>
  units: PackedUnit[]
  /** 扣分说明 already in use, by rubric version and item. */
  phrases: Record<string, Record<ItemId, UsedPhrase[]>>
}
export interface PackedUnit {
  unitId: string
  name: string
  audience: Audience
  rubricVersionId: string
  state: UnitState
  /** Nothing of a unit that has not handed in: what it writes is still its own. */
  handedIn: boolean
  self: Record<ItemId, SelfScoreView>
  supplements: Record<ItemId, SupplementView>
  materials: Record<string, MaterialView>
  records: RecordsOfUnit
  suggestions: VisitSuggestion[]
}
/** What one member has suggested, or looks at. */
export interface VisitSuggestion extends MaybeHeld {
  itemId: ItemId
  memberName: string
  mine: boolean
  looking: boolean
  score: ReviewScore | null
  at: Instant
}

/** `visit.thumbnails`: signed addresses by storage id, for the materials of one unit. */
export const ViewVisitThumbnails = v.strictObject({
  cycleId,
  groupId,
  unitId,
  materials: list(materialId, '资料', 1, 50),
})
export type ViewVisitThumbnails = v.InferOutput<typeof ViewVisitThumbnails>
export interface VisitThumbnails {
  addresses: Record<string, string>
}

/** `visit.save`: a member's suggestions, any number of items of the group's units; the latest of each stands. */
export const VisitEntry = v.strictObject({
  operationId,
  unitId,
  itemId,
  /** 我来看 */
  looking: v.boolean('我来看'),
  score: v.nullable(v.strictObject(reviewScore)),
})
export type VisitEntry = v.InferOutput<typeof VisitEntry>
export const SaveVisit = v.strictObject({ cycleId, groupId, entries: list(VisitEntry, '建议', 1, 100) })
export type SaveVisit = v.InferOutput<typeof SaveVisit>
export type VisitVerdict =
  | { kind: 'kept'; operationId: string }
  | { kind: 'refused'; operationId: string; problem: Problem }
export interface SavedVisit {
  verdicts: VisitVerdict[]
  /** What the others of the group look at or have suggested, of the units named. */
  others: { unitId: string; itemId: ItemId; memberName: string }[]
}

/** `visit.return`: 限期补充 said on the visit; takes effect when it arrives. */
export const ReturnOnVisit = v.strictObject({
  cycleId,
  groupId,
  unitId,
  itemId,
  operationId,
  reason: requiredText('补充什么', 200),
  until: instant('补交期限'),
})
export type ReturnOnVisit = v.InferOutput<typeof ReturnOnVisit>
export interface ReturnedOnVisit {
  supplement: SupplementView
}

/** A group's suggestion as the item's department sees it. */
export interface SuggestionView extends MaybeHeld {
  groupName: string
  memberName: string
  score: ReviewScore
  at: Instant
}

const visitedUnit = { cycleId, groupId, unitId }

/** `visit.ticket`: where a group's pictures of one unit may be put: `scene` of the place, `picture` of the record. */
export const TakeVisitTickets = v.strictObject({
  ...visitedUnit,
  files: list(
    v.strictObject({ use: v.picklist(['picture', 'scene', 'thumbnail'], '用途'), type: fileType, bytes, sha256 }),
    '照片',
    1,
    20,
  ),
})
export type TakeVisitTickets = v.InferOutput<typeof TakeVisitTickets>

/** `visit.add-picture`: makes an uploaded picture one of the group's of this unit. */
export const AddVisitPicture = v.strictObject({
  ...visitedUnit,
  operationId,
  /** Chosen by the phone, so that a repeated delivery is the same picture. */
  pictureId: id('照片'),
  kind: v.picklist(['place', 'record'], '照片是什么'),
  ticketId: id('上传凭据'),
  thumbnailTicketId: v.nullable(id('上传凭据')),
})
export type AddVisitPicture = v.InferOutput<typeof AddVisitPicture>

/** `visit.remove-picture`: by whoever took it, a mistake; what is gone already is removed. */
export const RemoveVisitPicture = v.strictObject({ ...visitedUnit, operationId, pictureId: id('照片') })
export type RemoveVisitPicture = v.InferOutput<typeof RemoveVisitPicture>

/** `visit.pictures`: what groups took at one unit, for the county's people; never for the unit. */
export const ViewVisitPictures = v.strictObject({ cycleId, unitId })
export type ViewVisitPictures = v.InferOutput<typeof ViewVisitPictures>
export interface VisitPictures {
  /** The newest first. */
  pictures: VisitPictureView[]
}
export interface VisitPictureView {
  pictureId: string
  kind: VisitPictureKind
  groupName: string
  memberName: string
  at: Instant
  mine: boolean
  /** Signed addresses, valid for ten minutes; null beyond what one call gives, or where WeChat thinks it risky. */
  thumbnail: string | null
  full: string | null
  /** WeChat thinks it risky: only who took it and the office see it, until the office has looked. */
  isHidden: boolean
}
