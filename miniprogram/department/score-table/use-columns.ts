import { useCallback, useEffect, useRef, useState } from 'react'
import type { ByItem } from '#shared/contract/review-contract'
import type { Problem } from '#shared/errors/problems'
import type { ItemId } from '#shared/rubric/rubric'
import { ask } from '../../backend/ask'
import type { OwnDepartment } from '../scoring/use-department'

export interface RequestedColumns {
  columns: ByItem[] | null
  problem: Problem | null
  reload(): Promise<void>
}

/** Several items of one annex, each down all units. All or nothing: half a grid would be read as a whole one. */
export function useColumns(
  department: OwnDepartment | null,
  rubricVersionId: string | null,
  itemIds: readonly ItemId[],
): RequestedColumns {
  const [answered, setAnswered] = useState<{ of: string; columns: ByItem[] | null; problem: Problem | null } | null>(
    null,
  )
  const wanted = `${rubricVersionId}:${itemIds.join(',')}`
  const latest = useRef(wanted)
  latest.current = wanted

  const reload = useCallback(async () => {
    const [version, list] = wanted.split(':')
    if (!department || rubricVersionId === null || !version || !list) return
    const { cycleId, departmentId } = department
    const asked = await Promise.all(
      list.split(',').map(itemId => ask('review.by-item', { cycleId, departmentId, rubricVersionId, itemId })),
    )
    // Another annex was chosen while this one was under way.
    if (latest.current !== wanted) return
    const failed = asked.find(one => !one.ok)
    setAnswered({
      of: wanted,
      columns: failed ? null : asked.flatMap(one => (one.ok ? [one.output] : [])),
      problem: failed && !failed.ok ? failed.problem : null,
    })
  }, [department, rubricVersionId, wanted])
  useEffect(() => void reload(), [reload])

  const mine = answered?.of === wanted ? answered : null
  return { columns: mine?.columns ?? null, problem: mine?.problem ?? null, reload }
}
