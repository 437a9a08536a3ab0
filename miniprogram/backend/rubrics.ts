import { useCallback, useEffect, useState } from 'react'
import type { RubricVersion } from '#shared/contract/cycle-contract'
import type { Problem } from '#shared/errors/problems'
import type { Rubric } from '#shared/rubric/rubric'
import { storage } from '../platform/storage'
import { ask } from './ask'

export interface RequestedRubric {
  status: 'loading' | 'ready' | 'failed'
  rubric: Rubric | null
  problem: Problem | null
  reload(): Promise<void>
}

const rubrics = new Map<string, Rubric>()
const keyOf = (rubricVersionId: string) => `rubric/${rubricVersionId}`

/** The rubric if it is on this phone; a frozen version never changes, so it is kept for ever and never asked twice. */
export function rubricOnPhone(rubricVersionId: string): Rubric | null {
  const known = rubrics.get(rubricVersionId) ?? parseKept(storage.read(keyOf(rubricVersionId)))
  if (known) rubrics.set(rubricVersionId, known)
  return known
}

/** Brings the rubric onto this phone, for screens that open without signal; answers whether it is there. */
export async function bringRubric(rubricVersionId: string): Promise<boolean> {
  if (rubricOnPhone(rubricVersionId)) return true
  const asked = await ask('rubric.read', { rubricVersionId })
  if (asked.ok) keep(asked.output)
  return asked.ok
}

/** The rubric of this version, from the phone or else from the county. Null waits. */
export function useRubric(rubricVersionId: string | null): RequestedRubric {
  const [answered, setAnswered] = useState<{ of: string; problem: Problem | null } | null>(null)
  const rubric = rubricVersionId === null ? null : rubricOnPhone(rubricVersionId)

  const reload = useCallback(async () => {
    if (rubricVersionId === null || rubricOnPhone(rubricVersionId)) return
    const asked = await ask('rubric.read', { rubricVersionId })
    if (asked.ok) keep(asked.output)
    setAnswered({ of: rubricVersionId, problem: asked.ok ? null : asked.problem })
  }, [rubricVersionId])
  useEffect(() => void reload(), [reload])

  const problem = rubric === null && answered?.of === rubricVersionId ? (answered?.problem ?? null) : null
  return { status: rubric ? 'ready' : problem ? 'failed' : 'loading', rubric, problem, reload }
}

function keep({ rubricVersionId, rubric }: RubricVersion): void {
  rubrics.set(rubricVersionId, rubric)
  // With the phone full it is asked for again next time; nothing is lost.
  storage.write(keyOf(rubricVersionId), rubric)
}

function parseKept(stored: unknown): Rubric | null {
  const isRubric = typeof stored === 'object' && stored !== null && 'categories' in stored
  return isRubric ? (stored as Rubric) : null
}
