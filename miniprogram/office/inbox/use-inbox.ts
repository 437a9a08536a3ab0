import { useState } from 'react'
import { ask } from '../../backend/ask'
import { useRequest } from '../../backend/use-request'

/** 投诉建议 of everybody. */
export function useInbox() {
  return { complaints: useRequest('complaint.list', {}) }
}

type Looked = { unitId: string; shown: boolean } & ({ fileKey: string } | { textKey: string })

/** The pictures and words that WeChat wants a person to look at, and what the office says of them. */
export function useContent(cycleId: string) {
  const content = useRequest('content.list', { cycleId })
  const [problem, setProblem] = useState<string | null>(null)
  const decide = async (what: Looked) => {
    const asked = await ask('content.decide', { cycleId, ...what })
    setProblem(asked.ok ? null : asked.problem.message)
    if (asked.ok) await content.reload()
  }
  return { content: content.output, problem: problem ?? content.problem?.message ?? null, decide }
}
