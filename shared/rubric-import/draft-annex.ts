import type { AnnexAsRead, CategoryAsRead, ItemAsRead, Remark } from './annex-as-read'
import { draftItem } from './draft-item'
import { type FreeIds, freeIds, idPrefix } from './ids'
import { type Match, matchCategories, matchItems } from './match-items'
import type { KnownRubrics } from './rubric-document'
import type { CategoryDraft, ItemDraft, RubricDraft } from './rubric-draft'
import { sumOf } from './sum-of'

export interface DraftedAnnex {
  file: RubricDraft
  remarks: Remark[]
  places: Record<string, string>
}

const noHeadings = ['', '', '', '', '', '']

/**
 * Puts our lines beside the document's words. `known` is the annex that goes on, or null; `takenIds` are all ids ever
 * given. Nothing is taken out of `read`: what cannot be carried over is said.
 */
export function draftAnnex(
  read: AnnexAsRead,
  known: RubricDraft | null,
  { departments }: Pick<KnownRubrics, 'departments'>,
  takenIds: readonly string[],
): DraftedAnnex {
  const matches = known ? matchItems(read, known) : new Map<ItemAsRead, Match>()
  const goingOn = known ? matchCategories(read, known, matches) : new Map<number, CategoryDraft>()
  const ids = freeIds(idPrefix(known, read.annex, takenIds), takenIds)
  const remarks: Remark[] = [...read.remarks]
  const places: Record<string, string> = {}
  let number = 0

  const categories = read.categories.map((category, index): CategoryDraft => {
    const before = goingOn.get(index)
    const items = category.items.map((item, itemIndex): ItemDraft => {
      number += 1
      const match = matches.get(item) ?? null
      const drafted = draftItem({ read: item, match, number, nextId: ids.nextItem, departments })
      const path = ['categories', index, 'items', itemIndex]
      for (const { key, ...remark } of drafted.remarks) {
        remarks.push({ ...remark, path: [...path, key], documentPlace: item.place })
      }
      places[drafted.item.id] = item.place
      return drafted.item
    })
    remarks.push(...categoryRemarks(category, index, before))
    return { ...headOf(category, before, ids), items }
  })

  const fromKnown = known
    ? [...headingRemarks(read, known), ...totalRemarks(categories, known), ...droppedRemarks(known, matches)]
    : []
  return {
    file: {
      id: known?.id ?? `annex-${/\d+/.exec(read.annex)?.[0] ?? 'new'}`,
      annex: read.annex,
      title: read.title,
      audience: known?.audience ?? '',
      audienceAsWritten: read.audienceAsWritten,
      columns: read.columns.map((heading, index) => heading || (known?.columns ?? noHeadings)[index] || ''),
      categories,
    },
    remarks: [...remarks, ...fromKnown],

    places,
  }
}

function headOf({ name, points, departments }: CategoryAsRead, before: CategoryDraft | undefined, ids: FreeIds) {
  const departmentsAsWritten = departments.length > 0 ? departments : (before?.departmentsAsWritten ?? [])
  return { id: before?.id ?? ids.nextCategory(), name, points, departmentsAsWritten }
}

function categoryRemarks(category: CategoryAsRead, index: number, before: CategoryDraft | undefined): Remark[] {
  const remarks: Remark[] = []
  const documentPlace = category.items[0]?.place ?? null
  const add = (kind: Remark['kind'], weight: Remark['weight'], key: string, message: string) =>
    remarks.push({ kind, weight, path: ['categories', index, key], documentPlace, message })
  if (category.points === null) add('points', 'must', 'points', '没有写分值，请补上')
  if (category.departments.length === 0) {
    if (before)
      add(
        'department',
        'look',
        'departmentsAsWritten',
        `旁边没有写责任部室，先按原来的${before.departmentsAsWritten.join('、')}`,
      )
    else add('department', 'must', 'departmentsAsWritten', '旁边没有写责任部室，请补上')
  }
  return remarks
}

function headingRemarks(read: AnnexAsRead, known: RubricDraft): Remark[] {
  return read.columns.flatMap((heading, index) =>
    heading === ''
      ? [note(['columns', index], 'note', 'heading', `的表头没有“${known.columns[index] ?? ''}”一栏，沿用原来的叫法`)]
      : [],
  )
}

/** A total other than last year's is rarely meant. */
function totalRemarks(categories: readonly CategoryDraft[], known: RubricDraft): Remark[] {
  const [total, before] = [categories, known.categories].map(all => sumOf(all.flatMap(({ items }) => items)))
  const isComplete = categories.every(({ items }) => items.every(({ points }) => points !== null))
  return !isComplete || total === before ? [] : [note([], 'look', 'sum', `合计${total}分，原来是${before}分`)]
}

function droppedRemarks(known: RubricDraft, matches: ReadonlyMap<ItemAsRead, Match>): Remark[] {
  const kept = new Set([...matches.values()].map(({ item }) => item.id))
  return known.categories.flatMap(({ name, items }) =>
    items
      .filter(({ id }) => !kept.has(id))
      .map(({ id, number, shortName }) =>
        note([], 'look', 'item-dropped', `里没有了原来“${name}”第${number}项“${shortName}”，编号${id}不再用`),
      ),
  )
}

function note(path: Remark['path'], weight: Remark['weight'], kind: Remark['kind'], message: string): Remark {
  return { kind, weight, path, documentPlace: null, message }
}
