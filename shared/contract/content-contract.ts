import * as v from 'valibot'
import type { CheckState } from '../materials/wechat-check'
import type { SignatureView } from './assessment-contract'
import { cycleId, id, unitId } from './fields'

/** `content.list`: pictures and texts that WeChat thinks risky or could not check, for the office to look at. */
export const ListContent = v.strictObject({ cycleId })
export type ListContent = v.InferOutput<typeof ListContent>

export interface PictureToLookAt {
  unitId: string
  unitName: string
  fileKey: string
  materialName: string
  state: CheckState
  /** Signed, valid for ten minutes; null where the unit has taken the picture away, or beyond the first 50. */
  address: string | null
  decision: { shown: boolean; signature: SignatureView } | null
}

export interface ContentList {
  /** What nobody has looked at comes first. */
  pictures: PictureToLookAt[]
  /** Words that WeChat thinks risky, the unit's or a department's about it; whoever wrote them changes them when called. */
  texts: { unitId: string; unitName: string; departmentName: string | null; text: string }[]
}

/** `content.decide`: whether others may see the picture. May be decided again. */
export const DecideContent = v.strictObject({ cycleId, unitId, fileKey: id('图片'), shown: v.boolean('让不让看') })
export type DecideContent = v.InferOutput<typeof DecideContent>
