import { useCallback, useRef, useState } from 'react'
import type { DecidedReviews } from '#shared/contract/review-contract'
import { ask } from '../../backend/ask'
import { machineName } from '../../platform/machine-name'
import { random } from '../../platform/random'
import { decisionsPerCall, inRuns, makeDecisionChanges, mergeDecided, type ScoreToDecide } from './decisions'
import type { OwnDepartment } from './use-department'

const changeOf = makeDecisionChanges(random.newId)

export interface Deciding {
  isBusy: boolean
  /** Why the call did not go through; every draft is still on the phone. */
  problem: string | null
  /** Sends 定分. Answers what became of each, also where only the first of several calls went through. */
  decide(scores: readonly ScoreToDecide[]): Promise<DecidedReviews>
}

/** 定分, with a second press ignored while the first is under way. */
export function useDeciding(department: OwnDepartment | null): Deciding {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const running = useRef(false)
  const decide = useCallback(
    async (scores: readonly ScoreToDecide[]) => {
      const replies: DecidedReviews[] = []
      if (running.current || department === null) return mergeDecided(replies)
      running.current = true
      setIsBusy(true)
      setProblem(null)
      const { cycleId, departmentId } = department
      for (const run of inRuns(scores.map(changeOf), decisionsPerCall)) {
        const asked = await ask('review.decide', { cycleId, departmentId, decisions: run })
        if (asked.ok) replies.push(asked.output)
        else {
          setProblem(wordsOf(asked.problem))
          break
        }
      }
      running.current = false
      setIsBusy(false)
      return mergeDecided(replies)
    },
    [department],
  )
  return { isBusy, problem, decide }
}

/** A 定分 is an act that others rely on, so it never waits in the phone: it goes through, or the person is told. */
function wordsOf({ code, message }: { code: string; message: string }): string {
  return code === 'network.unreachable'
    ? `没信号，定分没有送出去。草稿在${machineName()}里，有信号后再点一次。`
    : message
}
