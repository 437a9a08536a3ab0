import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useMemo, useState } from 'react'
import { type Item, type ItemId, itemsOf } from '#shared/rubric/rubric'
import type { MaterialDescription } from '../../outbox/box'
import type { Kept } from '../../outbox/outbox'
import type { ShownMaterial } from '../../outbox/overlay'
import { useOutbox } from '../../outbox/use-outbox'
import { adjustAddress } from '../own/addresses'
import { pagesOf } from '../own/sheet-rows'
import { takePages } from '../own/take-pages'
import { openPage, type ShownPage, useMaterialPages } from '../own/use-material-pictures'
import { type OpenSheet, useOwnSheet } from '../own/use-own-sheet'

export type FolderFilter = 'all' | 'unsorted' | 'originals'

/** The unit's pages: taken all at once, sorted to items afterwards. */
export function useFolder() {
  const own = useOwnSheet()
  const { params } = useRouter()
  const sheetKey = own.open?.sheetKey ?? ''
  const outbox = useOutbox(sheetKey)
  const [filter, setFilter] = useState<FolderFilter>('all')
  const [chosen, setChosen] = useState<string[]>([])

  const materials = own.open?.sheet.materials
  const shown = useMemo(() => filtered(materials ?? {}, filter), [materials, filter])
  const pages = useMaterialPages(sheetKey, shown)
  // A material removed elsewhere must not stay chosen unseen.
  const chosenHere = chosen.filter(id => materials?.[id])
  const between = lyingBetween(pages, chosenHere)

  const toggle = useCallback(
    ({ materialId }: ShownPage) =>
      setChosen(before =>
        before.includes(materialId) ? before.filter(id => id !== materialId) : [...before, materialId],
      ),
    [],
  )
  return {
    own,
    filter,
    setFilter,
    pages,
    counts: countsOf(materials ?? {}),
    chosen: chosenHere,
    toggle,
    unchoose: () => setChosen([]),
    /** Pages of one paper lie one after another: choosing the first and the last is enough. */
    between,
    chooseBetween: () => setChosen(before => [...before, ...between]),
    photograph: () => takePages({ addMaterial: outbox.addMaterial, items: [], about: '资料' }),
    register: (description: MaterialDescription, items: ItemId[]) =>
      outbox.addMaterial({ description, files: [], items }).problem,
    sort: (add: ItemId[], take: ItemId[]) => {
      const kept = add.length > 0 ? outbox.linkMaterials(chosenHere, add) : null
      const taken = take.length > 0 ? outbox.unlinkMaterials(chosenHere, take) : null
      tell(kept ?? taken)
      setChosen([])
    },
    rename: (materialId: string, description: MaterialDescription) => outbox.describeMaterial(materialId, description),
    remove: async (materialId: string) => {
      const answer = await Taro.showModal({
        title: '删掉这份资料？',
        content: '删掉后各项里都没有它了。',
        confirmText: '删掉',
        cancelText: '不删',
      })
      if (!answer.confirm) return
      tell(outbox.removeMaterial(materialId))
      setChosen([])
    },
    look: async (page: ShownPage, material: ShownMaterial) => {
      if (!(await openPage(sheetKey, page, material))) Taro.showToast({ title: '没有打开，请再点一次', icon: 'none' })
    },
    adjust: (materialId: string) => {
      setChosen([])
      Taro.navigateTo({ url: adjustAddress(materialId) })
    },
    retry: (operationId: string) => outbox.retryOperation(operationId),
    /** The item whose page led here stands first among those to choose from. */
    suggested: (open: OpenSheet) => suggestedItems(open, params.item),
  }
}

export type Folder = ReturnType<typeof useFolder>

function tell(problem: Kept): void {
  if (problem) Taro.showModal({ title: '没有存下', content: problem.message, showCancel: false, confirmText: '知道了' })
}

function filtered(materials: Record<string, ShownMaterial>, filter: FolderFilter): [string, ShownMaterial][] {
  const all = Object.entries(materials).reverse().sort(byArrival)
  if (filter === 'unsorted') return all.filter(([, { items }]) => items.length === 0)
  return filter === 'originals' ? all.filter(([, material]) => isOriginal(material)) : all
}

/** The newest first. What waits on this phone is newer than what the county has, so that a page keeps its place as it arrives. */
function byArrival([, one]: [string, ShownMaterial], [, other]: [string, ShownMaterial]): number {
  const arrives = ({ revision }: ShownMaterial) => (revision === 0 ? 1 : 0)
  return arrives(other) - arrives(one) || other.registeredAt - one.registeredAt
}

/** Only named, not photographed. */
function isOriginal({ files, local }: ShownMaterial): boolean {
  return files.length === 0 && local.length === 0
}

/** Materials that are not chosen and lie between such as are. */
function lyingBetween(pages: readonly ShownPage[], chosen: readonly string[]): string[] {
  const order = [...new Set(pages.map(page => page.materialId))]
  const places = chosen.map(id => order.indexOf(id)).filter(place => place >= 0)
  return order.slice(Math.min(...places), Math.max(...places)).filter(id => !chosen.includes(id))
}

function countsOf(materials: Record<string, ShownMaterial>): Record<FolderFilter, number> {
  const all = Object.values(materials)
  const pages = (some: ShownMaterial[]) => some.reduce((sum, material) => sum + pagesOf(material), 0)
  return {
    all: pages(all),
    unsorted: pages(all.filter(({ items }) => items.length === 0)),
    originals: all.filter(isOriginal).length,
  }
}

function suggestedItems({ rubric, picture }: OpenSheet, asked: ItemId | undefined): Item[] {
  const items = itemsOf(rubric)
  const bare = [...picture.missing.supplementsOpen, ...picture.missing.withoutMaterial, ...picture.missing.unfilled]
  const first = items.filter(item => item.id === asked)
  return [...new Set([...first, ...bare, ...items])].filter(item => item.evidence === 'material').slice(0, 3)
}
