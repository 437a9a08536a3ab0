import { type Problem, problem } from '../errors/problems'
import { type FileType, isPicture, maximumBytes } from './material'

/** What a file is handed in as; `sheet` is the stamped paper behind a 代录, photographed or scanned. */
export type FileUse = 'picture' | 'thumbnail' | 'document' | 'sheet'

/** How many bytes a file of this use may have. */
export function maximumBytesOf(use: FileUse): number {
  return use === 'sheet' ? maximumBytes.document : maximumBytes[use]
}

/** Whether a file of this kind and size may be handed in: asked before it travels, and again of what arrived. */
export function checkFile(file: { use: FileUse; type: FileType; bytes: number }): Problem | null {
  const maximum = maximumBytesOf(file.use)
  if (file.bytes > maximum) return problem('material.too-large', { maximumKilobytes: Math.floor(maximum / 1000) })
  const isRightKind = file.use === 'sheet' || isPicture(file.type) === (file.use !== 'document')
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
