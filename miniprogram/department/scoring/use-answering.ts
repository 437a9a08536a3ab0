import { useState } from 'react'
import type { ReviewScore } from '#shared/assessment/assessment'
import type { AnsweredScoreDoubt, ScoreDoubtView } from '#shared/contract/score-check-contract'
import { ask } from '../../backend/ask'
import { begunTexts } from '../../backend/begun-texts'
import { useOperation } from '../../backend/use-operation'
import { scoreOf } from '../../components/scoring/review-draft'
import { machineName } from '../../platform/machine-name'
import { decisionBody } from './decisions'
import type { ReviewedItem } from './undecided'
import type { ItemPlace } from './use-supplement'

interface Begun {
  kind: 'kept' | 'changed'
  text: string
  score: ReviewScore
}

/**
 * The answer to a 疑问: 维持 with words, or another score. What was begun stays on this machine until it has gone through;
 * it is an act that others rely on, so it never waits in the phone.
 */
export function useAnswering(
  place: ItemPlace,
  { review }: ReviewedItem,
  doubt: ScoreDoubtView,
  onAnswered: (answered: AnsweredScoreDoubt) => void,
) {
  const key = `score-answer:${place.cycleId}:${place.departmentId}:${place.unitId}:${place.itemId}:${doubt.revision}`
  const [begun, setBegun] = useState<Begun | null>(() => parseBegun(begunTexts.read(key)))
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const operation = useOperation()
  const decided = review.decision && scoreOf(review.decision)

  const keep = (changed: Partial<Begun>) => {
    if (!decided) return
    const next = { kind: 'kept' as const, text: '', score: decided, ...begun, ...changed }
    setBegun(next)
    setProblem(null)
    begunTexts.keep(key, JSON.stringify(next))
  }
  const send = async () => {
    if (!begun || isBusy) return
    const text = begun.text.trim()
    if (begun.kind === 'kept' && text === '') return setProblem('请写一句为什么维持')
    const answer =
      begun.kind === 'kept'
        ? { kind: 'kept' as const, text }
        : { kind: 'changed' as const, text, decision: decisionBody({ ...review, score: begun.score }) }
    const body = { ...place, revision: doubt.revision, answer }
    setBusy(true)
    const asked = await ask('score-check.answer', { ...body, operationId: operation.idFor(body) })
    setBusy(false)
    if (!asked.ok) {
      const isUnreached = asked.problem.code === 'network.unreachable'
      const unreached = `没信号，答复没有送出去。写的在${machineName()}里，有信号后再点一次。`
      return setProblem(isUnreached ? unreached : asked.problem.message)
    }
    begunTexts.keep(key, '')
    onAnswered(asked.output)
  }
  return { begun, isBusy, problem, keep, send }
}

// Parsing: what lies under the key was written above.
function parseBegun(text: string): Begun | null {
  try {
    return text === '' ? null : (JSON.parse(text) as Begun)
  } catch {
    return null
  }
}
