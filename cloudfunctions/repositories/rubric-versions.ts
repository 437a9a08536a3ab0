import { shippedDepartments, shippedFiles, shippedRubrics } from '#rubrics/shipped-rubrics'
import type { Instant } from '#shared/assessment/assessment'
import type { Department } from '#shared/rubric/department'
import type { Audience, Rubric } from '#shared/rubric/rubric'
import { idsIn } from '#shared/rubric-import/ids'
import type { RubricDraft } from '#shared/rubric-import/rubric-draft'
import type { Decision } from '#shared/rules/decided-choices'
import { bodyHash } from '../infrastructure/canonical-json'
import { collection, command } from '../infrastructure/collection'

/** An annex that never changes any more. It is only ever added: a correction is another version. */
export interface StoredVersion {
  _id: string
  rubric: Rubric
  /** What the rubric was read from, choices and all, so that a cycle may decide them otherwise. */
  file: RubricDraft
  /** By whose spellings it was read. */
  departments: Department[]
  origin: VersionOrigin
}

export type VersionOrigin =
  | { kind: 'shipped' }
  | { kind: 'published'; uploadId: string; fileName: string; publishedAt: Instant; by: string; memberId: string }
  /** Another version, with what it leaves open decided for a cycle. */
  | { kind: 'decided'; from: string; decisions: Decision[] }

const versions = collection<StoredVersion>('rubric-versions')

/** Names a rubric by its content: `township@3f9c…`. Another character anywhere is another version. */
export function rubricVersionId(rubric: Rubric): string {
  return `${rubric.id}@${bodyHash(rubric).slice(0, 12)}`
}

const shipped: readonly StoredVersion[] = shippedRubrics.flatMap((rubric, index) => {
  const file = shippedFiles[index]
  const origin = { kind: 'shipped' } as const
  return file ? [{ _id: rubricVersionId(rubric), rubric, file, departments: shippedDepartments, origin }] : []
})

/** The annexes this release carries, by their version ids. */
export const shippedVersions: ReadonlyMap<string, Rubric> = new Map(shipped.map(({ _id, rubric }) => [_id, rubric]))

/** The version of this release's annex for those units. */
export function shippedVersionOf(audience: Audience): string {
  for (const [id, rubric] of shippedVersions) if (rubric.audience === audience) return id
  throw new Error(`No annex is shipped for ${audience}`)
}

const known = new Map(shipped.map(version => [version._id, version]))

/**
 * A version by its id, with the file it was read from. It never changes, so each worker reads one at most once, and
 * those that this release itself carries never: an id is the hash of the words, so they are the same words.
 */
export async function readVersion(id: string): Promise<StoredVersion | null> {
  const remembered = known.get(id)
  if (remembered) return remembered
  const stored = await versions.read(id)
  if (stored) known.set(id, stored)
  return stored
}

/** The words of a version; see `readVersion`. */
export async function readRubricVersion(id: string): Promise<Rubric | null> {
  return (await readVersion(id))?.rubric ?? null
}

/** Those versions by id; one parallel round trip at most. */
export async function readRubricVersions(ids: Iterable<string>): Promise<Map<string, Rubric>> {
  const wanted = [...new Set(ids)]
  const found = await Promise.all(wanted.map(readRubricVersion))
  return new Map(wanted.flatMap((id, index) => (found[index] ? [[id, found[index]] as const] : [])))
}

/** Adds versions; where the same words stand already, the version that stands is left alone. */
export async function addVersions(added: readonly StoredVersion[]): Promise<void> {
  await Promise.all(added.map(versions.add))
}

/** A version as a list shows it. */
export type VersionPart = Pick<StoredVersion, '_id' | 'file' | 'origin'>

/**
 * Every version that was published or shipped, by this release or an earlier one, the newest first; not what cycles have
 * decided from them.
 */
export async function listVersions(): Promise<VersionPart[]> {
  const kinds = command.in(['published', 'shipped'])
  const stored = await versions.list({ 'origin.kind': kinds }, { fields: ['file', 'origin'] })
  const all = [...shipped, ...stored.filter(({ _id }) => !shippedVersions.has(_id))]
  return all.sort((a, b) => publishedAt(b) - publishedAt(a))
}

/** Before everything else where it came with the program. */
function publishedAt({ origin }: VersionPart): number {
  return origin.kind === 'published' ? origin.publishedAt : 0
}

/** What cycles have decided otherwise: by the id of each such version, the version that it was decided from. */
export async function listDecided(): Promise<Map<string, string>> {
  const stored = await versions.list({ 'origin.kind': command.in(['decided']) }, { fields: ['origin'] })
  return new Map(stored.flatMap(({ _id, origin }) => (origin.kind === 'decided' ? [[_id, origin.from] as const] : [])))
}

/** Ids of all items and categories that any version has: none of them is ever given to another duty. */
export async function everyIdGiven(): Promise<string[]> {
  return idsIn((await listVersions()).map(({ file }) => file))
}
