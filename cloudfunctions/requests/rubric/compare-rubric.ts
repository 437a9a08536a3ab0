import { CompareRubric } from '#shared/contract/rubric-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { compareRubrics } from '#shared/rubric/compare-rubrics'
import type { Rubric } from '#shared/rubric/rubric'
import { comparableRubric } from '#shared/rubric-import/comparable-rubric'
import { permissions } from '../../permissions/permissions'
import { listCycleRubrics } from '../../repositories/cycles'
import { listSpelledDepartments } from '../../repositories/departments'
import { readUpload } from '../../repositories/rubric-uploads'
import { readVersion, shippedVersionOf } from '../../repositories/rubric-versions'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal } from '../../request-pipeline/refusal'

/**
 * What is other than the year before: than the newest cycle's annex for the same units; for a version that this very cycle
 * uses, than the cycle's before it; else than what came with the program. Compared is what the documents say, not what a
 * cycle has decided of what they leave open.
 */
export const compareRubric = defineRequest('rubric.compare', {
  interactive: false,
  schema: CompareRubric,
  load: ({ with: asked }) => ({
    compared: 'uploadId' in asked ? draftOf(asked) : versionOf(asked.rubricVersionId),
    cycles: listCycleRubrics(),
    departments: listSpelledDepartments(),
  }),
  permit: permissions['rubric.compare'],
  act: async ({ loaded: { compared, cycles, departments } }) => {
    if ('code' in compared) return new Refusal(compared)
    const { rubric } = compared
    const name = `${rubric.annex} ${rubric.title}`
    const used = cycles.map(({ title, rubricVersionIds }) => ({ title, id: rubricVersionIds[rubric.audience] }))
    for (const { title, id } of [...used, { title: null, id: shippedVersionOf(rubric.audience) }]) {
      const before = await versionOf(id)
      if ('code' in before || before.id === compared.id) continue
      return { name, before: { cycleTitle: title }, changes: compareRubrics(before.rubric, rubric, departments) }
    }
    return { name, before: null, changes: [] }
  },
})

interface Compared {
  /** Null for what is no version yet. */
  id: string | null
  rubric: Rubric
}

async function draftOf({ uploadId, annex }: { uploadId: string; annex: number }): Promise<Compared | Problem> {
  const file = (await readUpload(uploadId))?.annexes[annex]?.file
  if (!file) return problem('upload.unknown')
  const rubric = comparableRubric(file)
  return rubric ? { id: null, rubric } : problem('upload.not-comparable')
}

/** A version as its document has it: where a cycle decided otherwise, the version that was decided from. */
async function versionOf(id: string): Promise<Compared | Problem> {
  const version = await readVersion(id)
  if (!version) return problem('rubric.unknown')
  return version.origin.kind === 'decided' ? versionOf(version.origin.from) : { id, rubric: version.rubric }
}
