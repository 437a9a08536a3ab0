import { assessmentId } from '#shared/assessment/assessment'
import type { OneAssessment } from '#shared/contract/assessment-contract'
import type { Rubric } from '#shared/rubric/rubric'
import { readSheet, type StoredSheet } from '../../repositories/assessments'
import { readHeldTexts } from '../../repositories/content-checks'
import { readCycle } from '../../repositories/cycles'
import { readRubricVersion } from '../../repositories/rubric-versions'
import { needed } from '../../request-pipeline/load'

/** What every request about one unit's sheet loads. */
export function loadSheet({ cycleId, unitId }: OneAssessment) {
  return {
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    assessment: needed(readSheet(assessmentId(cycleId, unitId)), 'assessment.unknown'),
    held: readHeldTexts(assessmentId(cycleId, unitId)),
  }
}

/**
 * The annex of the sheet. No round trip but for the first sheet of a version that this release does not carry itself.
 * A version that a sheet names and nobody has is a defect, not a person's mistake.
 */
export async function rubricOf(assessment: Pick<StoredSheet, 'rubricVersionId'>): Promise<Rubric> {
  const rubric = await readRubricVersion(assessment.rubricVersionId)
  if (!rubric) throw new Error(`The rubric version ${assessment.rubricVersionId} is missing`)
  return rubric
}
