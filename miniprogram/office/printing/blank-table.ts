import { type FormTable, formTable } from '#shared/results/form-table'
import type { Rubric } from '#shared/rubric/rubric'

/** 空表 of one annex: the county's lines at its foot, nothing in it and nobody's name on it. */
export function blankTable(rubric: Rubric, like: Pick<FormTable, 'year' | 'landings'>): FormTable {
  const { year, landings } = like
  return formTable({ rubric, unitName: '', year, landings, items: {}, notApplicable: 'full' }, 'none')
}
