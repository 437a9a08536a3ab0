import type { OpenCycle } from '#shared/contract/cycle-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { type Problem, problem } from '#shared/errors/problems'
import { parseRubric } from '#shared/rubric/parse-rubric'
import { type Audience, audiences } from '#shared/rubric/rubric'
import { type Decision, decidedValues, namedChoices } from '#shared/rules/decided-choices'
import { readVersion, rubricVersionId, type StoredVersion, shippedVersionOf } from '../../repositories/rubric-versions'

/** What a cycle is opened with: the version of each audience, to be frozen first, and what was decided. */
export interface ChosenVersions extends Required<Pick<Cycle, 'rubricVersionIds' | 'decisions'>> {
  versions: StoredVersion[]
}

/**
 * Takes the chosen version of each audience, else the shipped one, and settles what they leave open as the office decided;
 * what it did not decide stands as in the annex. What was decided otherwise is a version of its own.
 */
export async function chooseVersions({
  rubricVersionIds = {},
  decided = {},
}: Pick<OpenCycle, 'rubricVersionIds' | 'decided'>): Promise<ChosenVersions | Problem> {
  const chosen: StoredVersion[] = []
  for (const audience of audiences) {
    const version = await readVersion(rubricVersionIds[audience] ?? shippedVersionOf(audience))
    if (!version) return problem('rubric.unknown')
    if (version.rubric.audience !== audience) return problem('rubric.wrong-audience')
    chosen.push(version)
  }
  const files = chosen.map(({ file }) => file)
  const choices = namedChoices(files)
  const values = decidedValues(files, decided)
  const unknown = Object.entries(decided).find(([name, option]) => !decidedValues(files, { [name]: option }))
  if (!values || unknown) return problem('rubric.undecided', { name: unknown?.[0] ?? '' })

  const versions: StoredVersion[] = []
  for (const version of chosen) {
    const parsed = parseRubric(version.file, version.departments, values)
    if ('problems' in parsed) return problem('rubric.undecided', { name: choices[0]?.name ?? '' })
    const named = namedChoices([version.file]).map(({ name }) => name)
    versions.push(settled(version, parsed.rubric, decisionsIn(decided, named)))
  }
  const ids = new Map<Audience, string>(versions.map(({ _id, rubric }) => [rubric.audience, _id]))
  const idOf = (audience: Audience) => ids.get(audience) ?? shippedVersionOf(audience)
  return {
    versions,
    rubricVersionIds: {
      township: idOf('township'),
      system: idOf('system'),
      'party-government': idOf('party-government'),
      enterprise: idOf('enterprise'),
    },
    decisions: choices.flatMap(({ name, standing }) => {
      const option = decided[name] ?? standing
      return option === null ? [] : [{ choice: name, option }]
    }),
  }
}

/** The version itself where nothing was decided otherwise. */
function settled(version: StoredVersion, rubric: StoredVersion['rubric'], decisions: Decision[]): StoredVersion {
  const _id = rubricVersionId(rubric)
  if (_id === version._id) return version
  const from = version.origin.kind === 'decided' ? version.origin.from : version._id
  return { ...version, _id, rubric, origin: { kind: 'decided', from, decisions } }
}

function decisionsIn(decided: Readonly<Record<string, string>>, names: readonly string[]): Decision[] {
  return Object.entries(decided)
    .filter(([name]) => names.includes(name))
    .map(([choice, option]) => ({ choice, option }))
}
