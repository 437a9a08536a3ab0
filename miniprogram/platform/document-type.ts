import { fileEndings } from '#shared/materials/file-limits'
import { type FileType, fileTypes } from '#shared/materials/material'
import { sniffType } from '#shared/materials/sniff-type'

/**
 * What a chosen document is: by its bytes, for a name may lie; an encrypted or damaged file tells nothing of itself, and
 * is announced as what its name says, so that whoever reads it can say what is wrong with it. Null where neither tells.
 */
export function documentType(bytes: Uint8Array, name: string): FileType | null {
  const ending = name.split('.').at(-1)?.toLowerCase()
  return sniffType(bytes) ?? fileTypes.find(type => fileEndings[type] === ending) ?? null
}

/** The endings that a chooser offers, without the dot. */
export function endingsOf(types: readonly FileType[]): string[] {
  return types.map(type => fileEndings[type])
}
