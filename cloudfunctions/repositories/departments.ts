import { shippedDepartments } from '#rubrics/shipped-rubrics'
import type { Department as SpelledDepartment } from '#shared/rubric/department'
import type { DepartmentId } from '#shared/rubric/rubric'
import { collection } from '../infrastructure/collection'

/** 责任部室, in the order in which the office first entered them. */
export interface Department {
  _id: DepartmentId
  name: string
  order: number
}

const departments = collection<Department>('departments')

export function readDepartment(departmentId: DepartmentId): Promise<Department | null> {
  return departments.read(departmentId)
}

export async function listDepartments(): Promise<Department[]> {
  const all = await departments.list({})
  return all.sort((a, b) => a.order - b.order)
}

/**
 * The county's departments with every spelling that an annex may use: their own names, and what the shipped annexes write
 * for the same department. Before the roster is entered, the departments of the source.
 */
export async function listSpelledDepartments(): Promise<SpelledDepartment[]> {
  const own = await listDepartments()
  if (own.length === 0) return shippedDepartments
  return own.map(({ _id, name }) => {
    const same = shippedDepartments.find(department => department.id === _id || department.name === name)
    return { id: _id, name, writtenAs: [...new Set([name, ...(same?.writtenAs ?? [])])] }
  })
}

/** Adds or replaces each of the departments; one round trip a department, side by side. */
export async function putDepartments(changed: Department[]): Promise<void> {
  await Promise.all(changed.map(departments.put))
}
