import { useState } from 'react'
import type { MaterialView, StoredFile } from '#shared/contract/assessment-contract'
import { isPicture } from '#shared/materials/material'
import { ask } from '../../backend/ask'
import { openDocument } from '../../platform/open-document'
import { previewPictures } from '../../platform/preview-pictures'

/** One file of a material, and where its thumbnail can be had. */
export interface ShownFile {
  materialId: string
  /** Of personal papers: opened by itself, for whoever opens it is noted. */
  personal: boolean
  place: number
  file: StoredFile
  name: string
}

/** The files of an item's materials in one row, in the order in which they were registered. */
export function filesOf(materials: Record<string, MaterialView>): ShownFile[] {
  return Object.entries(materials)
    .sort(([, one], [, other]) => one.registeredAt - other.registeredAt)
    .flatMap(([materialId, { files, name, personal = false }]) =>
      files.map((file, place) => ({ materialId, personal, place, file, name })),
    )
}

/** The materials that prove this item. */
export function materialsOf(materials: Record<string, MaterialView>, itemId: string): Record<string, MaterialView> {
  return Object.fromEntries(Object.entries(materials).filter(([, material]) => material.items.includes(itemId)))
}

/**
 * Opens a file in full: a picture among the item's pictures, a document in the machine's own viewer. Personal papers are
 * never among those that one turns to from another page, nor others among them.
 */
export function useFullFiles(cycleId: string, unitId: string, shown: readonly ShownFile[]) {
  const [problem, setProblem] = useState<string | null>(null)
  const open = async (chosen: ShownFile) => {
    const together = shown.filter(({ materialId, personal }) =>
      chosen.personal ? materialId === chosen.materialId : !personal,
    )
    const materials = [...new Set(together.map(({ materialId }) => materialId))].slice(0, 50)
    const asked = await ask('material.view', { cycleId, unitId, size: 'full', materials })
    if (!asked.ok) return setProblem(asked.problem.message)
    setProblem(null)
    const addressOf = ({ materialId, place }: ShownFile) => asked.output.addresses[materialId]?.[place] ?? null
    const address = addressOf(chosen)
    if (asked.output.hidden[chosen.materialId]?.includes(chosen.place) && address === null)
      return setProblem('这一页微信认为内容不妥，考核办看过以后才能看。')
    if (address === null) return setProblem('这个文件现在打不开，请再点一次。')
    if (!isPicture(chosen.file.type)) {
      const opened = await openDocument({ address, fileName: fileNameOf(chosen) })
      return setProblem(opened ? null : '这个文件现在打不开，请再点一次。')
    }
    const pictures = together.filter(({ file }) => isPicture(file.type)).flatMap(one => addressOf(one) ?? [])
    previewPictures(pictures, Math.max(0, pictures.indexOf(address)))
  }
  return { open, problem }
}

const endings: Partial<Record<StoredFile['type'], string>> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

function fileNameOf({ name, place, file }: ShownFile): string {
  return `${name}${place > 0 ? `-${place + 1}` : ''}.${endings[file.type] ?? 'pdf'}`
}

/** What stands in place of a picture: PDF, Word, Excel. */
export function kindOfDocument(type: StoredFile['type']): string {
  const ending = endings[type]
  if (ending === 'pdf') return 'PDF'
  return ending?.startsWith('xls') ? 'Excel' : 'Word'
}
