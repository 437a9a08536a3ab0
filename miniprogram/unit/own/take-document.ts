import { type Problem, problem } from '#shared/errors/problems'
import { checkFile, fileEndings } from '#shared/materials/file-limits'
import { fileTypes, isPicture } from '#shared/materials/material'
import type { ItemId } from '#shared/rubric/rubric'
import type { NewMaterial } from '../../outbox/materials'
import type { Kept } from '../../outbox/outbox'
import { chooseDocument } from '../../platform/documents'
import { localFiles } from '../../platform/local-files'

const documentTypes = fileTypes.filter(type => !isPicture(type))
const longestName = 100

interface TakeDocument {
  addMaterial(material: NewMaterial): { materialId: string; problem: Kept }
  items: ItemId[]
}

/** Keeps a PDF, Word or Excel file as a material that bears its name. Answers why it could not be kept. */
export async function takeDocument({ addMaterial, items }: TakeDocument): Promise<Problem | null> {
  const document = await chooseDocument(documentTypes)
  if (document === null) return null
  if (document === 'unreadable') return problem('material.wrong-type')
  const { type, name, path, bytes, sha256 } = document
  const wrong = type === null ? problem('material.wrong-type') : checkFile({ use: 'document', type, bytes })
  if (wrong || type === null) {
    await localFiles.remove(path)
    return wrong
  }
  const ending = `.${fileEndings[type]}`
  const bare = name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name
  const description = { name: bare.slice(0, longestName) || '文件', documentNumber: '', date: '', whereabouts: '' }
  return addMaterial({ description, files: [{ path, type, bytes, sha256, thumbnail: null }], items }).problem
}
