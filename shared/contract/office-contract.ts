import * as v from 'valibot'
import type { Instant } from '../assessment/assessment'
import type { UnitState } from '../assessment/unit-state'
import type { FormTable, MaterialsList } from '../results/form-table'
import type { Audience, DepartmentId } from '../rubric/rubric'
import type { Hundredths } from '../scoring/points'
import type { Abilities } from './abilities'
import { SelfScoreChange } from './assessment-contract'
import type { CycleView } from './cycle-contract'
import {
  cycleId,
  departmentId,
  groupId,
  id,
  integer,
  list,
  measure,
  operationId,
  optionalText,
  requiredText,
  rubricVersionId,
  unitId,
} from './fields'
import { DecisionChange } from './review-contract'

/** `office.overview`: units × departments, in the county's order. */
export const OpenOverview = v.strictObject({ cycleId })
export type OpenOverview = v.InferOutput<typeof OpenOverview>
export interface Overview {
  cycle: CycleView
  departments: { departmentId: DepartmentId; name: string }[]
  units: OverviewUnit[]
  abilities: Abilities
}
export interface OverviewUnit {
  unitId: string
  name: string
  audience: Audience
  chair: { name: string; phone: string } | null
  state: UnitState
  submittedAt: Instant | null
  late: boolean
  /** When its 报送 is due: the county's deadline with grace, and the unit's extension. */
  dueAt: Instant
  /** 展期 to `dueAt`; null where it has none. */
  extension: { reason: string; by: string; at: Instant } | null
  /** That has passed and nothing was submitted. */
  overdue: boolean
  fromPaper: boolean
  itemCount: number
  filled: number
  selfTotal: Hundredths
  selfMaximum: Hundredths
  byDepartment: Record<DepartmentId, { items: number; decided: number }>
  /** The sum of the 定分; `complete` once every item has one. */
  score: { total: Hundredths; complete: boolean }
}

/** `form.read`: a form as rows, the same that are printed. */
export const ReadForm = v.strictObject({ cycleId, unitId, kind: v.picklist(['self', 'scored', 'materials'], '表格') })
export type ReadForm = v.InferOutput<typeof ReadForm>
export type Form = { kind: 'self' | 'scored'; table: FormTable } | { kind: 'materials'; list: MaterialsList }

/** `document.make`: 空表 needs only a rubric; the others a unit. */
export const MakeDocument = v.variant('kind', [
  v.strictObject({ kind: v.literal('blank'), cycleId, rubricVersionId }),
  v.strictObject({ kind: v.picklist(['self', 'materials', 'scored']), cycleId, unitId }),
  /** 实地考核记录 of one unit, of what the group has noted or blank. */
  v.strictObject({ kind: v.literal('visit'), cycleId, groupId, unitId, blank: v.boolean('空表') }),
  /** 目标任务分解表 as an Excel file, with the numbers that stand, to be filled and imported. */
  v.strictObject({ kind: v.literal('targets'), cycleId }),
  /** The empty table of one 县总记录, with the units that it concerns. */
  v.strictObject({ kind: v.literal('records'), cycleId, departmentId: v.nullable(departmentId), measure }),
])
export type MakeDocument = v.InferOutput<typeof MakeDocument>
export interface MadeDocument {
  fileName: string
  fileId: string
  /** Signed address, valid for ten minutes. */
  address: string
}

const paper = {
  cycleId,
  unitId,
  /** Tickets of the photographed or scanned sheet, taken with `use: 'sheet'`. */
  sheets: v.pipe(v.array(id('上传凭据'), '纸质表'), v.maxLength(20, '纸质表')),
  note: optionalText('纸质表说明', 200),
}

/** `paper.enter-self`: 代录 of a unit's sheet, all or nothing; `submit` also hands it in. */
export const EnterSelfPaper = v.strictObject({
  ...paper,
  operationId,
  changes: list(SelfScoreChange, '自评', 1, 100),
  submit: v.boolean('报送'),
})
export type EnterSelfPaper = v.InferOutput<typeof EnterSelfPaper>

/** `paper.enter-review`: 代录 of a department's column for one unit, all or nothing. */
export const EnterReviewPaper = v.strictObject({
  ...paper,
  operationId,
  departmentId,
  decisions: list(DecisionChange, '部室评分', 1, 100),
})
export type EnterReviewPaper = v.InferOutput<typeof EnterReviewPaper>
export interface EnteredPaper {
  entered: number
  state: UnitState
}

/** `county.found`: once, with the code set at deployment; the founder becomes the first of the office. */
export const FoundCounty = v.strictObject({
  setupCode: requiredText('建立口令', 128),
  countyName: requiredText('县总名称', 40),
  officePhone: optionalText('考核办电话', 30),
  name: requiredText('姓名', 20),
  landings: v.pipe(v.array(requiredText('落款', 60), '落款'), v.maxLength(4, '落款')),
})
export type FoundCounty = v.InferOutput<typeof FoundCounty>

/** `roster.save`: departments and units, added or changed by their ids; nothing is removed. */
export const SaveRoster = v.strictObject({
  departments: v.pipe(
    v.array(v.strictObject({ departmentId, name: requiredText('部室名称', 20) }), '部室'),
    v.maxLength(50, '部室'),
  ),
  units: v.pipe(
    v.array(
      v.strictObject({
        unitId,
        name: requiredText('单位名称', 40),
        audience: v.picklist(['township', 'system', 'party-government', 'enterprise'], '考核对象类别'),
        order: v.pipe(integer('排序'), v.minValue(0, '排序')),
      }),
      '单位',
    ),
    v.maxLength(300, '单位'),
  ),
})
export type SaveRoster = v.InferOutput<typeof SaveRoster>
export interface SavedRoster {
  departments: number
  units: number
}

export const postSchema = v.variant('role', [
  v.strictObject({ role: v.picklist(['chair', 'filler']), unitId }),
  v.strictObject({ role: v.picklist(['department-head', 'reviewer']), departmentId }),
  v.strictObject({ role: v.picklist(['office', 'leader']) }),
])
export type PostInput = v.InferOutput<typeof postSchema>

/** `member.invite`: a one-time code for a post; the office for any, a chair for fillers of the own unit. */
export const InviteMember = v.strictObject({
  name: requiredText('姓名', 20),
  phone: optionalText('电话', 20),
  post: postSchema,
})
export type InviteMember = v.InferOutput<typeof InviteMember>
export interface Invitation {
  invitationCode: string
  expiresAt: Instant
}

/** `member.end-post`: the post ends now; what the person did stays. */
export const EndPost = v.strictObject({ memberId: id('人员'), post: postSchema })
export type EndPost = v.InferOutput<typeof EndPost>
export interface MemberView {
  memberId: string
  name: string
  phone: string
  posts: (PostInput & { from: Instant; to: Instant | null })[]
}

/** `member.list`: everybody, or those of one unit. */
export const ListMembers = v.strictObject({ unitId: v.nullable(unitId) })
export type ListMembers = v.InferOutput<typeof ListMembers>
export interface MemberList {
  members: MemberView[]
}
