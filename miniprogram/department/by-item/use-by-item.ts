import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { ByItemUnit } from '#shared/contract/review-contract'
import { findItem } from '#shared/rubric/rubric'
import { unequalPhrases, usedPhrases } from '#shared/scoring/phrases'
import { useRubric } from '../../backend/rubrics'
import { useRequest } from '../../backend/use-request'
import { figureOf } from '../../components/record-trail/evaluation-of'
import { decisionProblem, isOpenForReview, standingScore } from '../../components/scoring/review-draft'
import { decidedReasons, nextOpenUnit, withDecidedUnits } from '../scoring/by-item'
import { useDeciding } from '../scoring/use-deciding'
import { useDepartment } from '../scoring/use-department'
import { useDrafts } from '../scoring/use-drafts'
import { useOnLeave } from '../scoring/use-on-leave'

/** One item down all units: which row is open, my drafts on top of what the county has, 定分. */
export function useByItem() {
  const { params } = useRouter()
  const rubricVersionId = params.rubric ?? ''
  const itemId = params.item ?? ''
  const [chosen, setChosen] = useState<string | null>(params.unit ?? null)
  const [notice, setNotice] = useState<string | null>(null)
  const { department, ...own } = useDepartment()
  const scope = department && { cycleId: department.cycleId, departmentId: department.departmentId }
  const asked = useRequest('review.by-item', scope && { ...scope, rubricVersionId, itemId }, { keep: true })
  const rubric = useRubric(rubricVersionId || null)
  const drafts = useDrafts(department)
  const deciding = useDeciding(department)

  const item = rubric.rubric ? (findItem(rubric.rubric, itemId) ?? null) : null
  const category = rubric.rubric?.categories.find(({ items }) => items.some(({ id }) => id === itemId))?.name ?? ''
  const units = (asked.output?.units ?? []).map(unit => ({
    ...unit,
    standing: standingScore({ ...unit, draft: drafts.of(unit.unitId, itemId, unit.draft) }),
  }))
  const openId = chosen ?? nextOpenUnit(units, null)
  const open = units.find(unit => unit.unitId === openId && isOpenForReview(unit.state)) ?? null

  const number = item?.number
  useEffect(() => {
    if (number) void Taro.setNavigationBarTitle({ title: `第${number}项　各单位` })
  }, [number])

  // The county has the drafts by then and the outbox has let them go: without signal the page opens with this copy.
  useOnLeave(() => {
    const { output } = asked
    const withMine = (unit: ByItemUnit) => ({ ...unit, draft: drafts.of(unit.unitId, itemId, unit.draft) })
    if (output) asked.replace({ ...output, units: output.units.map(withMine) })
  })

  const decide = async () => {
    if (!open || !asked.output) return
    const { unitId, self, decision, standing } = open
    const decided = await deciding.decide([{ unitId, itemId, self, decision, score: standing.score }])
    const [verdict] = decided.verdicts
    if (!verdict) return
    const updated = withDecidedUnits(asked.output, decided)
    const reasons = decidedReasons(updated.units)
    asked.replace({ ...updated, phrases: usedPhrases(reasons), unequal: unequalPhrases(reasons) })
    if (verdict.kind === 'saved') {
      drafts.decided(unitId, itemId, standing.score)
      setNotice(null)
      setChosen(
        nextOpenUnit(
          updated.units.map(unit => ({ ...unit, standing: standingScore(unit) })),
          unitId,
        ),
      )
    } else {
      drafts.keep(unitId, itemId, standing.score)
      setNotice(verdict.problem.message)
    }
  }
  const step = asked.output?.cycle.departmentStep ?? 50
  return {
    byItem: asked.output,
    item,
    category,
    units,
    open,
    step,
    problem:
      item && open ? decisionProblem(item, step, open.self, open.standing.score, figureOf(item, open.records)) : null,
    notice: notice ?? deciding.problem ?? drafts.problem,
    isBusy: deciding.isBusy,
    isStale: asked.isStale,
    choose: (unit: ByItemUnit) => {
      setNotice(null)
      setChosen(unit.unitId)
    },
    type: (score: ReviewScore) => {
      if (open) drafts.keep(open.unitId, itemId, score)
    },
    decide,
    status: own.status !== 'ready' ? own.status : asked.status === 'ready' ? rubric.status : asked.status,
    failure: asked.problem ?? rubric.problem ?? own.problem,
    reload: () => Promise.all([own.reload(), asked.reload(), rubric.reload()]),
  }
}
