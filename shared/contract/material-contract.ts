import * as v from 'valibot'
import type { Instant } from '../assessment/assessment'
import { fileTypes } from '../materials/material'
import type { Abilities } from './abilities'
import type { MaterialView, Sheet } from './assessment-contract'
import {
  bytes,
  cycleId,
  dateText,
  id,
  itemId,
  list,
  materialId,
  operationId,
  optionalText,
  requiredText,
  sha256,
  unitId,
} from './fields'

export const fileType = v.picklist(fileTypes, '文件类型')

export const FileAnnouncement = v.strictObject({
  /** `sheet` is the stamped paper behind a 代录. */
  use: v.picklist(['picture', 'thumbnail', 'document', 'sheet'], '用途'),
  type: fileType,
  bytes,
  sha256,
})
export type FileAnnouncement = v.InferOutput<typeof FileAnnouncement>

/** `material.ticket`: where the announced files may be put. Valid for 30 minutes, each for one file. */
export const TakeMaterialTickets = v.strictObject({ cycleId, unitId, files: list(FileAnnouncement, '文件', 1, 20) })
export type TakeMaterialTickets = v.InferOutput<typeof TakeMaterialTickets>
export interface MaterialTicket {
  ticketId: string
  /** The path under `incoming/` for `wx.cloud.uploadFile`. */
  path: string
  /** For HTTP callers: a raw PUT to `url` with these headers. Null for the mini-program, which can only POST. */
  put: { url: string; headers: Record<string, string> } | null
  expiresAt: Instant
}
export interface MaterialTickets {
  /** In the order of the files announced. */
  tickets: MaterialTicket[]
}

const described = {
  name: requiredText('资料名称', 100),
  documentNumber: optionalText('文号', 60),
  date: dateText,
  whereabouts: optionalText('原件在哪里', 100),
  /** Left out: as it was, and not personal at first. */
  personal: v.optional(v.boolean('含个人信息')),
}

/** `material.register`: makes uploaded files, or only the whereabouts of an original, a material of the unit. */
export const RegisterMaterial = v.strictObject({
  cycleId,
  unitId,
  operationId,
  /** Chosen by the phone, so that a repeated delivery is the same material. */
  materialId,
  ...described,
  files: v.pipe(
    v.array(
      v.strictObject({
        ticketId: id('上传凭据'),
        thumbnailTicketId: v.nullable(id('上传凭据')),
        /** Of the file as it was chosen, where it was shrunk before it travelled. */
        sourceSha256: v.optional(sha256),
      }),
      '文件',
    ),
    v.maxLength(20, '文件'),
  ),
  items: v.pipe(v.array(itemId, '归到哪几项'), v.maxLength(100, '归到哪几项')),
})
export type RegisterMaterial = v.InferOutput<typeof RegisterMaterial>

/** `material.describe`: another name, 文号, date or whereabouts. */
export const DescribeMaterial = v.strictObject({ cycleId, unitId, operationId, materialId, ...described })
export type DescribeMaterial = v.InferOutput<typeof DescribeMaterial>

/** `material.link` and `material.unlink`: several materials to, or from, several items at once. */
export const LinkMaterials = v.strictObject({
  cycleId,
  unitId,
  operationId,
  materials: list(materialId, '资料', 1, 60),
  items: list(itemId, '归到哪几项', 1, 100),
})
export type LinkMaterials = v.InferOutput<typeof LinkMaterials>

export const RemoveMaterial = v.strictObject({ cycleId, unitId, operationId, materialId })
export type RemoveMaterial = v.InferOutput<typeof RemoveMaterial>

/** What every change of materials answers: those named in the call (null once removed) and the figures. */
export interface ChangedMaterials {
  materials: Record<string, MaterialView | null>
  state: Sheet['state']
  summary: Sheet['summary']
  abilities: Abilities
}

/** `material.view`: signed addresses of thumbnails or full files, valid for ten minutes. */
export const ViewMaterials = v.strictObject({
  cycleId,
  unitId,
  size: v.picklist(['thumbnail', 'full'], '大小'),
  materials: list(materialId, '资料', 1, 50),
})
export type ViewMaterials = v.InferOutput<typeof ViewMaterials>
export interface MaterialAddresses {
  /** By material, one address a file, in the order of its files; null where a document has no thumbnail. */
  addresses: Record<string, (string | null)[]>
  /** By material, the places of files that only its unit and the office see, for WeChat thinks them risky. */
  hidden: Record<string, number[]>
  /** Only to the unit: who else has opened its personal papers, by material, the latest first; absent where nobody has. */
  looks?: Record<string, { who: string; at: Instant }[]>
}
