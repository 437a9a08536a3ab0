import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { Rubric } from '#shared/rubric/rubric'

/** A shipped annex by its name as printed: 附件1 … 附件4. */
export function annexOf(annex: string): Rubric {
  const rubric = shippedRubrics.find(candidate => candidate.annex === annex)
  if (!rubric) throw new Error(`no ${annex} is shipped`)
  return rubric
}
