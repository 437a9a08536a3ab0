import { type Assessment, assessmentId } from '#shared/assessment/assessment'
import { OpenCycle } from '#shared/contract/cycle-contract'
import { type Cycle, deadlinesOf } from '#shared/cycle/cycle'
import { emptyTally } from '#shared/scoring/tally'
import { permissions } from '../../permissions/permissions'
import { addAssessments, listAssessmentRows, setDeadlines } from '../../repositories/assessments'
import { addCycle, readCycle } from '../../repositories/cycles'
import { freezeShippedRubrics, shippedVersionOf } from '../../repositories/rubric-versions'
import { listUnits, type Unit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { cycleView } from '../views/cycle-view'

const HOUR = 3_600_000
const BATCH = 100

/**
 * Opens the year: freezes the annexes, gives every unit its assessment and only then writes the cycle, whose document
 * makes all of it valid. Where it broke off it may be repeated: what stands is kept, what is missing is added.
 */
export const openCycle = defineRequest('cycle.open', {
  interactive: false,
  schema: OpenCycle,
  load: ({ cycleId }) => ({
    existing: readCycle(cycleId),
    units: listUnits(),
    begun: listAssessmentRows(cycleId),
  }),
  permit: permissions['cycle.open'],
  act: async ({ input, loaded: { existing, units, begun }, now }) => {
    if (existing) return refuse('cycle.exists', { title: existing.title })
    if (input.reviewDeadline < input.selfDeadline) return refuse('call.invalid-input', { field: '评分截止' })
    const { cycleId, graceHours, ...settings } = input
    const cycle: Cycle = {
      _id: cycleId,
      ...settings,
      phase: 'self-assessment',
      grace: graceHours * HOUR,
      rubricVersionIds: {
        township: shippedVersionOf('township'),
        system: shippedVersionOf('system'),
        'party-government': shippedVersionOf('party-government'),
        enterprise: shippedVersionOf('enterprise'),
      },
      openedAt: now,
    }
    await freezeShippedRubrics()
    const begunUnits = new Set(begun.map(({ unitId }) => unitId))
    const missing = units.filter(unit => !begunUnits.has(unit._id)).map(unit => newAssessment(cycle, unit))
    for (let from = 0; from < missing.length; from += BATCH) {
      if (!(await addAssessments(missing.slice(from, from + BATCH)))) return refuse('server.busy')
    }
    // Those of an attempt that broke off carry its deadlines.
    if (begun.length > 0) await setDeadlines(cycleId, deadlinesOf(cycle))
    if (!(await addCycle(cycle))) return refuse('cycle.exists', { title: cycle.title })
    return { cycle: cycleView(cycle), assessments: units.length }
  },
})

function newAssessment(cycle: Cycle, unit: Unit): Assessment {
  return {
    _id: assessmentId(cycle._id, unit._id),
    cycleId: cycle._id,
    unitId: unit._id,
    rubricVersionId: cycle.rubricVersionIds[unit.audience],
    stage: 'filling',
    ...deadlinesOf(cycle),
    sentToChair: null,
    sentBackNote: null,
    submission: null,
    openedBy: {},
    items: {},
    materials: {},
    paperSheets: [],
    summary: { self: emptyTally, byDepartment: {}, supplementsOpen: 0, materials: 0 },
    history: [],
  }
}
