import { useCallback, useState } from 'react'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { Draft } from '#shared/contract/review-contract'
import { serverNow } from '../../backend/ask'
import { begunTexts } from '../../backend/begun-texts'
import { currentBoxKey } from '../../backend/identity'
import { placeOfWords } from '../../components/scoring/begun-words'
import { sameScore, scoreOf } from '../../components/scoring/review-draft'
import { useReviewDrafts } from '../../outbox/use-outbox'
import type { OwnDepartment } from './use-department'

/** What was typed since the program started, by person, department, unit and item: pages share it as they share answers. */
const typedHere = new Map<string, Draft>()

export interface Drafts {
  /** The newest of what is on this phone and what the county keeps for me. */
  of(unitId: string, itemId: string, kept: Draft | null): Draft | null
  /** Persisted before it is shown as kept; goes to the county by itself, where only I can read it. */
  keep(unitId: string, itemId: string, score: ReviewScore): void
  /** `sent` is the 定分 now. What was typed after it was sent stays a draft. */
  decided(unitId: string, itemId: string, sent: ReviewScore): void
  /** Why the last draft is not on the phone; null where it is. */
  problem: string | null
}

/** My private drafts of this department. */
export function useDrafts(department: OwnDepartment | null): Drafts {
  const outbox = useReviewDrafts()
  const [, setTyped] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)

  const of = (unitId: string, itemId: string, kept: Draft | null) => {
    if (!department) return kept
    const place = placeOf(department, unitId, itemId)
    const waiting = outbox.waiting(place)
    const here = typedHere.get(keyOf(place)) ?? (waiting && { ...waiting.score, at: waiting.at })
    return here && (!kept || here.at >= kept.at) ? here : kept
  }
  const keep = useCallback(
    (unitId: string, itemId: string, score: ReviewScore) => {
      if (!department) return
      const place = placeOf(department, unitId, itemId)
      typedHere.set(keyOf(place), { ...score, at: serverNow() })
      setProblem(outbox.keep(place, score)?.message ?? null)
      setTyped(count => count + 1)
    },
    [department, outbox.keep],
  )
  const decided = useCallback(
    (unitId: string, itemId: string, sent: ReviewScore) => {
      if (!department) return
      const place = placeOf(department, unitId, itemId)
      const here = typedHere.get(keyOf(place))
      if (here && !sameScore(here, sent)) return keep(unitId, itemId, scoreOf(here))
      typedHere.delete(keyOf(place))
      begunTexts.keep(placeOfWords('departure', place), '')
      outbox.drop(place)
    },
    [department, outbox.drop, keep],
  )
  return { of, keep, decided, problem }
}

function placeOf({ cycleId, departmentId }: OwnDepartment, unitId: string, itemId: string) {
  return { cycleId, departmentId, unitId, itemId }
}

function keyOf(place: ReturnType<typeof placeOf>): string {
  return [currentBoxKey(), place.cycleId, place.departmentId, place.unitId, place.itemId].join(':')
}
