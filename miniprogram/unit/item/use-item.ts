import Taro, { useDidHide, useRouter, useShareAppMessage, useUnload } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import { addressedTo } from '#shared/notices/post-in-address'
import { type Item, type ItemId, itemsOf } from '#shared/rubric/rubric'
import { markReadAt } from '../../backend/known-notices'
import { useLastYear } from '../../backend/use-last-year'
import type { ShownItem } from '../../outbox/overlay'
import { partsOf } from '../../outbox/sheet-key'
import { itemAddress } from '../own/addresses'
import { rubricCard } from '../own/share-card'
import { type OpenSheet, useOwnSheet } from '../own/use-own-sheet'
import { useFilling } from './use-filling'

/** One item of the own sheet, with its neighbours. */
export interface OpenItem extends OpenSheet {
  item: Item
  count: number
  previous: Item | null
  next: Item | null
  shown: ShownItem
  /** Whether this person may change its 自评 now. */
  canFill: boolean
}

const untouched: ShownItem = { self: null, supplement: null, released: null, waiting: null, trouble: null }

/** The item that is shown, and how to go to another. What was typed is kept before leaving it. */
export function useItem() {
  const own = useOwnSheet()
  const { params } = useRouter()
  const [itemId, setItemId] = useState<ItemId>(params.item ?? '')
  const open = useMemo(() => (own.open ? openItem(own.open, itemId) : null), [own.open, itemId])
  const filling = useFilling(open)
  const lastYear = useLastYear(own.open ? partsOf(own.open.sheetKey) : null)

  const title = open ? `第${open.item.number}项，共${open.count}项` : undefined
  useEffect(() => {
    if (title) Taro.setNavigationBarTitle({ title })
  }, [title])
  const unitId = own.open?.post.unitId
  useEffect(() => {
    if (itemId && unitId) markReadAt(addressedTo(`unit:${unitId}`, itemAddress(itemId)))
  }, [itemId, unitId])
  useDidHide(filling.keepNow)
  useUnload(filling.keepNow)
  useShareAppMessage(() => rubricCard(open, open?.item))

  const goTo = (item: Item) => {
    filling.keepNow()
    setItemId(item.id)
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return { own, open, filling, lastYear: open ? lastYear(open.item.id) : null, goTo }
}

function openItem(open: OpenSheet, itemId: ItemId): OpenItem | null {
  const items = itemsOf(open.rubric)
  const place = Math.max(
    0,
    items.findIndex(candidate => candidate.id === itemId),
  )
  const item = items[place]
  if (!item) return null
  const shown = open.sheet.items[item.id] ?? untouched
  const { abilities, stage } = open.sheet
  const isReturned = shown.supplement !== null && shown.supplement.answeredAt === undefined
  return {
    ...open,
    item,
    count: items.length,
    previous: items[place - 1] ?? null,
    next: items[place + 1] ?? null,
    shown,
    canFill: abilities['assessment.save'] === true && (stage !== 'submitted' || isReturned),
  }
}
