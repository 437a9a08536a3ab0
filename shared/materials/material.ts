import type { Instant, Signature } from '../assessment/signature'
import type { ItemId } from '../rubric/rubric'

/** A stored picture or document that no client can write any more. */
export interface StoredFile {
  /** Storage id of the file, `cloud://…/materials/…`. */
  fileId: string
  /** Storage id of the 240 px thumbnail; null for documents. */
  thumbnailId: string | null
  type: FileType
  bytes: number
  sha256: string
  /** sha-256 of the file as it was chosen, where it was shrunk before it travelled. */
  sourceSha256?: string
}

/** By which a file is known again: what was chosen, not what was made of it. */
export const sourceOf = ({ sourceSha256, sha256 }: Pick<StoredFile, 'sourceSha256' | 'sha256'>) =>
  sourceSha256 ?? sha256

/** 佐证材料: belongs to the unit and proves any number of items. `files` is empty where only the original is named. */
export interface Material {
  revision: number
  name: string
  /** 文号, e.g. 党委会纪要〔2026〕5号; empty where there is none. */
  documentNumber: string
  /** The paper's own date as YYYY-MM-DD; empty where there is none. */
  date: string
  /** Where the original is: 「原件在1号盒第3页」; empty where a picture suffices. */
  whereabouts: string
  files: StoredFile[]
  /** Personal papers (身份证、银行卡、病历): who else opens them is noted, and their files are removed in time. */
  personal?: boolean
  /** When the files were removed for that. */
  purgedAt?: Instant
  items: ItemId[]
  registeredAt: Instant
  signature: Signature
  /** sha-256 of the registration, so that a repeated delivery is recognised. */
  bodyHash: string
}

export type FileType =
  | 'image/jpeg'
  | 'image/png'
  | 'application/pdf'
  | 'application/msword'
  | 'application/vnd.ms-excel'
  | WordType
  | ExcelType
type WordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
type ExcelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The types a unit may hand in, in the order in which screens name them. */
export const fileTypes: readonly FileType[] = [
  'image/jpeg',
  'image/png',
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

/**
 * Bytes. A picture arrives shrunk to 450 KB, a scene to 200 KB; the rest of the allowance is for pictures that a PC sends as
 * they are, and for long ones where a phone can shrink but not cut.
 */
export const maximumBytes = { picture: 2_000_000, scene: 900_000, thumbnail: 60_000, document: 10_000_000 } as const

/** Keeps a sheet readable and its document small; a folder of one year is about 60 pages. */
export const maximumMaterials = 300

/** Whether files of this type are shown as pictures. */
export function isPicture(type: FileType): boolean {
  return type === 'image/jpeg' || type === 'image/png'
}
