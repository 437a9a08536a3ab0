import { type Completeness, completenessOf } from '#shared/assessment/completeness'
import { selfTotals } from '#shared/assessment/self-totals'
import { type Item, type ItemId, maximumOf, type Rubric } from '#shared/rubric/rubric'
import type { Hundredths } from '#shared/scoring/points'
import type { ItemRowView } from '../../components/item-row/item-row'
import type { ItemProgress } from '../../components/progress-strip/progress-strip'
import type { ShownMaterial, ShownSheet } from '../../outbox/overlay'

export interface SheetCategory {
  id: string
  name: string
  points: Hundredths
  total: Hundredths
  rows: ItemRowView[]
}

/** Which part of the 目录 is shown; `below-full` is one of the chair's ways to look. */
export type SheetFilter = 'all' | 'unfilled' | 'asked' | 'without-material' | 'below-full'

/** What a unit's sheet amounts to at this moment: the county's copy with everything that this phone still holds. */
export interface SheetPicture {
  missing: Completeness
  /** Items with a score below their maximum. */
  belowFull: Item[]
  categories: SheetCategory[]
  progress: ItemProgress[][]
  total: Hundredths
  maximum: Hundredths
}

/** Works out every figure that the pages of a unit show. */
export function pictureOf(rubric: Rubric, sheet: ShownSheet): SheetPicture {
  const missing = completenessOf(rubric, sheet)
  const totals = selfTotals(rubric, sheet.items, sheet.cycle.notApplicable)
  const pages = pagesByItem(sheet.materials)
  const asked = new Set(missing.supplementsOpen)
  const unfilled = new Set(missing.unfilled)
  return {
    missing,
    belowFull: missing.filled.filter(item => (sheet.items[item.id]?.self?.score ?? item.points) < item.points),
    categories: totals.categories.map(({ category, total }) => ({
      id: category.id,
      name: category.name,
      points: category.points,
      total,
      rows: category.items.map(item => rowOf(item, sheet, pages.get(item.id) ?? 0, asked.has(item))),
    })),
    progress: rubric.categories.map(({ items }) =>
      items.map(item => (asked.has(item) ? 'asked' : unfilled.has(item) ? 'empty' : 'filled')),
    ),
    total: totals.total,
    maximum: maximumOf(rubric),
  }
}

/** The rows of this part of the 目录; categories without any are left out. */
export function filterRows({ missing, belowFull, categories }: SheetPicture, filter: SheetFilter): SheetCategory[] {
  if (filter === 'all') return categories
  const lists = {
    unfilled: missing.unfilled,
    asked: missing.supplementsOpen,
    'without-material': missing.withoutMaterial,
    'below-full': belowFull,
  }
  const kept = new Set(lists[filter].map(item => item.id))
  return categories
    .map(category => ({ ...category, rows: category.rows.filter(row => kept.has(row.itemId)) }))
    .filter(category => category.rows.length > 0)
}

/** How many pages a material has; one that only names where the original is counts as one. */
export function pagesOf(material: Pick<ShownMaterial, 'files' | 'local'>): number {
  return Math.max(1, material.files.length, material.local.length)
}

function pagesByItem(materials: ShownSheet['materials']): Map<ItemId, number> {
  const pages = new Map<ItemId, number>()
  for (const material of Object.values(materials)) {
    for (const itemId of material.items) pages.set(itemId, (pages.get(itemId) ?? 0) + pagesOf(material))
  }
  return pages
}

function rowOf(item: Item, sheet: ShownSheet, pages: number, isAsked: boolean): ItemRowView {
  const self = sheet.items[item.id]?.self
  const notApplicable = (self?.notApplicable ?? null) !== null
  const score = self?.score ?? null
  const isBare = item.evidence === 'material' && score !== null
  return {
    itemId: item.id,
    number: item.number,
    text: item.text,
    score,
    notApplicable,
    maximum: item.points,
    note: pages > 0 ? `资料 ${pages}` : item.evidence === 'county-record' ? '县总记录' : isBare ? '没附资料' : '',
    asked: isAsked ? '请补充' : undefined,
  }
}
