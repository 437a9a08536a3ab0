import { useDidShow, useRouter } from '@tarojs/taro'
import { useMemo, useRef, useState } from 'react'
import type { QueueItem, QueueUnit, ReviewQueue } from '#shared/contract/review-contract'
import type { Audience } from '#shared/rubric/rubric'
import { useRequest } from '../../backend/use-request'
import { isOpenForReview } from '../../components/scoring/review-draft'
import { useDepartment } from '../scoring/use-department'

export type QueueView = 'units' | 'items'

/** A run of rows of one annex, in the county's order. */
export interface QueueGroup<Row> {
  audience: Audience
  rows: Row[]
}

/** My department's queue: asked when the page opens and whenever it is come back to. */
export function useQueue() {
  const { params } = useRouter()
  const [view, setView] = useState<QueueView>(params.view === 'items' ? 'items' : 'units')
  const { department, ...own } = useDepartment()
  const input = department && { cycleId: department.cycleId, departmentId: department.departmentId }
  const queue = useRequest('review.queue', input, { keep: true })
  // The first showing is asked by `useRequest` itself.
  const wasShown = useRef(false)
  useDidShow(() => {
    if (wasShown.current) void queue.reload()
    wasShown.current = true
  })

  const units = useMemo(() => runsOf(queue.output?.units ?? []), [queue.output])
  const items = useMemo(() => runsOf(queue.output?.items ?? []), [queue.output])
  return {
    view,
    setView,
    units,
    items,
    totals: queue.output ? totalsOf(queue.output) : null,
    queue: queue.output,
    status: own.status === 'ready' ? queue.status : own.status,
    problem: queue.problem ?? own.problem,
    isStale: queue.isStale,
    reload: () => (department ? queue.reload() : own.reload()),
  }
}

function runsOf<Row extends QueueUnit | QueueItem>(rows: readonly Row[]): QueueGroup<Row>[] {
  const runs: QueueGroup<Row>[] = []
  for (const row of rows) {
    const last = runs[runs.length - 1]
    if (last?.audience === row.audience) last.rows.push(row)
    else runs.push({ audience: row.audience, rows: [row] })
  }
  return runs
}

/** What is done and what waits, over the units that can be scored. */
function totalsOf({ units }: ReviewQueue) {
  const open = units.filter(unit => isOpenForReview(unit.state))
  const decided = open.reduce((sum, unit) => sum + unit.decided, 0)
  const all = open.reduce((sum, unit) => sum + unit.items, 0)
  const doubts = units.reduce((sum, unit) => sum + unit.doubts, 0)
  return { decided, waiting: all - decided, notSubmitted: units.length - open.length, doubts }
}
