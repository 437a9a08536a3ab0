import type { Remark } from './annex-as-read'
import { idsIn } from './ids'
import type { ImportedAnnex } from './rubric-document'
import type { ItemDraft, RubricDraft } from './rubric-draft'
import { squeeze } from './squeeze'

type Adopted = Pick<ImportedAnnex, 'file' | 'places'> & { remarks: Remark[] }

/**
 * A document that is uploaded again, corrected: its rows that the standing year has not are no new duties where a version
 * of this annex was published with the same words since. They keep the id and our lines that they have there.
 *
 * @param standing ids of the year that stands
 * @param published files of published versions, the newest first
 */
export function adoptPublished(
  { file, places, remarks }: Adopted,
  standing: ReadonlySet<string>,
  published: readonly RubricDraft[],
): Adopted {
  const candidates = published
    .filter(({ id }) => id === file.id)
    .flatMap(({ categories }) => categories.flatMap(({ items }) => items))
  const taken = new Set([...standing, ...idsIn([file])])
  const renamed = new Map<string, string>()

  const adopted = (item: ItemDraft): ItemDraft => {
    const same = standing.has(item.id)
      ? undefined
      : candidates.find(({ id, text }) => squeeze(text) === squeeze(item.text) && (id === item.id || !taken.has(id)))
    if (!same) return item
    taken.add(same.id)
    renamed.set(item.id, same.id)
    const { id, shortName, preparation, evidence, notApplicableReasons } = same
    return { ...item, id, shortName, preparation, evidence, ...(notApplicableReasons ? { notApplicableReasons } : {}) }
  }
  const categories = file.categories.map(category => ({ ...category, items: category.items.map(adopted) }))
  const isNews = ({ kind, path: [, category, , item] }: Remark) =>
    kind === 'item-new' && renamed.has(file.categories[Number(category)]?.items[Number(item)]?.id ?? '')
  return {
    file: { ...file, categories },
    places: Object.fromEntries(Object.entries(places).map(([id, place]) => [renamed.get(id) ?? id, place])),
    remarks: remarks.filter(remark => !isNews(remark)),
  }
}
