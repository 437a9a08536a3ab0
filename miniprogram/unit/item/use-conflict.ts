import { useState } from 'react'
import type { ItemId } from '#shared/rubric/rubric'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import { printPoints } from '#shared/scoring/points'
import { useOutbox } from '../../outbox/use-outbox'
import type { OpenItem } from './use-item'

/** 两个填法: which of the two is chosen, and how to settle it. */
export function useConflict(open: OpenItem | null) {
  const { resolve, fill } = useOutbox(open?.sheetKey ?? '')
  const [chosen, setChosen] = useState<'mine' | 'theirs'>('mine')
  const [given, setGiven] = useState<{ itemId: ItemId; draft: SelfScoreDraft } | null>(null)
  const trouble = open?.shown.trouble
  const conflict = trouble?.kind === 'conflict' ? trouble : null
  const value = chosen === 'mine' ? conflict?.mine : conflict?.theirs
  return {
    chosen,
    setChosen,
    conflict,
    /** 用您填的 5.5: the button names the value. */
    settleWords: `用${chosen === 'mine' ? '您' : (conflict?.theirs?.signature.name ?? '他人')}填的${valueWords(value)}`,
    settle: () => {
      if (!open || !conflict) return
      const { score, notApplicable, remark } = conflict.mine
      const isMine = chosen === 'mine'
      setGiven(isMine ? null : { itemId: open.item.id, draft: { score, notApplicable, remark } })
      resolve(open.item.id, chosen)
      setChosen('mine')
    },
    /** What the person gave up for the other value, as long as they are on this item. */
    given: open && given?.itemId === open.item.id && open.canFill ? given.draft : null,
    takeBack: () => {
      if (!open || !given) return
      fill(open.item.id, given.draft, open.shown.self?.revision ?? 0)
      setGiven(null)
    },
  }
}

export type ConflictChoice = ReturnType<typeof useConflict>

export function valueWords(value: { score: number | null; notApplicable: string | null } | null | undefined): string {
  if (!value) return ''
  if (value.notApplicable !== null) return '不涉及'
  return value.score === null ? '空' : ` ${printPoints(value.score)}`
}
