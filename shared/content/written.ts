import type { Instant } from '../assessment/signature'
import type { ItemId } from '../rubric/rubric'

/**
 * Every text that people write and others read, by its name on the office's screen. What stands here is shown to WeChat
 * and can be held (暂不显示); where each is found is `look-at.ts`, and no view shows a stored text but through it.
 */
export const writtenTexts = {
  remark: '自评备注',
  'not-applicable': '不涉及的原因',
  'sent-back': '退回说明',
  'material-name': '资料名称',
  'document-number': '文号',
  whereabouts: '原件在哪里',
  reason: '扣分说明',
  departure: '与县总记录不同的说明',
  comment: '评语',
  supplement: '请补充',
  'visit-reason': '实地看到的情况',
  'visit-departure': '实地与县总记录不同的说明',
  'visit-comment': '实地评语',
  doubt: '有出入',
  'doubt-answer': '有出入的答复',
  'score-doubt': '疑问',
  'score-doubt-answer': '疑问的答复',
} as const
export type TextName = keyof typeof writtenTexts

/** What others read in place of a text that is held. */
export const heldWords = '这段文字暂不显示，县总在看'

/** Whose words: the unit's, a department's by its id, or a 考核组's or a keeper's by the name under which it speaks. */
export type Side = string
export const unitSide: Side = 'unit'

/** The item or material of which a text speaks; neither where it speaks of the sheet or of a 县总记录. */
export interface TextPlace {
  itemId?: ItemId
  materialId?: string
}

/** One text as it stands, with who wrote it. */
export interface Written {
  name: TextName
  text: string
  side: Side
  /** The member who wrote it; WeChat is asked in that person's name. */
  author: string
  at: Instant
  place: TextPlace
}

/** A text as somebody may read it, and whether it is held from others. */
export interface Read {
  text: string
  held: boolean
}

/** How one text is to be read; asked of each. */
export type Look = (written: Written) => Read
