import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { Audience, Rubric } from '#shared/rubric/rubric'
import { bodyHash } from '../infrastructure/canonical-json'
import { collection } from '../infrastructure/collection'

interface StoredVersion {
  _id: string
  rubric: Rubric
}

const versions = collection<StoredVersion>('rubric-versions')

/** Names a rubric by its content: `township@3f9c…`. Another character anywhere is another version. */
export function rubricVersionId(rubric: Rubric): string {
  return `${rubric.id}@${bodyHash(rubric).slice(0, 12)}`
}

/** The annexes this release carries, by their version ids. */
export const shippedVersions: ReadonlyMap<string, Rubric> = new Map(
  shippedRubrics.map(rubric => [rubricVersionId(rubric), rubric]),
)

/** The version of this release's annex for those units. */
export function shippedVersionOf(audience: Audience): string {
  for (const [id, rubric] of shippedVersions) if (rubric.audience === audience) return id
  throw new Error(`No annex is shipped for ${audience}`)
}

const known = new Map(shippedVersions)

/**
 * A version by its id. A version never changes, so each worker reads one at most once, and those that this release
 * itself carries never: an id is the hash of the words, so they are the same words.
 */
export async function readRubricVersion(id: string): Promise<Rubric | null> {
  const remembered = known.get(id)
  if (remembered) return remembered
  const stored = await versions.read(id)
  if (stored) known.set(id, stored.rubric)
  return stored?.rubric ?? null
}

/** Those versions by id; one parallel round trip at most. */
export async function readRubricVersions(ids: Iterable<string>): Promise<Map<string, Rubric>> {
  const wanted = [...new Set(ids)]
  const found = await Promise.all(wanted.map(readRubricVersion))
  return new Map(wanted.flatMap((id, index) => (found[index] ? [[id, found[index]] as const] : [])))
}

/** Freezes the shipped annexes for a cycle; those frozen before stay as they are. */
export async function freezeShippedRubrics(): Promise<void> {
  await Promise.all([...shippedVersions].map(([_id, rubric]) => versions.add({ _id, rubric })))
}
