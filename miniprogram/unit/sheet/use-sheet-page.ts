import Taro, { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import type { ItemId } from '#shared/rubric/rubric'
import { itemAddress } from '../own/addresses'
import { rubricCard } from '../own/share-card'
import { filterRows, type SheetFilter, type SheetPicture } from '../own/sheet-rows'
import { useOwnSheet } from '../own/use-own-sheet'

const filters: SheetFilter[] = ['all', 'unfilled', 'asked', 'without-material', 'below-full']

/** The 目录 and which part of it is shown. */
export function useSheetPage() {
  const own = useOwnSheet()
  const { params } = useRouter()
  const asked = filters.find(filter => filter === params.show) ?? 'all'
  const [filter, setFilter] = useState<SheetFilter>(asked)
  // Items are changed on the pages that lie over this one: what they did is in the outbox, what others did is asked for.
  useDidShow(() => void own.reload())
  useShareAppMessage(() => rubricCard(own.open))
  const openItem = useCallback((itemId: ItemId) => void Taro.navigateTo({ url: itemAddress(itemId) }), [])
  return {
    own,
    filter,
    setFilter,
    openItem,
    segments: (picture: SheetPicture) => segmentsOf(picture, asked === 'below-full'),
    rows: (picture: SheetPicture) => filterRows(picture, filter),
  }
}

/** The chair who looks for what got less than full marks has 没给满分 where the fillers have 没填. */
function segmentsOf({ missing, belowFull }: SheetPicture, forChair: boolean): { key: SheetFilter; text: string }[] {
  const { filled, unfilled, supplementsOpen, withoutMaterial } = missing
  return [
    { key: 'all', text: `全部 ${filled.length + unfilled.length}` },
    forChair
      ? { key: 'below-full', text: `没给满分 ${belowFull.length}` }
      : { key: 'unfilled', text: `没填 ${unfilled.length}` },
    { key: 'asked', text: `请补充 ${supplementsOpen.length}` },
    { key: 'without-material', text: `没附资料 ${withoutMaterial.length}` },
  ]
}
