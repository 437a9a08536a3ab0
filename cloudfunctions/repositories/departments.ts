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

/** Adds or replaces each of the departments; one round trip a department, side by side. */
export async function putDepartments(changed: Department[]): Promise<void> {
  await Promise.all(changed.map(departments.put))
}
