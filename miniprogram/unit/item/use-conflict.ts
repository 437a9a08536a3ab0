import { useState } from 'react'
import { printPoints } from '#shared/scoring/points'
import { useOutbox } from '../../outbox/use-outbox'
import type { OpenItem } from './use-item'

/** 两个填法: which of the two is chosen, and how to settle it. */
export function useConflict(open: OpenItem | null) {
  const { resolve } = useOutbox(open?.sheetKey ?? '')
  const [chosen, setChosen] = useState<'mine' | 'theirs'>('mine')
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
      if (open) resolve(open.item.id, chosen)
      setChosen('mine')
    },
  }
}

export type ConflictChoice = ReturnType<typeof useConflict>

function valueWords(value: { score: number | null; notApplicable: string | null } | null | undefined): string {
  if (!value) return ''
  if (value.notApplicable !== null) return '不涉及'
  return value.score === null ? '空' : ` ${printPoints(value.score)}`
}
