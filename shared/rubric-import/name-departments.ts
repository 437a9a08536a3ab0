import { type Department, departmentWrittenAs } from '../rubric/department'
import type { AnnexAsRead, CategoryAsRead } from './annex-as-read'
import { departmentsInCell, unique } from './departments-in-cell'
import { squeeze } from './squeeze'

/**
 * Says of every item which departments stand beside it. An empty cell goes on with what stands above it in its category,
 * as does a row whose last cells are missing. A name that is spread over several rows is read as one.
 */
export function nameDepartments(annex: AnnexAsRead, departments: readonly Department[]): void {
  for (const category of annex.categories) nameInCategory(category, departments)
}

function nameInCategory(category: CategoryAsRead, departments: readonly Department[]): void {
  const isKnown = (written: string) => departmentWrittenAs(departments, written) !== undefined
  const cells = unique(category.items.map(item => item.departmentCell)).filter(cell => squeeze(cell) !== '')
  const together = departmentsInCell(cells.join('\n'), departments)
  const isSpread = cells.some(cell => !departmentsInCell(cell, departments).every(isKnown)) && together.every(isKnown)

  let above: string[] = isSpread || cells.length === 1 ? together : []
  for (const item of category.items) {
    const here = departmentsInCell(item.departmentCell, departments)
    if (!isSpread && here.length > 0) above = here
    item.departments = above
  }
  category.departments = unique(category.items.flatMap(item => item.departments))
}
