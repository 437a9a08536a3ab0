import { OpenCycle } from '#shared/contract/cycle-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { permissions } from '../../permissions/permissions'
import { listAssessmentRows } from '../../repositories/assessments'
import { addCycle, readCycle } from '../../repositories/cycles'
import { addVersions } from '../../repositories/rubric-versions'
import { listUnits } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { cycleView } from '../views/cycle-view'
import { alignAssessments, beginAssessments } from './begin-assessments'
import { chooseVersions } from './choose-versions'

const HOUR = 3_600_000

/**
 * Opens the year: freezes the annexes as chosen and decided, gives every unit its assessment and only then writes the cycle, whose document
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
    const { cycleId, graceHours, rubricVersionIds: asked, decided, ...settings } = input
    const chosen = await chooseVersions({ rubricVersionIds: asked, decided })
    if ('code' in chosen) return new Refusal(chosen)
    const { versions, rubricVersionIds, decisions } = chosen
    const cycle: Cycle = {
      _id: cycleId,
      ...settings,
      phase: 'self-assessment',
      grace: graceHours * HOUR,
      rubricVersionIds,
      decisions,
      openedAt: now,
      untold: ['year-opened'],
    }
    await addVersions(versions)
    if (!(await beginAssessments(cycle, units, begun))) return refuse('server.busy')
    // Those of an attempt that broke off carry its deadlines and its annexes.
    if (begun.length > 0) await alignAssessments(cycle, units)
    if (!(await addCycle(cycle))) {
      // Somebody opened it in the meantime: deadlines and annexes are those of the cycle that stands.
      const standing = await readCycle(cycleId)
      if (standing) await alignAssessments(standing, units)
      return refuse('cycle.exists', { title: standing?.title ?? cycle.title })
    }
    return { cycle: cycleView(cycle), assessments: units.length }
  },
})
