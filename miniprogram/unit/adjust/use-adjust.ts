import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { LocalFile } from '../../outbox/box'
import type { ShownMaterial } from '../../outbox/overlay'
import { useOutbox } from '../../outbox/use-outbox'
import { adjustPicture } from '../../platform/adjust-picture'
import type { PictureAdjustment, PictureEdge } from '../../platform/capabilities'
import { localFiles } from '../../platform/local-files'
import { useOwnSheet } from '../own/use-own-sheet'
import { trimmed, turned, untouched } from './adjustment'
import { type WholePage, wholePage } from './whole-page'

/** One page being turned and cropped: every press is a step that can be taken back; nothing changes until 存下. */
export function useAdjust() {
  const own = useOwnSheet()
  const { params } = useRouter()
  const materialId = params.material ?? ''
  const sheetKey = own.open?.sheetKey ?? ''
  const outbox = useOutbox(sheetKey)
  const material = own.open?.sheet.materials[materialId]
  const [place, setPlace] = useState(0)
  const [steps, setSteps] = useState<PictureAdjustment[]>([])
  const [isSaving, setSaving] = useState(false)
  const page = useWholePage(sheetKey, materialId, material, place)
  const now = steps[steps.length - 1] ?? untouched

  const add = (next: PictureAdjustment) => {
    if (next !== now) setSteps(before => [...before, next])
  }
  const save = async () => {
    if (!material || !page) return
    setSaving(true)
    const files = await filesWith(sheetKey, materialId, material, { place, adjustment: now })
    setSaving(false)
    if (!files) return tell('没有改成，原来的那页还在。请再点一次。')
    const { name, documentNumber, date, whereabouts, personal, items } = material
    const description = { name, documentNumber, date, whereabouts, ...(personal ? { personal } : {}) }
    const problem = outbox.replaceFiles({ materialId, description, items, files })
    if (problem) return tell(problem.message)
    await Taro.navigateBack()
  }
  return {
    own,
    page,
    pages: material ? Math.max(material.local.length, material.files.length) : 0,
    place,
    choosePlace: (chosen: number) => {
      setPlace(chosen)
      setSteps([])
    },
    adjustment: now,
    turn: (way: 'left' | 'right') => add(turned(now, way)),
    trim: (edge: PictureEdge) => add(trimmed(now, edge)),
    canUndo: steps.length > 0,
    undo: () => setSteps(before => before.slice(0, -1)),
    isSaving,
    save,
  }
}

export type Adjust = ReturnType<typeof useAdjust>

/** `fetching` until it is known; null where the page cannot be had. */
function useWholePage(sheetKey: string, materialId: string, material: ShownMaterial | undefined, place: number) {
  const [page, setPage] = useState<WholePage | null | 'fetching'>('fetching')
  const isKnown = material !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that is registered meanwhile need not be fetched again.
  useEffect(() => {
    if (!material) return
    let isWanted = true
    let found: WholePage | null = null
    setPage('fetching')
    void wholePage(sheetKey, materialId, material, place).then(whole => {
      found = whole
      if (isWanted) setPage(whole)
      else forget(whole)
    })
    return () => {
      isWanted = false
      forget(found)
    }
  }, [sheetKey, materialId, isKnown, place])
  return page === 'fetching' ? undefined : page
}

/** All pages of the material, the one at `place` adjusted: copies, so that what lies there stays until it is replaced. */
async function filesWith(
  sheetKey: string,
  materialId: string,
  material: ShownMaterial,
  { place, adjustment }: { place: number; adjustment: PictureAdjustment },
): Promise<LocalFile[] | null> {
  const count = Math.max(material.local.length, material.files.length)
  const files: LocalFile[] = []
  for (let each = 0; each < count; each += 1) {
    const page = await wholePage(sheetKey, materialId, material, each)
    const saved = page && (await adjustPicture(page.path, each === place ? adjustment : untouched, 'document'))
    forget(page)
    if (!saved) {
      for (const { path, thumbnail } of files)
        for (const made of [path, thumbnail?.path]) if (made) void localFiles.remove(made)
      return null
    }
    // Turned or cropped it still is the file that was chosen.
    const source = material.local[each]?.sourceSha256 ?? material.files[each]?.sourceSha256
    files.push(source ? { ...saved, sourceSha256: source } : saved)
  }
  return files
}

function forget(page: WholePage | null): void {
  if (page?.isFetched) void localFiles.remove(page.path)
}

function tell(content: string): void {
  Taro.showModal({ title: '没有存下', content, showCancel: false, confirmText: '知道了' })
}
