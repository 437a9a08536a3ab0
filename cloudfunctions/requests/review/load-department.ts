import type { DepartmentId } from '#shared/rubric/rubric'
import { readCycle } from '../../repositories/cycles'
import { readDepartment } from '../../repositories/departments'
import { needed } from '../../request-pipeline/load'

/** What every request of a department loads. */
export function loadDepartment({ cycleId, departmentId }: { cycleId: string; departmentId: DepartmentId }) {
  return {
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    department: needed(readDepartment(departmentId), 'department.unknown'),
  }
}
