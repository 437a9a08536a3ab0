import type { Cycle } from '#shared/cycle/cycle'
import type { Audience, Rubric } from '#shared/rubric/rubric'
import type { AssessmentRow } from '../../repositories/assessments'
import { readRubricVersions } from '../../repositories/rubric-versions'
import type { Unit } from '../../repositories/units'

/** A unit that takes part in the cycle, with the audience of the annex by which it is scored. */
export interface Participant {
  unitId: string
  name: string
  audience: Audience
}

/** Those of the units that take part in the cycle, in the county's order. */
export function participantsOf(
  { rubricVersionIds }: Cycle,
  units: readonly Unit[],
  rows: readonly Pick<AssessmentRow, 'unitId' | 'rubricVersionId'>[],
): Participant[] {
  const versionOf = new Map(rows.map(({ unitId, rubricVersionId }) => [unitId, rubricVersionId]))
  return units.flatMap(({ _id: unitId, name, audience }) => {
    const version = versionOf.get(unitId)
    if (version === undefined) return []
    // The roster may have moved the unit to another audience since its sheet was begun.
    const scoredAs = audiences.find(candidate => rubricVersionIds[candidate] === version)
    return [{ unitId, name, audience: scoredAs ?? audience }]
  })
}

/** 附件1 to 4. */
const audiences: readonly Audience[] = ['township', 'system', 'party-government', 'enterprise']

/** The annexes of the cycle in their order; without a round trip once this worker knows them. */
export async function rubricsOf({ rubricVersionIds }: Cycle): Promise<Rubric[]> {
  const ids = audiences.map(audience => rubricVersionIds[audience])
  const rubrics = await readRubricVersions(ids)
  return ids.flatMap(id => rubrics.get(id) ?? [])
}
