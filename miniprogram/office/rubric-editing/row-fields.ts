import type { Department } from '#shared/rubric/department'
import { parsePoints } from '#shared/scoring/points'
import type { Category, Row, RowFields } from './edits'

/** What a typed text says as points in the file: a number, nothing yet (null), or why it says nothing. */
export function readPoints(text: string): { points: number | null } | { why: string } {
  if (text.trim() === '') return { points: null }
  const hundredths = parsePoints(text)
  if (hundredths === null) return { why: '要写成数字，最多两位小数' }
  return hundredths > 0 ? { points: hundredths / 100 } : { why: '要大于0' }
}

/** 组织部、宣传部 → one entry a department. */
export function readDepartments(text: string): string[] {
  return [...new Set(text.split(/[、，,；;/\s]+/u).filter(name => name !== ''))]
}

/**
 * The row scored by that department. Whoever scored it before reads it from now on, where the 项目 names both; a person has
 * chosen, so nothing is left to be confirmed.
 */
export function scoredBy(
  row: Pick<Row, 'department' | 'readers'>,
  department: string,
  { departmentsAsWritten }: Pick<Category, 'departmentsAsWritten'>,
  departments: readonly Department[],
): RowFields {
  const named = departments
    .filter(({ writtenAs }) => writtenAs.some(name => departmentsAsWritten.includes(name)))
    .map(({ id }) => id)
  const readers = [...new Set([row.department, ...(row.readers ?? [])])].filter(
    id => id !== department && id !== '' && named.includes(id),
  )
  return { department, readers, departmentToBeConfirmed: false }
}
