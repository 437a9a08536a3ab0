import { Nothing } from '#shared/contract/fields'
import type { RubricVersionRow } from '#shared/contract/rubric-contract'
import { type Audience, audiences } from '#shared/rubric/rubric'
import { namedChoices } from '#shared/rules/decided-choices'
import { permissions } from '../../permissions/permissions'
import { listCycleRubrics } from '../../repositories/cycles'
import { listDecided, listVersions as listStored, type VersionPart } from '../../repositories/rubric-versions'
import { defineRequest } from '../../request-pipeline/define-request'

export const listVersions = defineRequest('rubric.versions', {
  interactive: true,
  schema: Nothing,
  load: () => ({ versions: listStored(), decided: listDecided(), cycles: listCycleRubrics() }),
  permit: permissions['rubric.versions'],
  act: async ({ loaded: { versions, decided, cycles } }) => {
    const uses = cycles.flatMap(({ title, rubricVersionIds }) =>
      Object.values(rubricVersionIds).map(id => ({ title, id: decided.get(id) ?? id })),
    )
    const usedBy = (id: string) => uses.filter(use => use.id === id).map(({ title }) => title)
    return {
      versions: audiences.flatMap(audience =>
        versions.filter(({ file }) => file.audience === audience).map(version => rowOf(version, audience, usedBy)),
      ),
    }
  },
})

function rowOf(
  { _id, file, origin }: VersionPart,
  audience: Audience,
  usedBy: (id: string) => string[],
): RubricVersionRow {
  const { annex, title, audienceAsWritten, categories } = file
  return {
    rubricVersionId: _id,
    annex,
    title,
    audience,
    audienceAsWritten,
    items: categories.reduce((count, { items }) => count + items.length, 0),
    origin:
      origin.kind === 'published'
        ? { fileName: origin.fileName, publishedAt: origin.publishedAt, by: origin.by }
        : 'shipped',
    usedBy: usedBy(_id),
    choices: namedChoices([file]),
  }
}
