import { type Problem, problem } from '../errors/problems'
import { type FileType, isPicture, maximumBytes } from './material'

/** What a file is handed in as; `sheet` is the stamped paper behind a 代录, photographed or scanned. */
export type FileUse = 'picture' | 'thumbnail' | 'document' | 'sheet' | CountyFileUse
/** What the county itself hands in: a table to import, the rubric's document, the photographed 签到册. */
export type CountyFileUse = 'table' | 'rubric' | 'attendance'

/** How many bytes a file of this use may have. */
export function maximumBytesOf(use: FileUse): number {
  return use === 'picture' || use === 'thumbnail' ? maximumBytes[use] : maximumBytes.document
}

/** Whether a file of this kind and size may be handed in: asked before it travels, and again of what arrived. */
export function checkFile(file: { use: FileUse; type: FileType; bytes: number }): Problem | null {
  const maximum = maximumBytesOf(file.use)
  if (file.bytes > maximum) return problem('material.too-large', { maximumKilobytes: Math.floor(maximum / 1000) })
  // Whatever is sent as a rubric is read, so that its reader can say what to do about a scan or a .doc.
  const isAnyKind = file.use === 'sheet' || file.use === 'attendance' || file.use === 'rubric'
  const isRightKind = isAnyKind || isPicture(file.type) === (file.use === 'picture' || file.use === 'thumbnail')
  return isRightKind ? null : problem('material.wrong-type')
}

/** The ending of a file's name, by which phones choose the program that opens it. */
export const fileEndings: Record<FileType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}
