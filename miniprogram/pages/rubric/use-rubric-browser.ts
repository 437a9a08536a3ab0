import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { RubricList } from '#shared/contract/cycle-contract'
import { findItem, type ItemId } from '#shared/rubric/rubric'
import { useIdentity } from '../../backend/identity'
import { useRubric } from '../../backend/rubrics'
import { useRequest } from '../../backend/use-request'

/**
 * The annexes, and the one that is open: what a card from a chat asks for, else the person's own, else 附件1. From a card of
 * an item it begins at that item, and whose own it is can go on to their sheet.
 */
export function useRubricBrowser() {
  const list = useRequest('rubric.list', {}, { keep: true })
  const { chosenPost } = useIdentity()
  const { params } = useRouter()
  const [chosen, choose] = useState<string | null>(params.rubric ?? null)

  const rubrics = list.output?.rubrics ?? []
  const audience = chosenPost && 'audience' in chosenPost ? chosenPost.audience : null
  const own = audience && list.output?.cycle?.rubricVersionIds[audience]
  const open = chosen ?? own ?? rubrics[0]?.rubricVersionId ?? null
  const text = useRubric(open)

  const item = params.item && text.rubric ? findItem(text.rubric, params.item) : null
  const place = item && placeOfItem(item.id)
  useEffect(() => {
    if (place)
      Taro.nextTick(() => void Taro.pageScrollTo({ selector: `#${place}`, offsetTop: -UNDER_HEAD, duration: 0 }))
  }, [place])

  const reload = () => {
    void list.reload()
    void text.reload()
  }
  return {
    status: text.rubric ? ('ready' as const) : statusOf(list.status, text.status, rubrics.length),
    isStale: list.isStale,
    cycle: list.output?.cycle ?? null,
    annexes: rubrics.map(annexOf),
    open,
    rubric: text.rubric,
    /** The item that the card was about, where it is one of the person's own sheet. */
    ownItem: item && own === open ? item : null,
    problem: text.problem ?? list.problem,
    choose,
    reload,
  }
}

/** The head of the 项目 sticks to the top; an item that is scrolled to stands below it. */
const UNDER_HEAD = 56

/** The id of an item's words on the page. */
export const placeOfItem = (itemId: ItemId) => `rubric-${itemId}`

function annexOf({ rubricVersionId, annex }: RubricList['rubrics'][number]) {
  return { key: rubricVersionId, text: annex }
}

type Status = 'loading' | 'ready' | 'failed'

function statusOf(list: Status, text: Status, count: number): 'loading' | 'empty' | 'failed' {
  if (list === 'failed' || text === 'failed') return 'failed'
  return list === 'ready' && count === 0 ? 'empty' : 'loading'
}
