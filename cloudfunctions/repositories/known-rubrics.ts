import type { KnownRubrics } from '#shared/rubric-import/rubric-document'
import { currentCycle } from './cycles'
import { listSpelledDepartments } from './departments'
import { everyIdGiven, readVersion, shippedVersions } from './rubric-versions'

/** What an uploaded document is compared with: the annexes of the current cycle, else those that came with the program. */
export async function readKnownRubrics(): Promise<KnownRubrics> {
  const [cycle, departments, retiredIds] = await Promise.all([currentCycle(), listSpelledDepartments(), everyIdGiven()])
  const ids = cycle ? Object.values(cycle.rubricVersionIds) : [...shippedVersions.keys()]
  const versions = await Promise.all(ids.map(readVersion))
  return { files: versions.flatMap(version => (version ? [version.file] : [])), departments, retiredIds }
}
