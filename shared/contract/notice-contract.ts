import * as v from 'valibot'
import type { Instant } from '../assessment/signature'
import type { NoticeKind } from '../notices/notice'
import { type TemplateName, templateNames } from '../notices/templates'
import { cycleId, id, list, operationId } from './fields'

const noticeId = id('通知')
const template = v.picklist(templateNames, '提醒')

/** One thing that the person was told; newest first in lists. */
export interface NoticeView {
  noticeId: string
  kind: NoticeKind
  words: string
  /** Where it leads in the app. */
  page: string
  at: Instant
  isRead: boolean
  /** The unit that it is about; empty where it is about none. */
  unitName: string
}

/** What the person may be asked consent for, by our name of the template. */
export interface ConsentView {
  /** WeChat's id, which the phone asks with. */
  templateId: string
  /** 长期订阅: agreed to once, until it is taken back. */
  lasting: boolean
  /** 还可提醒几次 by the ledger; null where a lasting consent is there. */
  left: number | null
}

export interface NoticeList {
  notices: NoticeView[]
  unread: number
  /** Empty where the county has no templates: then nothing is asked. */
  consents: Partial<Record<TemplateName, ConsentView>>
}

/** `notice.read`: those of the caller's own. */
export const ReadNotices = v.strictObject({ notices: list(noticeId, '通知', 1, 100) })
export type ReadNotices = v.InferOutput<typeof ReadNotices>

/** `consent.record`: what WeChat's box was answered, in WeChat's words. Told once for each tap. */
export const RecordConsent = v.strictObject({
  operationId,
  answers: list(
    v.strictObject({ template, answer: v.picklist(['accept', 'reject', 'ban', 'filter'], '提醒') }),
    '提醒',
    1,
    3,
  ),
})
export type RecordConsent = v.InferOutput<typeof RecordConsent>
export type RecordedConsent = Pick<NoticeList, 'consents'>

/** `notice.unreached`: whom no message reached, for the office to phone. */
export const ListUnreached = v.strictObject({ cycleId })
export type ListUnreached = v.InferOutput<typeof ListUnreached>

/** One person with everything they should be told, the oldest first. */
export interface UnreachedPerson {
  memberId: string
  name: string
  phone: string
  unitName: string
  told: { noticeId: string; words: string; at: Instant }[]
  /** Why no message went out, in words. */
  reason: string
  phoned: { by: string; at: Instant } | null
}
export interface UnreachedList {
  people: UnreachedPerson[]
  /** 发到微信群的话; empty where everybody was reached. */
  groupText: string
}

/** `notice.phoned`: 已电话, for all that one person was to be told. */
export const NotePhoned = v.strictObject({ cycleId, notices: list(noticeId, '通知', 1, 100) })
export type NotePhoned = v.InferOutput<typeof NotePhoned>
