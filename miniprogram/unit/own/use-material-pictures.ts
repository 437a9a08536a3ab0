import { useMemo } from 'react'
import { fileTypes, isPicture } from '#shared/materials/material'
import { ask } from '../../backend/ask'
import type { ShownMaterial } from '../../outbox/overlay'
import { partsOf } from '../../outbox/sheet-key'
import { localFiles } from '../../platform/local-files'
import { openDocument } from '../../platform/open-document'
import { previewPictures } from '../../platform/preview-pictures'
import { type MaterialLook, type Thumbnails, useThumbnails } from './use-thumbnails'

/** One page of a material, as a thumbnail shows it. */
export interface ShownPage {
  key: string
  materialId: string
  /** Address of the thumbnail once the county has the page; null for a document or while the page is on this phone. */
  source: string | null
  /** The local thumbnail of a page that was not sent yet. */
  localPath: string | null
  /** What to say where there is no picture. */
  name: string
  isWaiting: boolean
  /** WeChat thinks it risky: only the unit and the office see it, until the office has looked. */
  isHidden: boolean
  /** Who else has opened it, where it is personal. */
  looks: readonly MaterialLook[]
}

/** The pages of these materials, with the addresses of their thumbnails. */
export function useMaterialPages(sheetKey: string, materials: [string, ShownMaterial][]): ShownPage[] {
  const thumbnailsOf = useThumbnails(sheetKey, materials)
  return useMemo(
    () => materials.flatMap(([id, material]) => pagesShown(id, material, thumbnailsOf(id))),
    [materials, thumbnailsOf],
  )
}

/** Shows a page in full, or opens the document it is. False where it could not be fetched. */
export async function openPage(sheetKey: string, page: ShownPage, material: ShownMaterial): Promise<boolean> {
  if (material.local.length > 0) {
    const addresses = await Promise.all(material.local.map(({ path }) => localFiles.address(path)))
    const found = addresses.filter(address => address !== null)
    const [first] = found
    const type = material.local[0]?.type
    if (first && type && !isPicture(type)) return openDocument({ address: first, fileName: fileNameOf(material, type) })
    previewPictures(found)
    return found.length > 0
  }
  if (material.files.length === 0) return true
  const view = { ...partsOf(sheetKey), size: 'full' as const, materials: [page.materialId] }
  const asked = await ask('material.view', view)
  const addresses = asked.ok ? (asked.output.addresses[page.materialId] ?? []) : []
  const [first] = addresses
  if (!first) return false
  const [file] = material.files
  if (file && !isPicture(file.type)) return openDocument({ address: first, fileName: fileNameOf(material, file.type) })
  previewPictures(addresses.filter(address => address !== null))
  return true
}

function pagesShown(
  materialId: string,
  material: ShownMaterial,
  { addresses, hidden, looks }: Thumbnails,
): ShownPage[] {
  const isWaiting = material.waiting !== null && material.local.length > 0
  const common = { materialId, isWaiting, isHidden: false, looks, name: wordOf(material) }
  if (material.local.length > 0)
    return material.local.map(({ thumbnail }, place) => ({
      ...common,
      key: `${materialId}-${place}`,
      source: null,
      localPath: thumbnail,
    }))
  if (material.files.length > 0)
    return material.files.map((_, place) => ({
      ...common,
      key: `${materialId}-${place}`,
      isHidden: hidden.includes(place),
      source: addresses[place] ?? null,
      localPath: null,
    }))
  return [{ ...common, key: materialId, source: null, localPath: null }]
}

/** 照片 while its thumbnail is on the way, the kind of a document, the name of an original that was not photographed. */
function wordOf({ name, files, local }: ShownMaterial): string {
  const type = files[0]?.type ?? local[0]?.type
  if (!type) return name
  if (isPicture(type)) return '照片'
  return `${type === 'application/pdf' ? 'PDF' : type.includes('word') ? 'Word' : 'Excel'} ${name}`
}

/** WeChat opens a document by its ending. A name is never a path: whoever wrote 「../」 into it names one file all the same. */
const endings = ['.jpg', '.png', '.pdf', '.doc', '.docx', '.xls', '.xlsx']
function fileNameOf(material: ShownMaterial, type: (typeof fileTypes)[number]): string {
  const ending = endings[fileTypes.indexOf(type)] ?? ''
  const name = material.name.replace(/[\\/:*?"<>|%]|\.\.+/g, '_')
  return name.endsWith(ending) ? name : `${name}${ending}`
}
