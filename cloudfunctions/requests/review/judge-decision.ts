import type { Decision, ReviewScore, Signature } from '#shared/assessment/assessment'
import { lookAtDecision, lookAtSelf } from '#shared/content/look-at'
import type { SelfScoreView } from '#shared/contract/assessment-contract'
import type { DecisionChange, DecisionView } from '#shared/contract/review-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { type Problem, problem } from '#shared/errors/problems'
import { findItem, type Item, type Rubric } from '#shared/rubric/rubric'
import { evaluateItem } from '#shared/rules/evaluate'
import type { UnitRecords } from '#shared/rules/unit-records'
import { checkDecision, departs } from '#shared/scoring/check-decision'
import type { Hundredths } from '#shared/scoring/points'
import type { Actor } from '../../permissions/permission'
import type { ReviewedRow } from '../../repositories/assessment-reviews'
import type { HeldTexts } from '../../repositories/content-checks'
import type { DecisionWrite } from '../../repositories/decision-changes'
import { historyEntry } from '../assessment/history-entry'
import type { Judgement } from '../changes/settle-changes'
import { readingOf } from '../views/reading'
import { selfScoreView } from '../views/sheet-view'
import { decisionView } from './review-views'

/** What stands of both sides, for a person to decide upon anew. */
export interface StandingSides {
  self: SelfScoreView | null
  decision: DecisionView | null
}

export interface Deciding {
  departmentId: string
  cycle: Cycle
  rubric: Rubric
  /** What the county holds of the unit: by it a written formula yields its figure. */
  records: UnitRecords
  /** What is held of the words about the unit. */
  held: HeldTexts | undefined
  asker: Actor
  now: number
  /** The office types a stamped sheet (代录): it keeps to no time. */
  fromPaper?: true
  /** The unit has asked to look at this score again: the department's time is over, the doubt has opened it. */
  isDoubted?: true
}

/** What one 定分 means for the sheet as it stands. Pure. */
export function judgeDecision(
  change: DecisionChange,
  row: ReviewedRow,
  deciding: Deciding,
): Judgement<StandingSides, DecisionWrite> {
  const { departmentId, cycle, rubric } = deciding
  const item = findItem(rubric, change.itemId)
  if (!item) return { refused: problem('item.unknown') }
  if (item.department !== departmentId) return { refused: problem('permission.denied') }
  const closed = closedFor(row, deciding)
  if (closed) return { refused: closed }

  const assessed = row.items[item.id]
  const self = assessed?.self
  const before = assessed?.reviews?.[departmentId]
  if (change.revision !== (before?.revision ?? 0) || change.seenSelfRevision !== (self?.revision ?? 0)) {
    const look = readingOf(deciding.asker, row.unitId, deciding.held)
    const current = {
      self: self ? selfScoreView(lookAtSelf(self, item.id, look)) : null,
      decision: before ? decisionView(lookAtDecision(before, item.id, departmentId, look)) : null,
    }
    return { stale: problem('item.stale', { number: item.number }), current }
  }
  const { figure } = evaluateItem(item, deciding.records)
  const wrong = checkDecision(item, cycle.departmentStep, typeof self?.notApplicable === 'string', change, figure)
  return wrong ? { refused: wrong } : { write: writeOf(item, change, figure, before, deciding) }
}

function closedFor({ stage, reviewOpenUntil }: ReviewedRow, { now, fromPaper, isDoubted }: Deciding): Problem | null {
  if (stage === 'checked') return problem('review.closed')
  if (stage !== 'submitted') return problem('assessment.not-submitted')
  return fromPaper || isDoubted || now <= reviewOpenUntil ? null : problem('review.closed')
}

function writeOf(
  item: Item,
  change: DecisionChange,
  figure: Hundredths | null,
  before: Decision | undefined,
  deciding: Deciding,
): DecisionWrite {
  const { departmentId, asker, now, fromPaper } = deciding
  const revision = change.revision + 1
  const paper = fromPaper ? { fromPaper } : {}
  const value = scoreOf(change, departs(change, figure))
  const signature: Signature = { name: asker.name, memberId: asker.memberId, at: now, ...paper }
  return {
    item,
    departmentId,
    before,
    after: { revision, ...value, seenSelfRevision: change.seenSelfRevision, signature },
    entry: historyEntry(asker, now, {
      operationId: change.operationId,
      body: change,
      itemId: item.id,
      part: `review:${departmentId}`,
      revision,
      from: before ? scoreOf(before, true) : null,
      to: value,
      ...paper,
    }),
  }
}

/** What is decided; reasons for a deduction, or for departing from the records, mean nothing where there is none. */
function scoreOf(
  { score, notApplicableAgreed, reasons, departure, seen, comment }: ReviewScore,
  isDeparting: boolean,
): ReviewScore {
  const explained = isDeparting && departure ? { departure } : {}
  return { score, notApplicableAgreed, reasons: notApplicableAgreed ? [] : reasons, ...explained, seen, comment }
}
