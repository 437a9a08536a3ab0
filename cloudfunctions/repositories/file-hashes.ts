import type { Instant } from '#shared/assessment/assessment'
import { collection, command } from '../infrastructure/collection'

/** One unit has handed in one chosen file in one cycle, in one material. */
export interface FileUse {
  /** `source:cycleId:unitId:materialId`: the same again is the same document, and one material's going leaves another's. */
  _id: string
  /** sha-256 of the file as it was chosen, before it was shrunk. */
  source: string
  cycleId: string
  unitId: string
  materialId: string
  /** As the unit was called then. */
  unitName: string
  at: Instant
}

const uses = collection<FileUse>('file-hashes')

/** Notes who has handed in these files; what is noted already stays. One round trip a file, side by side. */
export async function noteFileUses(
  sources: readonly string[],
  by: Pick<FileUse, 'cycleId' | 'unitId' | 'materialId' | 'unitName' | 'at'>,
): Promise<void> {
  const { cycleId, unitId, materialId } = by
  await Promise.all(
    [...new Set(sources)].map(source =>
      uses.add({ _id: `${source}:${cycleId}:${unitId}:${materialId}`, source, ...by }),
    ),
  )
}

/** Nothing of these materials is handed in any more. Repeating it is harmless. One round trip, none for none. */
export async function forgetFileUses(
  materialIds: readonly string[],
  { cycleId, unitId }: Pick<FileUse, 'cycleId' | 'unitId'>,
): Promise<void> {
  if (materialIds.length > 0) await uses.remove({ cycleId, unitId, materialId: command.in([...materialIds]) })
}

/** Of practice units that are gone. One round trip. */
export async function forgetUnits(unitIds: readonly string[], cycleId: string): Promise<void> {
  await uses.remove({ cycleId, unitId: command.in([...unitIds]) })
}

/**
 * Who else has handed in these files: other units, or the same unit in another cycle; each file once a unit and cycle. One
 * round trip, none for none.
 */
export async function listOtherUses(
  sources: readonly string[],
  { cycleId, unitId }: Pick<FileUse, 'cycleId' | 'unitId'>,
): Promise<FileUse[]> {
  if (sources.length === 0) return []
  const found = await uses.list({ source: command.in([...new Set(sources)]) }, { limit: 1000 })
  const elsewhere = found.filter(use => use.unitId !== unitId || use.cycleId !== cycleId)
  return [...new Map(elsewhere.map(use => [`${use.source}:${use.cycleId}:${use.unitId}`, use])).values()]
}
