import { type Problem, problem } from '../errors/problems'
import { type FileType, isPicture, maximumBytes } from './material'

/** What a file is handed in as; a `scene` shows a place and need not be read, `sheet` is the stamped paper behind a 代录, photographed or scanned. */
export type FileUse = 'picture' | 'scene' | 'thumbnail' | 'document' | 'sheet' | CountyFileUse
/** What the county itself hands in: a table to import, the rubric's document, the photographed 签到册. */
export type CountyFileUse = 'table' | 'rubric' | 'attendance'

/** How many bytes a file of this use may have. */
export function maximumBytesOf(use: FileUse): number {
  return use === 'picture' || use === 'scene' || use === 'thumbnail' ? maximumBytes[use] : maximumBytes.document
}

/** Whether a file of this kind and size may be handed in: asked before it travels, and again of what arrived. */
export function checkFile(file: { use: FileUse; type: FileType; bytes: number }): Problem | null {
  const maximum = maximumBytesOf(file.use)
  if (file.bytes > maximum) return problem('material.too-large', { maximumKilobytes: Math.floor(maximum / 1000) })
  if (isRightKind(file)) return null
  return problem(file.use === 'table' ? 'table.unreadable' : 'material.wrong-type')
}

function isRightKind({ use, type }: { use: FileUse; type: FileType }): boolean {
  switch (use) {
    case 'picture':
    case 'scene':
    case 'thumbnail':
      return isPicture(type)
    case 'document':
      return !isPicture(type)
    case 'attendance':
      return isPicture(type) || type === 'application/pdf'
    case 'table':
      return type === 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    // Whatever is sent as a rubric is read, so that its reader can say what to do about a scan or a .doc.
    case 'rubric':
    case 'sheet':
      return true
  }
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
