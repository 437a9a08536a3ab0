import { assessmentId } from '#shared/assessment/assessment'
import type { UnitState } from '#shared/assessment/unit-state'
import { lookAtItem } from '#shared/content/look-at'
import type { Verdict } from '#shared/contract/assessment-contract'
import { type DecidedReviews, DecideReviews, type DecisionChange } from '#shared/contract/review-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { findItem, type Rubric } from '#shared/rubric/rubric'
import type { Actor } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { type ReviewedRow, readReviewedRows, writeDecisions } from '../../repositories/assessment-reviews'
import { readWithHistory } from '../../repositories/assessments'
import { type HeldTexts, listHeldTexts } from '../../repositories/content-checks'
import { type DecisionWrite, withDecisions } from '../../repositories/decision-changes'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { rubricOf } from '../assessment/load-sheet'
import {
  type ChangeKind,
  hasRepetition,
  repeatedVerdicts,
  type Settled,
  settleChanges,
} from '../changes/settle-changes'
import { countedOf, loadRecordsOf } from '../records/load-records'
import { readingOf } from '../views/reading'
import { selfScoreView, sheetState } from '../views/sheet-view'
import { type Deciding, judgeDecision, type StandingSides } from './judge-decision'
import { loadDepartment } from './load-department'
import { decisionView } from './review-views'

/**
 * 定分 of any number of items of any number of units, each with its own verdict. The units are settled side by side, so
 * that one which collides delays no other; two round trips in sequence, four where one collides.
 */
export const decideReviews = defineRequest('review.decide', {
  interactive: true,
  schema: DecideReviews,
  load: (input: DecideReviews) => ({
    ...loadDepartment(input),
    records: loadRecordsOf(input.cycleId, unitsOf(input.decisions)),
    held: listHeldTexts(input.cycleId),
    rows: readReviewedRows(
      unitsOf(input.decisions).map(unitId => assessmentId(input.cycleId, unitId)),
      [...new Set(input.decisions.map(({ itemId }) => itemId))],
    ),
  }),
  permit: permissions['review.decide'],
  // The answer was lost, the year has moved on since: what was decided then is told so, the rest is too late.
  repeated: async ({ input: { decisions, departmentId }, loaded: { rows, held }, asker }, refusal) => {
    const settled = await Promise.all(
      byUnit(decisions, rows).map(async ({ unitId, changes, row }) => {
        const sheet = row ? await readWithHistory(row._id) : null
        const verdicts = sheet && repeatedVerdicts<StandingSides>(changes, sheet.history, refusal)
        if (!verdicts) return refusedUnit(unitId, changes, refusal)
        const rubric = await rubricOf(sheet)
        return { unitId, changes, sheet, rubric, verdicts, state: sheetState(sheet, rubric) }
      }),
    )
    return settled.some(unit => 'state' in unit) ? decidedReviews(settled, { departmentId, asker, held }) : null
  },
  act: async ({ input: { decisions, departmentId }, loaded: { cycle, rows, records, held }, asker, now }) => {
    const deciding = { departmentId, cycle, asker, now }
    const units = byUnit(decisions, rows)
    if (units.some(({ changes }) => hasRepetition(changes))) return refuse('call.invalid-input', { field: '定分' })
    const settled = await Promise.all(
      units.map(async ({ unitId, changes, row }) => {
        if (!row) return refusedUnit(unitId, changes, problem('assessment.unknown'))
        const rubric = await rubricOf(row)
        const ofUnit = { ...deciding, rubric, records: countedOf(unitId, records), held: held.get(unitId) }
        const outcome = await settleChanges(decisionsOf(row, ofUnit), changes, row)
        if (outcome instanceof Refusal) return refusedUnit(unitId, changes, outcome.problem)
        return { unitId, ...outcome, rubric, state: sheetState(outcome.sheet, rubric), changes }
      }),
    )
    return decidedReviews(settled, { departmentId, asker, held })
  },
})

type SettledUnit =
  | { unitId: string; verdicts: Verdict<StandingSides>[] }
  | (SettledSheet & { unitId: string; state: UnitState })
type SettledSheet = Settled<ReviewedRow, StandingSides> & { changes: DecisionChange[]; rubric: Rubric }

interface Reader {
  departmentId: string
  asker: Actor
  held: ReadonlyMap<string, HeldTexts>
}

function decidedReviews(settled: SettledUnit[], reader: Reader): DecidedReviews {
  const standing = settled.flatMap(unit => ('state' in unit ? [unit] : []))
  return {
    verdicts: settled.flatMap(({ unitId, verdicts }) => verdicts.map(verdict => ({ ...verdict, unitId }))),
    items: Object.fromEntries(standing.map(unit => [unit.unitId, itemsAfter(unit, reader)])),
    states: Object.fromEntries(standing.map(({ unitId, state }) => [unitId, state])),
  }
}

function decisionsOf(
  row: ReviewedRow,
  deciding: Deciding,
): ChangeKind<DecisionChange, ReviewedRow, StandingSides, DecisionWrite> {
  return {
    judge: (change, standing) => judgeDecision(change, standing, deciding),
    revisionOf: write => write.after.revision,
    write: (sheet, writes) => writeDecisions(sheet, writes, deciding.now),
    withWrites: withDecisions,
    readWithHistory: () => readWithHistory(row._id),
    // Stage and time are judged with each decision; who may decide does not change in between.
    mayStill: () => true,
  }
}

/** One unit that cannot be settled leaves the others alone. */
function refusedUnit(unitId: string, changes: DecisionChange[], why: Problem) {
  const verdicts = changes.map(({ operationId, itemId }): Verdict<StandingSides> => {
    return { kind: 'refused', operationId, itemId, problem: why }
  })
  return { unitId, verdicts }
}

/** Of a sheet that is handed in, and of the department's own items: a refusal tells nothing of any other. */
function itemsAfter(
  { sheet, changes, rubric }: SettledSheet,
  { departmentId, asker, held }: Reader,
): DecidedReviews['items'][string] {
  const isHandedIn = sheet.stage === 'submitted' || sheet.stage === 'checked'
  const look = readingOf(asker, sheet.unitId, held.get(sheet.unitId))
  const own = changes.filter(({ itemId }) => isHandedIn && findItem(rubric, itemId)?.department === departmentId)
  return Object.fromEntries(
    own.map(({ itemId }) => {
      const assessed = lookAtItem(sheet.items[itemId] ?? {}, itemId, look)
      const decision = assessed.reviews?.[departmentId]
      return [
        itemId,
        {
          self: assessed.self ? selfScoreView(assessed.self) : null,
          decision: decision ? decisionView(decision) : null,
        },
      ]
    }),
  )
}

function unitsOf(decisions: readonly DecisionChange[]): string[] {
  return [...new Set(decisions.map(({ unitId }) => unitId))]
}

/** Each unit that is named, what is decided of it, and its row where it has one. */
function byUnit(decisions: readonly DecisionChange[], rows: readonly ReviewedRow[]) {
  return unitsOf(decisions).map(unitId => ({
    unitId,
    changes: decisions.filter(change => change.unitId === unitId),
    row: rows.find(row => row.unitId === unitId),
  }))
}
