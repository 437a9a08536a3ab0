import { type Assessment, assessmentId } from '#shared/assessment/assessment'
import { type Cycle, deadlinesOf } from '#shared/cycle/cycle'
import { nextReminder } from '#shared/notices/when'
import { type Audience, audiences } from '#shared/rubric/rubric'
import { emptyTally } from '#shared/scoring/tally'
import { type AssessmentRow, addAssessments, setDeadlines, setRubric } from '../../repositories/assessments'
import type { Unit } from '../../repositories/units'

const BATCH = 100

/** Gives those of the units that have none yet their assessment. False where another does so at the same time. */
export async function beginAssessments(
  cycle: Cycle,
  units: readonly Unit[],
  begun: readonly Pick<AssessmentRow, 'unitId'>[],
): Promise<boolean> {
  const begunUnits = new Set(begun.map(({ unitId }) => unitId))
  const missing = units.filter(unit => !begunUnits.has(unit._id)).map(unit => newAssessment(cycle, unit))
  for (let from = 0; from < missing.length; from += BATCH) {
    if (!(await addAssessments(missing.slice(from, from + BATCH)))) return false
  }
  return true
}

/** Gives all assessments of the cycle its deadlines and its annexes, whatever an earlier attempt has given them. */
export async function alignAssessments(cycle: Cycle, units: readonly Unit[]): Promise<void> {
  const unitIdsOf = (audience: Audience) => units.filter(unit => unit.audience === audience).map(({ _id }) => _id)
  await Promise.all([
    setDeadlines(cycle._id, {
      ...deadlinesOf(cycle),
      remindAt: nextReminder(deadlinesOf(cycle).selfDueAt, cycle.openedAt),
    }),
    ...audiences.map(audience => setRubric(cycle._id, unitIdsOf(audience), cycle.rubricVersionIds[audience])),
  ])
}

function newAssessment(cycle: Cycle, unit: Unit): Assessment {
  return {
    _id: assessmentId(cycle._id, unit._id),
    cycleId: cycle._id,
    unitId: unit._id,
    rubricVersionId: cycle.rubricVersionIds[unit.audience],
    stage: 'filling',
    ...deadlinesOf(cycle),
    // Nobody is reminded of a 演练.
    remindAt: cycle.rehearsal ? null : nextReminder(deadlinesOf(cycle).selfDueAt, cycle.openedAt),
    sentToChair: null,
    sentBackNote: null,
    submission: null,
    openedBy: {},
    items: {},
    materials: {},
    paperSheets: [],
    summary: { self: emptyTally, byDepartment: {}, supplementsOpen: 0, doubtsOpen: 0, doubtsAnswered: 0, materials: 0 },
    history: [],
  }
}
