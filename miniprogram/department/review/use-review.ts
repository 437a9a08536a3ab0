import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { ReviewItem } from '#shared/contract/review-contract'
import type { AnsweredScoreDoubt } from '#shared/contract/score-check-contract'
import { useRubric } from '../../backend/rubrics'
import { useLastYear } from '../../backend/use-last-year'
import { useRequest } from '../../backend/use-request'
import { figureOf } from '../../components/record-trail/evaluation-of'
import { decisionProblem, isOpenForReview, standingScore } from '../../components/scoring/review-draft'
import { neighbours, nextDoubted, nextUndecided, reviewedItems, withAnswered, withDecided } from '../scoring/undecided'
import { useDeciding } from '../scoring/use-deciding'
import { useDepartment } from '../scoring/use-department'
import { useDrafts } from '../scoring/use-drafts'
import { useOnLeave } from '../scoring/use-on-leave'
import { useSupplement } from '../scoring/use-supplement'

/** One unit, its items one after another: what it says, my draft, 定分, 请补充, and the way to the next. */
export function useReview() {
  const { params } = useRouter()
  const [unitId, setUnitId] = useState(params.unit ?? '')
  const [itemId, setItemId] = useState<string | null>(params.item ?? null)
  const [notice, setNotice] = useState<string | null>(null)
  const { department, ...own } = useDepartment()
  const scope = department && { cycleId: department.cycleId, departmentId: department.departmentId }
  const review = useRequest('review.open', scope && unitId ? { ...scope, unitId } : null, { keep: true })
  const lastYear = useLastYear(scope && unitId ? { cycleId: scope.cycleId, unitId } : null)
  const queue = useRequest('review.queue', scope, { keep: true })
  const rubric = useRubric(review.output?.rubricVersionId ?? null)
  const drafts = useDrafts(department)
  const deciding = useDeciding(department)

  const items = useMemo(
    () => (rubric.rubric && review.output ? reviewedItems(rubric.rubric, review.output) : []),
    [rubric.rubric, review.output],
  )
  const current =
    items.find(({ item }) => item.id === itemId) ??
    items.find(({ item }) => item.id === (nextDoubted(items) ?? nextUndecided(items, null))) ??
    items[0] ??
    null
  const kept = current && { ...current.review, draft: drafts.of(unitId, current.item.id, current.review.draft) }
  const standing = kept && standingScore(kept)

  const unitName = review.output?.unit.name
  useEffect(() => {
    if (unitName) void Taro.setNavigationBarTitle({ title: unitName })
  }, [unitName])
  // The county has the drafts by then and the outbox has let them go: without signal the page opens with this copy.
  useOnLeave(() => {
    const { output } = review
    if (!output) return
    const withMine = (item: ReviewItem) => ({ ...item, draft: drafts.of(unitId, item.itemId, item.draft) })
    if (output.unit.unitId === unitId) review.replace({ ...output, items: output.items.map(withMine) })
  })

  const openUnits = (queue.output?.units ?? []).filter(unit => isOpenForReview(unit.state)).map(unit => unit.unitId)
  const { before, after } = neighbours(openUnits, unitId)
  const goTo = (unit: string | null) => {
    if (unit === null) return
    setNotice(null)
    // The same item of the next unit where it has it; else its first that is open.
    setItemId(current?.item.id ?? null)
    setUnitId(unit)
  }

  const type = (score: ReviewScore) => {
    if (current) drafts.keep(unitId, current.item.id, score)
  }
  const decide = async () => {
    if (!current || !standing || !review.output) return
    const { item, review: stands } = current
    const { self, decision } = stands
    const decided = await deciding.decide([{ unitId, itemId: item.id, self, decision, score: standing.score }])
    const [verdict] = decided.verdicts
    if (!verdict) return
    const updated = withDecided(review.output, decided)
    review.replace(updated)
    if (verdict.kind === 'saved') {
      drafts.decided(unitId, item.id, standing.score)
      setNotice(null)
      const next = rubric.rubric && nextUndecided(reviewedItems(rubric.rubric, updated), item.id)
      setItemId(next ?? item.id)
    } else {
      // Kept anew, so that it is newer than what somebody else decided meanwhile and stays in sight beside it.
      drafts.keep(unitId, item.id, standing.score)
      setNotice(verdict.problem.message)
    }
  }
  const supplement = useSupplement(scope && current ? { ...scope, unitId, itemId: current.item.id } : null, review)

  return {
    review: review.output,
    items,
    current,
    lastYear: current && lastYear(current.item.id),
    standing,
    problem:
      current && standing && review.output
        ? decisionProblem(
            current.item,
            review.output.cycle.departmentStep,
            current.review.self,
            standing.score,
            figureOf(current.item, review.output.records),
          )
        : null,
    notice: notice ?? deciding.problem ?? drafts.problem,
    isBusy: deciding.isBusy,
    isStale: review.isStale,
    before,
    after,
    goTo,
    choose: (chosen: string) => {
      setNotice(null)
      setItemId(chosen)
    },
    type,
    decide,
    supplement,
    answered: (answer: AnsweredScoreDoubt) => {
      if (review.output && current) review.replace(withAnswered(review.output, current.item.id, answer))
    },
    status: own.status !== 'ready' ? own.status : review.status === 'ready' ? rubric.status : review.status,
    failure: review.problem ?? rubric.problem ?? own.problem,
    reload: () => Promise.all([own.reload(), review.reload(), rubric.reload()]),
  }
}
