import { useCallback, useRef, useState } from 'react'
import { checkSelfScore, type SelfScoreDraft } from '#shared/scoring/check-self-score'
import type { Hundredths } from '#shared/scoring/points'
import { useOutbox } from '../../outbox/use-outbox'
import type { OpenItem } from './use-item'

/** What is typed is kept after a pause, so that a keystroke costs no write and no request of its own. */
const PAUSE = 600

/**
 * Fills one item. Choices are kept at once, typing after a pause or when the field is left. What is being typed lives
 * in a ref: the fields are never written to, and the page is drawn again only when the figure or a problem changes.
 */
export function useFilling(open: OpenItem | null) {
  const { fill } = useOutbox(open?.sheetKey ?? '')
  const latest = useRef(open)
  latest.current = open
  const draft = useDraft(open)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [typed, setTyped] = useState<{ itemId: string; score: Hundredths | null } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const keepNow = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const { current } = latest
    if (!current || !draft.current.isUnkept) return
    const { score, notApplicable, remark } = draft.current
    const change = { score, notApplicable, remark }
    const wrong = checkSelfScore(current.item, change)
    if (!wrong) draft.current.isUnkept = false
    const refused = wrong ?? fill(current.item.id, change, current.shown.self?.revision ?? 0)
    setProblem(refused?.message ?? null)
  }, [fill, draft])

  const change = useCallback(
    (part: Partial<SelfScoreDraft>, when: 'now' | 'after-pause') => {
      Object.assign(draft.current, part, { isUnkept: true })
      if (timer.current !== null) clearTimeout(timer.current)
      if (when === 'now') keepNow()
      else timer.current = setTimeout(keepNow, PAUSE)
    },
    [keepNow, draft],
  )
  // Stable, so that the field is not drawn again when the page is.
  const typeRemark = useCallback((remark: string) => change({ remark }, 'after-pause'), [change])

  const choose = (part: Pick<SelfScoreDraft, 'score' | 'notApplicable'>) => {
    setTyped(null)
    change(part, 'now')
  }
  const itemId = draft.current.itemId
  return {
    /** The figure as it is typed, also before it is kept. */
    score: typed !== null && typed.itemId === itemId ? typed.score : draft.current.score,
    notApplicable: draft.current.notApplicable,
    remark: draft.current.remark,
    /** Changes when the fields have to begin anew. */
    fieldKey: `${itemId}-${draft.current.beginnings}`,
    problem,
    chooseScore: (score: Hundredths) => choose({ score, notApplicable: null }),
    chooseNotApplicable: (reason: string) => choose({ score: null, notApplicable: reason }),
    typeScore: (score: Hundredths | null) => {
      setTyped({ itemId, score })
      change({ score, notApplicable: null }, 'after-pause')
    },
    typeRemark,
    keepNow,
  }
}

export type Filling = ReturnType<typeof useFilling>

interface Draft extends SelfScoreDraft {
  itemId: string
  /** Typed, and not yet on this phone. */
  isUnkept: boolean
  /** How often the fields began anew. */
  beginnings: number
}

/** What stands in the fields. Another item, or another person's value, begins them anew; never what is being typed. */
function useDraft(open: OpenItem | null): { current: Draft } {
  const itemId = open?.item.id ?? ''
  const { score = null, notApplicable = null, remark = '' } = open?.shown.self ?? {}
  const draft = useRef<Draft>({ itemId, score, notApplicable, remark, isUnkept: false, beginnings: 0 })
  const { current } = draft
  const isOther = current.itemId !== itemId
  if (isOther || !current.isUnkept) {
    const beginnings = current.beginnings + (isOther || current.remark !== remark ? 1 : 0)
    draft.current = { itemId, score, notApplicable, remark, isUnkept: false, beginnings }
  }
  return draft
}
