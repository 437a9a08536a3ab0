import { type ImportedTargets, ImportTargets } from '#shared/contract/target-contract'
import { withCells } from '#shared/targets/target-grid'
import { permissions } from '../../permissions/permissions'
import { readCycle } from '../../repositories/cycles'
import { readImport } from '../../repositories/imports'
import {
  beginTargets,
  keepTargets,
  readTargetsWithChanges,
  replaceTargets,
  type TargetsDocument,
} from '../../repositories/targets'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'

/** Makes the previewed table count, all of it by one write upon the revision that was previewed. */
export const importTargets = defineRequest('target.import', {
  // Beside the load it keeps what is replaced and writes; the person waits for a whole county.
  interactive: false,
  schema: ImportTargets,
  load: (input: ImportTargets) => ({
    cycle: needed(readCycle(input.cycleId), 'cycle.none'),
    previewed: readImport(input.ticketId),
    standing: readTargetsWithChanges(input.cycleId),
  }),
  permit: permissions['target.import'],
  repeated: async ({ input, loaded }) => importedBefore(loaded.standing, input.ticketId),
  act: async ({ input: { cycleId, ticketId }, loaded: { previewed, standing }, asker: { name, memberId }, now }) => {
    const before = importedBefore(standing, ticketId)
    if (before) return before
    if (previewed?.kind !== 'targets' || previewed.cycleId !== cycleId) return refuse('table.not-previewed')
    const { problems, revision, cells, fileName } = previewed
    if (problems > 0) return refuse('table.faulty', { count: problems })
    if ((standing?.revision ?? 0) !== revision) return refuse('table.outdated')

    await (standing ? keepTargets(standing) : beginTargets(cycleId))
    const imported = { revision: revision + 1, changes: cells.length }
    const signature = { name, memberId, at: now }
    const change = { kind: 'import', operationId: ticketId, signature, fileName, ...imported } as const
    if (await replaceTargets(cycleId, withCells(standing?.units ?? {}, cells), change)) return imported
    // Delivered twice at once, or somebody changed the table in that very moment.
    return importedBefore(await readTargetsWithChanges(cycleId), ticketId) ?? refuse('table.outdated')
  },
})

/** The first answer to an import that was carried out before; null where it was not. */
function importedBefore(standing: TargetsDocument | null, ticketId: string): ImportedTargets | null {
  const done = standing?.changes.find(({ operationId }) => operationId === ticketId)
  return done?.kind === 'import' ? { revision: done.revision, changes: done.changes } : null
}
