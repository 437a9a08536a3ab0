import { useState } from 'react'
import type { RubricList } from '#shared/contract/cycle-contract'
import { useIdentity } from '../../backend/identity'
import { useRubric } from '../../backend/rubrics'
import { useRequest } from '../../backend/use-request'

/** The annexes, and the one that is open: the person's own first, otherwise 附件1. */
export function useRubricBrowser() {
  const list = useRequest('rubric.list', {}, { keep: true })
  const { chosenPost } = useIdentity()
  const [chosen, choose] = useState<string | null>(null)

  const rubrics = list.output?.rubrics ?? []
  const audience = chosenPost && 'audience' in chosenPost ? chosenPost.audience : null
  const own = audience && list.output?.cycle?.rubricVersionIds[audience]
  const open = chosen ?? own ?? rubrics[0]?.rubricVersionId ?? null
  const text = useRubric(open)

  const reload = () => {
    void list.reload()
    void text.reload()
  }
  return {
    status: text.rubric ? ('ready' as const) : statusOf(list.status, text.status, rubrics.length),
    isStale: list.isStale,
    cycle: list.output?.cycle ?? null,
    annexes: rubrics.map(annexOf),
    open,
    rubric: text.rubric,
    problem: text.problem ?? list.problem,
    choose,
    reload,
  }
}

function annexOf({ rubricVersionId, annex }: RubricList['rubrics'][number]) {
  return { key: rubricVersionId, text: annex }
}

type Status = 'loading' | 'ready' | 'failed'

function statusOf(list: Status, text: Status, count: number): 'loading' | 'empty' | 'failed' {
  if (list === 'failed' || text === 'failed') return 'failed'
  return list === 'ready' && count === 0 ? 'empty' : 'loading'
}
