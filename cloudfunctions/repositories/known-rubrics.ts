import { idsIn } from '#shared/rubric-import/ids'
import type { KnownRubrics } from '#shared/rubric-import/rubric-document'
import type { RubricDraft } from '#shared/rubric-import/rubric-draft'
import { currentCycle } from './cycles'
import { listSpelledDepartments } from './departments'
import { listVersions, readVersion, shippedVersions } from './rubric-versions'

/** What an uploaded document is compared with, and what was published before it. */
export interface StandingRubrics extends KnownRubrics {
  /** The newest first. */
  published: RubricDraft[]
}

/** The annexes of the current cycle, else those that came with the program. */
export async function readKnownRubrics(): Promise<StandingRubrics> {
  const [cycle, departments, versions] = await Promise.all([currentCycle(), listSpelledDepartments(), listVersions()])
  const ids = cycle ? Object.values(cycle.rubricVersionIds) : [...shippedVersions.keys()]
  const standing = await Promise.all(ids.map(readVersion))
  return {
    files: standing.flatMap(version => (version ? [version.file] : [])),
    departments,
    retiredIds: idsIn(versions.map(({ file }) => file)),
    published: versions.filter(({ origin }) => origin.kind === 'published').map(({ file }) => file),
  }
}
