import * as v from 'valibot'
import type { Instant } from '../assessment/assessment'
import type { RubricChange } from '../rubric/compare-rubrics'
import type { Department } from '../rubric/department'
import type { Audience } from '../rubric/rubric'
import type { ImportedAnnex, UnplacedWords } from '../rubric-import/rubric-document'
import type { NamedChoice } from '../rules/decided-choices'
import {
  departmentId,
  id,
  integer,
  itemId,
  list,
  operationId,
  requiredText,
  revision,
  rubricVersionId,
  ticketId,
} from './fields'

/** `rubric.versions`: every version of the annexes that a cycle may be opened with, the newest of each audience first. */
export interface RubricVersions {
  versions: RubricVersionRow[]
}
export interface RubricVersionRow {
  rubricVersionId: string
  annex: string
  title: string
  audience: Audience
  audienceAsWritten: string
  items: number
  /** `shipped`: came with the program. */
  origin: 'shipped' | { fileName: string; publishedAt: Instant; by: string }
  /** Titles of the cycles that use it, as it is or as decided for them: it never changes, and these are why. */
  usedBy: string[]
  /** What it leaves open, for `cycle.open` to decide. */
  choices: NamedChoice[]
}

/** `rubric.read-document`: understands an uploaded Word file and keeps what it understood. */
export const ReadRubricDocument = v.strictObject({ ticketId, fileName: requiredText('文件名', 120) })
export type ReadRubricDocument = v.InferOutput<typeof ReadRubricDocument>

/** One uploaded document: what was understood of it, what a person has corrected since, what is published. */
export interface UploadedRubrics {
  uploadId: string
  fileName: string
  uploadedAt: Instant
  by: string
  /** Counts the corrections and publications. */
  revision: number
  /** Who corrected or published last; null while nobody has. */
  changed: { by: string; at: Instant } | null
  annexes: UploadedAnnex[]
  unplaced: UnplacedWords[]
  notices: string[]
  /** Who may score, with the spellings that an annex may use. */
  departments: Department[]
}
export interface UploadedAnnex extends ImportedAnnex {
  /** The version that this annex was published as, while it still says the same; else null. */
  rubricVersionId: string | null
}

/** `rubric.uploads`: documents that were uploaded, newest first. */
export interface UploadList {
  uploads: UploadRow[]
}
export interface UploadRow {
  uploadId: string
  fileName: string
  uploadedAt: Instant
  by: string
  /** 附件1, 附件2 …, as the document numbers them. */
  annexes: string[]
  published: number
}
export const OpenUpload = v.strictObject({ uploadId: id('文件') })
export type OpenUpload = v.InferOutput<typeof OpenUpload>

const annexPlace = v.pipe(integer('附件'), v.minValue(0, '附件'), v.maxValue(20, '附件'))
const text = (name: string, maximum: number) => v.pipe(v.string(name), v.maxLength(maximum, name))
const points = v.nullable(v.pipe(v.number('分值'), v.minValue(0, '分值'), v.maxValue(1000, '分值')))
const departmentOrNone = v.union([v.literal(''), departmentId], '责任部室')

const CorrectedItem = v.strictObject({
  /** Empty for a row that a person has added: the county gives it an id that was never used. */
  id: v.union([v.literal(''), itemId], '编号'),
  points,
  text: text('考评内容', 2000),
  basis: text('评分细则', 2000),
  department: departmentOrNone,
  readers: v.optional(list(departmentId, '可查看的部室', 0, 20)),
  departmentToBeConfirmed: v.optional(v.boolean('待县总确认')),
  shortName: text('短名', 40),
  preparation: text('怎么准备', 500),
  evidence: v.picklist(['material', 'county-record'], '佐证方式'),
  notApplicableReasons: v.optional(list(text('不涉及的理由', 100), '不涉及的理由', 0, 20)),
})

/** An annex as a person has corrected it. The county numbers the items, and rules and facts follow the words they cite. */
export const CorrectedDraft = v.pipe(
  v.strictObject({
    annex: text('附件号', 20),
    title: text('标题', 100),
    audience: v.picklist(['', 'township', 'system', 'party-government', 'enterprise'], '考核对象类别'),
    audienceAsWritten: text('考核对象写法', 100),
    columns: list(text('表头', 40), '表头', 6, 6),
    categories: list(
      v.strictObject({
        id: id('项目'),
        name: text('项目', 100),
        points,
        departmentsAsWritten: list(text('责任部室', 40), '责任部室', 0, 20),
        items: list(CorrectedItem, '考评内容', 0, 200),
      }),
      '项目',
      0,
      40,
    ),
  }),
  v.check(draft => draft.categories.reduce((count, { items }) => count + items.length, 0) <= 200, '考评内容'),
  v.check(draft => JSON.stringify(draft).length <= 200_000, '评分细则'),
)
export type CorrectedDraft = v.InferOutput<typeof CorrectedDraft>

/** `rubric.correct`: one annex as a person has corrected it; its findings are worked out anew. */
export const CorrectUpload = v.strictObject({
  uploadId: id('文件'),
  revision,
  operationId,
  annex: annexPlace,
  file: CorrectedDraft,
  /** Findings, by their place in the list, that a person has looked at and leaves as they are. */
  seen: list(v.pipe(integer('看过的'), v.minValue(0, '看过的')), '看过的', 0, 500),
})
export type CorrectUpload = v.InferOutput<typeof CorrectUpload>

/** `rubric.publish`: makes one annex a version. A version never changes; a correction is another version. */
export const PublishRubric = v.strictObject({ uploadId: id('文件'), revision, annex: annexPlace })
export type PublishRubric = v.InferOutput<typeof PublishRubric>

/** `rubric.compare`: what a version, or an annex that is still worked on, has other than the year before it. */
export const CompareRubric = v.strictObject({
  with: v.union(
    [v.strictObject({ rubricVersionId }), v.strictObject({ uploadId: id('文件'), annex: annexPlace })],
    '评分细则',
  ),
})
export type CompareRubric = v.InferOutput<typeof CompareRubric>
export interface ComparedRubric {
  /** 附件3 党群工作目标考核评分细则 */
  name: string
  /** What it is compared with: a cycle's title, or null where that came with the program; null where there is nothing. */
  before: { cycleTitle: string | null } | null
  changes: RubricChange[]
}
