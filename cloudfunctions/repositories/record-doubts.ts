import type { RecordDoubt } from '#shared/records/record'
import { collection, command } from '../infrastructure/collection'

export const recordDoubts = collection<RecordDoubt>('record-doubts')

/** What those units have said of the records about them. One round trip. */
export function listDoubtsOf(cycleId: string, unitIds: readonly string[]): Promise<RecordDoubt[]> {
  return recordDoubts.list({ cycleId, unitId: command.in([...unitIds]) })
}
