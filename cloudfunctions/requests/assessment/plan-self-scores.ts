import type { HistoryEntry, Instant, SelfScore } from '#shared/assessment/assessment'
import { isSupplementOpen } from '#shared/assessment/summarize'
import type { SelfScoreChange, SelfScoreView, Verdict } from '#shared/contract/assessment-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { findItem, type Item, type Rubric } from '#shared/rubric/rubric'
import { checkSelfScore } from '#shared/scoring/check-self-score'
import { bodyHash } from '../../infrastructure/canonical-json'
import type { Actor } from '../../permissions/permission'
import type { SelfScoreWrite } from '../../repositories/assessment-self-scores'
import type { StoredSheet } from '../../repositories/assessments'
import { selfScoreView } from '../views/sheet-view'
import { historyEntry } from './history-entry'

export type SelfVerdict = Verdict<SelfScoreView | null>

/** What to do with each change, before anything is written. Pure. */
export interface SelfScorePlan {
  verdicts: SelfVerdict[]
  writes: SelfScoreWrite[]
  /** Made upon another revision than the one that stands: stale, or a delivery of what was applied before. */
  unclear: SelfScoreChange[]
}

interface Making {
  assessment: StoredSheet
  rubric: Rubric
  asker: Actor
  now: Instant
  fromPaper?: boolean
}

/**
 * Sorts the changes. Where the sheet's history is at hand it decides first: an operation that is in it was applied, so
 * it gets its first answer, or is refused where it now says something else.
 */
export function planSelfScores(
  changes: readonly SelfScoreChange[],
  making: Making,
  history: readonly HistoryEntry[] | null,
): SelfScorePlan {
  const plan: SelfScorePlan = { verdicts: [], writes: [], unclear: [] }
  for (const change of changes) {
    const { operationId, itemId } = change
    const applied = history?.find(entry => entry.operationId === operationId)
    const item = findItem(making.rubric, itemId)
    const refusal = item ? refusalOf(item, change, making) : problem('item.unknown')
    if (applied) plan.verdicts.push(repeatedVerdict(change, applied))
    else if (!item || refusal)
      plan.verdicts.push({ kind: 'refused', operationId, itemId, problem: refusal ?? problem('item.unknown') })
    else if (change.revision === revisionOf(making.assessment.items[itemId]?.self))
      plan.writes.push(writeOf(item, change, making))
    else if (history) plan.verdicts.push(staleVerdict(item, change, making.assessment))
    else plan.unclear.push(change)
  }
  return plan
}

/** Two changes of one item, or one id twice, in one call: whoever does so would not know which of them stands. */
export function hasRepetition(changes: readonly { itemId: string; operationId: string }[]): boolean {
  const differ = (values: string[]) => new Set(values).size === values.length
  return !differ(changes.map(({ itemId }) => itemId)) || !differ(changes.map(({ operationId }) => operationId))
}

/** The answer that an operation got when it was applied; another body under its id is no repetition. */
export function repeatedVerdict(change: SelfScoreChange, applied: HistoryEntry): SelfVerdict {
  const { operationId, itemId } = change
  if (applied.bodyHash !== bodyHash(change)) {
    return { kind: 'refused', operationId, itemId, problem: problem('operation.reused') }
  }
  return { kind: 'saved', operationId, itemId, revision: applied.revision }
}

export function savedVerdict({ item, after, entry }: SelfScoreWrite): SelfVerdict {
  return { kind: 'saved', operationId: entry.operationId, itemId: item.id, revision: after.revision }
}

function staleVerdict(item: Item, { operationId, itemId }: SelfScoreChange, assessment: StoredSheet): SelfVerdict {
  const standing = assessment.items[itemId]?.self
  return {
    kind: 'stale',
    operationId,
    itemId,
    problem: problem('item.stale', { number: item.number }),
    current: standing ? selfScoreView(standing) : null,
  }
}

/** Why this change cannot be: the score itself, or, once handed in, an item that nobody asked to supply. */
function refusalOf(item: Item, change: SelfScoreChange, { assessment, now }: Making): Problem | null {
  const wrong = checkSelfScore(item, change)
  if (wrong || (assessment.stage !== 'submitted' && assessment.stage !== 'checked')) return wrong
  const assessed = assessment.items[item.id]
  if (!assessed?.supplement || !isSupplementOpen(assessed)) return problem('assessment.already-submitted')
  return now <= assessed.supplement.until ? null : problem('supplement.closed', { number: item.number })
}

function writeOf(item: Item, change: SelfScoreChange, { assessment, asker, now, fromPaper }: Making): SelfScoreWrite {
  const before = assessment.items[item.id]?.self
  const { score, notApplicable, remark, operationId } = change
  const value = { score, notApplicable, remark }
  const revision = change.revision + 1
  const paper = fromPaper ? { fromPaper } : {}
  return {
    item,
    before,
    after: { revision, ...value, signature: { name: asker.name, memberId: asker.memberId, at: now, ...paper } },
    entry: historyEntry(asker, now, {
      operationId,
      body: change,
      itemId: item.id,
      part: 'self',
      revision,
      from: before ? { score: before.score, notApplicable: before.notApplicable, remark: before.remark } : null,
      to: value,
      ...paper,
    }),
  }
}

function revisionOf(self: SelfScore | undefined): number {
  return self?.revision ?? 0
}
