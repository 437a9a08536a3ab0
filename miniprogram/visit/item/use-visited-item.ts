import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Instant, ReviewScore } from '#shared/assessment/assessment'
import { useRubric } from '../../backend/rubrics'
import { emptyScore } from '../../components/scoring/review-draft'
import { useVisitNotes } from '../../outbox/use-visit-notes'
import { itemAddress, placeOf } from '../own/addresses'
import { notedItems } from '../own/noted-items'
import { unitOf, useVisitPack } from '../pack/use-visit-pack'

/** One item on the visit: what the unit says and shows, and what I suggest. */
export function useVisitedItem() {
  const { params } = useRouter()
  const place = placeOf(params)
  const unitId = params.unit ?? ''
  const itemId = params.item ?? ''
  const { pack, kept } = useVisitPack(place)
  const unit = unitOf(pack, unitId)
  const { rubric } = useRubric(unit?.rubricVersionId ?? null)
  const notes = useVisitNotes()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const ofItem = (id: string) => ({ cycleId: place.cycleId, groupId: place.groupId, unitId, itemId: id })
  const items =
    rubric && unit
      ? notedItems(
          rubric,
          unit,
          id => notes.of(ofItem(id)),
          id => notes.others(ofItem(id)),
        )
      : []
  const index = items.findIndex(({ item }) => item.id === itemId)
  const noted = items[index] ?? null

  const suggest = (score: ReviewScore) => {
    if (noted) setProblem(notes.keep(ofItem(itemId), { looking: noted.looking, score })?.message ?? null)
  }
  const goTo = (step: -1 | 1) => {
    const next = items[index + step]
    if (next) void Taro.redirectTo({ url: itemAddress(place, unitId, next.item.id) })
  }
  const ask = (reason: string, until: Instant) => {
    const refused = notes.ask(ofItem(itemId), { reason, until })
    setProblem(refused?.message ?? null)
    if (!refused) setAsking(false)
  }
  return {
    pack,
    unit,
    noted,
    score: noted?.score ?? emptyScore,
    thumbnails: kept?.thumbnails ?? {},
    asked: notes.returns(unitId).filter(({ input }) => input.itemId === itemId),
    suggest,
    goTo,
    hasBefore: index > 0,
    hasNext: index >= 0 && index < items.length - 1,
    isAsking,
    setAsking,
    ask,
    problem: problem ?? noted?.problem ?? null,
  }
}
