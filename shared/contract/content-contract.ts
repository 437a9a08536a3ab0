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
  /** Signed, valid for ten minutes; null where the unit has taken the picture away, beyond the first 50, or for personal papers. */
  address: string | null
  /** A page of personal papers: seen only by `material.view`, which notes who looks. */
  personal?: { materialId: string; place: number }
  decision: { shown: boolean; signature: SignatureView } | null
}

export interface ContentList {
  /** What nobody has looked at comes first. */
  pictures: PictureToLookAt[]
  /** What nobody has looked at comes first, and of it what is risky; at most `maximumTextsToLookAt`. */
  texts: TextToLookAt[]
  /** How many more there are that WeChat could not check; they are shown to others meanwhile. */
  moreTexts: number
}

/** Words about a unit that WeChat thinks risky or could not check. */
export interface TextToLookAt {
  unitId: string
  unitName: string
  textKey: string
  /** The department, 考核组 or keeper whose words about the unit they are; null: the unit's own. */
  by: string | null
  /** 自评备注, 扣分说明 … */
  what: string
  text: string
  state: CheckState
  decision: { shown: boolean; signature: SignatureView } | null
}

export const maximumTextsToLookAt = 100

const shown = v.boolean('让不让看')
/** `content.decide`: whether others may see the picture, or read the text. May be decided again. */
export const DecideContent = v.union(
  [
    v.strictObject({ cycleId, unitId, fileKey: id('图片'), shown }),
    v.strictObject({ cycleId, unitId, textKey: id('文字'), shown }),
  ],
  '图片或文字',
)
export type DecideContent = v.InferOutput<typeof DecideContent>
