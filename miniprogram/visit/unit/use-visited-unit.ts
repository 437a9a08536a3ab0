import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import { problem as problemOf } from '#shared/errors/problems'
import { useRubric } from '../../backend/rubrics'
import { turnRound } from '../../backend/turned-round'
import { useVisitNotes } from '../../outbox/use-visit-notes'
import { placeOf, shownAddress } from '../own/addresses'
import { byDepartment, type NotedItem, notedItems } from '../own/noted-items'
import { unitOf, useVisitPack } from '../pack/use-visit-pack'

/** One unit of the day: its items by 部室, and who looks at what. */
export function useVisitedUnit() {
  const { params } = useRouter()
  const place = placeOf(params)
  const unitId = params.unit ?? ''
  const { pack, lost } = useVisitPack(place)
  const unit = unitOf(pack, unitId)
  const { rubric } = useRubric(unit?.rubricVersionId ?? null)
  const notes = useVisitNotes()
  const [view, setView] = useState<'all' | 'mine'>('all')
  const [problem, setProblem] = useState<string | null>(null)
  const noteOf = (itemId: string) => notes.of({ ...place, unitId, itemId })
  const othersOf = (itemId: string) => notes.others({ ...place, unitId, itemId })
  const items = rubric && unit ? notedItems(rubric, unit, noteOf, othersOf) : []
  const shown = view === 'mine' ? items.filter(({ looking }) => looking) : items
  const groups = pack ? byDepartment(shown, pack) : []

  const title = unit?.name
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title })
  }, [title])
  const look = ({ item, looking, score }: NotedItem) => {
    const { cycleId, groupId } = place
    const kept = notes.keep({ cycleId, groupId, unitId, itemId: item.id }, { looking: !looking, score })
    setProblem(kept?.message ?? null)
  }
  const returns = useMemo(() => notes.returns(unitId), [notes, unitId])
  const giveUp = (operationId: string) => notes.giveUp({ part: 'return', key: operationId })
  const show = () => {
    const address = shownAddress(place, unitId)
    if (turnRound(address) === 'full') setProblem(problemOf('phone.full').message)
    else void Taro.reLaunch({ url: address })
  }
  return { place, pack, lost, unit, items, groups, view, setView, look, returns, giveUp, show, problem }
}
