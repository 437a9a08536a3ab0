import type { Material } from '../materials/material'
import { type Item, type ItemId, itemsOf, type Rubric } from '../rubric/rubric'
import type { SelfScore, SupplementRequest } from './assessment'
import { isSupplementOpen, selfAnswer } from './summarize'

/** As much of a sheet as says what is missing: of the stored document, or of what the unit's phone shows. */
export interface FilledSheet {
  items: Record<
    ItemId,
    { self?: Pick<SelfScore, 'score' | 'notApplicable'> | null; supplement?: SupplementRequest | null }
  >
  materials: Record<string, Pick<Material, 'items'>>
}

/** What is still missing on a sheet, each list in the order of the annex. */
export interface Completeness {
  filled: Item[]
  /** Neither a score nor 不涉及: these block 报送. */
  unfilled: Item[]
  /** Filled with a score, nothing linked, and the county has no record of its own: stated, never blocking. */
  withoutMaterial: Item[]
  /** 县总有记录，不用准备. */
  countyHeld: Item[]
  supplementsOpen: Item[]
}

/** Says what is missing. An item whose basis is the county's own record never asks for material. */
export function completenessOf(rubric: Rubric, sheet: FilledSheet): Completeness {
  const proven = new Set(Object.values(sheet.materials).flatMap(material => material.items))
  const items = itemsOf(rubric)
  const filled = items.filter(item => selfAnswer(sheet.items[item.id]?.self) !== null)
  return {
    filled,
    unfilled: items.filter(item => selfAnswer(sheet.items[item.id]?.self) === null),
    withoutMaterial: filled.filter(
      item =>
        item.evidence === 'material' &&
        !proven.has(item.id) &&
        selfAnswer(sheet.items[item.id]?.self) !== 'not-applicable',
    ),
    countyHeld: items.filter(item => item.evidence === 'county-record'),
    supplementsOpen: items.filter(item => isSupplementOpen(sheet.items[item.id])),
  }
}
