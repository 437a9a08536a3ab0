import type { ReviewScore } from '#shared/assessment/assessment'
import type { SelfScoreView } from '#shared/contract/assessment-contract'
import type { DecidedReviews, DecisionChange, DecisionView } from '#shared/contract/review-contract'

/** One item of one unit as it stands, and the score that shall become its 定分. */
export interface ScoreToDecide {
  unitId: string
  itemId: string
  self: SelfScoreView | null
  decision: DecisionView | null
  score: ReviewScore
}

/** As many as one call takes. */
export const decisionsPerCall = 100

/**
 * Makes the changes of 定分. The same score upon the same revisions keeps its operation id however often it is sent, so
 * that a call whose answer was lost can be sent again and has one effect.
 */
export function makeDecisionChanges(newId: () => string) {
  const sent = new Map<string, { body: string; operationId: string }>()
  return ({ unitId, itemId, ...decided }: ScoreToDecide): DecisionChange => {
    const body = { unitId, itemId, ...decisionBody(decided) }
    const text = JSON.stringify(body)
    const key = `${unitId}:${itemId}`
    const known = sent.get(key)
    const operationId = known?.body === text ? known.operationId : newId()
    sent.set(key, { body: text, operationId })
    return { operationId, ...body }
  }
}

/** The score as it becomes the 定分, upon what was seen of both sides. */
export function decisionBody({ self, decision, score }: Pick<ScoreToDecide, 'self' | 'decision' | 'score'>) {
  return {
    revision: decision?.revision ?? 0,
    seenSelfRevision: self?.revision ?? 0,
    ...score,
    reasons: score.reasons.map(({ phrase, points }) => ({ phrase: phrase.trim(), points })),
    ...(score.departure ? { departure: score.departure.trim() } : {}),
  }
}

/** The answers of several calls as one. */
export function mergeDecided(replies: readonly DecidedReviews[]): DecidedReviews {
  const merged: DecidedReviews = { verdicts: [], items: {}, states: {} }
  for (const reply of replies) {
    merged.verdicts.push(...reply.verdicts)
    for (const [unitId, items] of Object.entries(reply.items))
      merged.items[unitId] = { ...merged.items[unitId], ...items }
    Object.assign(merged.states, reply.states)
  }
  return merged
}

/** `list` in runs of at most `size`. */
export function inRuns<Entry>(list: readonly Entry[], size: number): Entry[][] {
  const runs: Entry[][] = []
  for (let from = 0; from < list.length; from += size) runs.push(list.slice(from, from + size))
  return runs
}
