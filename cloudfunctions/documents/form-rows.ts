import { lookAtMaterials } from '#shared/content/look-at'
import type { Look } from '#shared/content/written'
import type { Form } from '#shared/contract/office-contract'
import type { Cycle } from '#shared/cycle/cycle'
import type { DocumentKind } from '#shared/results/document-name'
import { type FilledColumns, type FormTable, formTable } from '#shared/results/form-table'
import { materialsList } from '#shared/results/materials-list'
import type { Rubric } from '#shared/rubric/rubric'
import type { StoredSheet } from '../repositories/assessments'
import type { County } from '../repositories/counties'
import type { Unit } from '../repositories/units'

interface Printed {
  cycle: Cycle
  rubric: Rubric
  /** Null before the county is founded, which no cycle precedes. */
  county: County | null
}

/** 2026年度: of a cycle and of its rehearsal alike. */
export function yearOf({ _id }: Cycle): string {
  return `${_id.slice(0, 4)}年度`
}

/** The rows of an empty annex. */
export function blankForm({ cycle, rubric, county }: Printed): FormTable {
  return table({ cycle, rubric, county }, '', {}, 'none')
}

/** The rows of a unit's form: what screen and paper show alike. */
export function unitForm(
  kind: Exclude<DocumentKind, 'blank'>,
  { cycle, rubric, county, unit, assessment }: Printed & { unit: Unit; assessment: StoredSheet },
  look: Look,
): Form {
  const unitName = unit.name
  if (kind !== 'materials') {
    const filled = kind === 'self' ? 'self' : 'self-and-score'
    return { kind, table: table({ cycle, rubric, county }, unitName, assessment.items, filled) }
  }
  return {
    kind,
    list: materialsList({
      rubric,
      unitName,
      year: yearOf(cycle),
      materials: lookAtMaterials(assessment.materials, look),
    }),
  }
}

function table(
  { cycle, rubric, county }: Printed,
  unitName: string,
  items: StoredSheet['items'],
  filled: FilledColumns,
): FormTable {
  const { notApplicable } = cycle
  const landings = county?.landings ?? []
  return formTable({ rubric, unitName, year: yearOf(cycle), landings, items, notApplicable }, filled)
}
