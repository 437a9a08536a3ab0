import type { Instant } from '#shared/assessment/assessment'
import { collection, command } from '../infrastructure/collection'

/** One unit has handed in one chosen file in one cycle. */
export interface FileUse {
  /** `source:cycleId:unitId`, so that the same again is the same document. */
  _id: string
  /** sha-256 of the file as it was chosen, before it was shrunk. */
  source: string
  cycleId: string
  unitId: string
  /** As the unit was called then. */
  unitName: string
  at: Instant
}

const uses = collection<FileUse>('file-hashes')

/** Notes who has handed in these files; what is noted already stays. One round trip a file, side by side. */
export async function noteFileUses(
  sources: readonly string[],
  by: Pick<FileUse, 'cycleId' | 'unitId' | 'unitName' | 'at'>,
): Promise<void> {
  await Promise.all(
    [...new Set(sources)].map(source => uses.add({ _id: `${source}:${by.cycleId}:${by.unitId}`, source, ...by })),
  )
}

/** Who else has handed in these files: other units, or the same unit in another cycle. One round trip, none for none. */
export async function listOtherUses(
  sources: readonly string[],
  { cycleId, unitId }: Pick<FileUse, 'cycleId' | 'unitId'>,
): Promise<FileUse[]> {
  if (sources.length === 0) return []
  const found = await uses.list({ source: command.in([...new Set(sources)]) }, { limit: 1000 })
  return found.filter(use => use.unitId !== unitId || use.cycleId !== cycleId)
}
