import type { Assessment, HistoryEntry, Instant } from '#shared/assessment/assessment'
import { type Material, maximumMaterials } from '#shared/materials/material'
import { type Changes, type Conditions, command } from '../infrastructure/collection'
import { assessments, changeAssessment, type StoredSheet } from './assessments'

/** One material to be written in place of `before`; null takes it away. */
export interface MaterialWrite {
  materialId: string
  before: Material | undefined
  after: Material | null
}

/**
 * Writes all of these materials or, where one of them no longer stands as it was read, none (false). Guards on the
 * materials' own revisions, never on a score: linking does not collide with filling in. One round trip.
 */
export function writeMaterials(
  sheet: StoredSheet,
  writes: readonly MaterialWrite[],
  entry: HistoryEntry,
): Promise<boolean> {
  const added = difference(writes)
  return changeAssessment(
    sheet._id,
    {
      ...windowHolds(sheet, entry.at),
      ...Object.fromEntries(writes.map(revisionHolds)),
      ...(added > 0 ? { 'summary.materials': command.lte(maximumMaterials - added) } : {}),
    },
    {
      ...Object.fromEntries(writes.map(change)),
      ...(added === 0 ? {} : { 'summary.materials': command.inc(added) }),
      ...(writes.some(({ after }) => after?.personal) ? { holdsPersonal: true } : {}),
    },
    [entry],
  )
}

/** What the clock reads of a sheet with personal papers. */
export type PersonalSheet = Pick<Assessment, '_id' | 'cycleId' | 'unitId' | 'materials'>

/** Sheets with personal papers whose departments' time was over before then. One round trip. */
export function listPersonalDue(reviewOver: Instant, limit: number): Promise<PersonalSheet[]> {
  const due = { holdsPersonal: true, reviewOpenUntil: command.lt(reviewOver) }
  return assessments.list(due, { fields: ['cycleId', 'unitId', 'materials'], limit })
}

/**
 * Takes the files of personal papers off the sheet; what they were called and where the originals are stays. False where a
 * material has changed meanwhile: the next turn looks again. One round trip.
 */
export function clearPersonalFiles(
  { _id, materials }: PersonalSheet,
  { operationId, at }: Pick<HistoryEntry, 'operationId' | 'at'>,
): Promise<boolean> {
  const personal = Object.entries(materials).filter(([, material]) => material.personal && material.files.length > 0)
  const entry: HistoryEntry = {
    ...{
      operationId,
      bodyHash: '',
      itemId: null,
      part: 'material.purge',
      revision: 0,
      at,
      by: 'clock',
      byName: '到期清除',
    },
    from: personal.map(([materialId, { files }]) => ({ materialId, files: files.length })),
    to: null,
  }
  return changeAssessment(
    _id,
    Object.fromEntries(personal.map(([materialId, before]) => revisionHolds({ materialId, before, after: null }))),
    {
      ...Object.fromEntries(
        personal.map(([materialId, before]) =>
          change({
            materialId,
            before,
            after: { ...before, files: [], purgedAt: at, revision: before.revision + 1 },
          }),
        ),
      ),
      holdsPersonal: false,
    },
    [entry],
  )
}

/** The sheet as it stands after these writes. */
export function withMaterials(sheet: StoredSheet, writes: readonly MaterialWrite[]): StoredSheet {
  const changed = new Map(writes.map(({ materialId, after }) => [materialId, after]))
  const kept = Object.entries(sheet.materials).filter(([materialId]) => !changed.has(materialId))
  const written = [...changed].flatMap(([materialId, after]) => (after ? [[materialId, after] as const] : []))
  return {
    ...sheet,
    materials: Object.fromEntries([...kept, ...written]),
    summary: { ...sheet.summary, materials: sheet.summary.materials + difference(writes) },
  }
}

/** Before 报送 until the sheet closes; afterwards, as 补交, until the departments' time is over. */
function windowHolds({ stage }: StoredSheet, at: Instant): Conditions {
  return stage === 'submitted'
    ? { stage, reviewOpenUntil: command.gte(at) }
    : { stage: command.in(['filling', 'awaiting-chair']), selfOpenUntil: command.gte(at) }
}

function revisionHolds({ materialId, before }: MaterialWrite): [string, unknown] {
  return [`materials.${materialId}.revision`, before === undefined ? command.exists(false) : before.revision]
}

function change({ materialId, after }: MaterialWrite): [string, Changes[string]] {
  return [`materials.${materialId}`, after === null ? command.remove() : command.set(after)]
}

function difference(writes: readonly MaterialWrite[]): number {
  return writes.reduce((sum, { before, after }) => sum + (after ? 1 : 0) - (before ? 1 : 0), 0)
}
