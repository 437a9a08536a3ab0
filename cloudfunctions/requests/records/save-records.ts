import { assessmentId, type Signature } from '#shared/assessment/assessment'
import { SaveRecords } from '#shared/contract/record-contract'
import { type CountyRecordDocument, firstValue, newlyWritten, type RecordEntry } from '#shared/records/record'
import { bodyHash } from '../../infrastructure/canonical-json'
import { permissions } from '../../permissions/permissions'
import { readAssessmentRows } from '../../repositories/assessments'
import { beginRecord, type EntryWrite, readRecord, writeEntries } from '../../repositories/county-records'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { headOf, keepingOf, keptMeasure, loadKeeper } from './load-keeper'

/** New entries of one record, all or none. Two keepers at once collide only where they use the same entry id. */
export const saveRecords = defineRequest('record.save', {
  interactive: true,
  schema: SaveRecords,
  load: (input: SaveRecords) => ({
    ...loadKeeper(input),
    record: readRecord(input.cycleId, input.measure),
    rows: readAssessmentRows(unitsOf(input).map(unitId => assessmentId(input.cycleId, unitId))),
  }),
  permit: permissions['record.save'],
  repeated: async ({ input: { entries }, loaded: { record } }) => {
    const wasSaved = entries.every(entry => record !== null && standingOf(entry, record) === 'same')
    return wasSaved ? { saved: entries.length } : null
  },
  act: async ({ input, loaded, asker, now }) => {
    const { cycleId, departmentId, measure, entries } = input
    const described = keptMeasure(await keepingOf(departmentId, loaded), measure)
    if (!described) return refuse('record.unknown-measure')
    if (new Set(entries.map(({ entryId }) => entryId)).size < entries.length)
      return refuse('call.invalid-input', { field: '记录' })
    if (loaded.rows.length < unitsOf(input).length) return refuse('record.unknown-unit')

    const head = headOf(cycleId, described, loaded.departments)
    const signature = { name: asker.name, memberId: asker.memberId, at: now }
    let record = loaded.record
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const writes = newEntries(entries, record, signature)
      if (writes === null) return refuse('record.exists')
      const write = record === null ? beginRecord : writeEntries
      if (writes.length === 0 || (await write(head, writes))) return { saved: entries.length }
      record = await readRecord(cycleId, measure)
    }
    return refuse('server.busy')
  },
})

type SavedEntry = SaveRecords['entries'][number]

/** What has not been written yet; null where an id stands for something else. */
function newEntries(
  entries: readonly SavedEntry[],
  record: CountyRecordDocument | null,
  signature: Signature,
): EntryWrite[] | null {
  const writes: EntryWrite[] = []
  for (const entry of entries) {
    const standing = record === null ? 'none' : standingOf(entry, record)
    if (standing === 'other') return null
    if (standing === 'same') continue
    const { unitId, entryId, ...value } = entry
    writes.push({ unitId, entryId, before: undefined, after: newlyWritten(value, signature) })
  }
  return writes
}

/** What stands under the entry's id: this very entry, corrected since or not; another value or unit; nothing. */
function standingOf(
  { unitId, entryId, ...value }: SavedEntry,
  record: CountyRecordDocument,
): 'none' | 'same' | 'other' {
  const found = Object.entries(record.entries).filter(([, entries]) => Object.hasOwn(entries, entryId))
  if (found.length === 0) return 'none'
  return found.every(([owner, entries]) => owner === unitId && saysFirst(entries[entryId], value)) ? 'same' : 'other'
}

function saysFirst(entry: RecordEntry | undefined, value: unknown): boolean {
  return entry !== undefined && bodyHash(firstValue(entry)) === bodyHash(value)
}

function unitsOf({ entries }: SaveRecords): string[] {
  return [...new Set(entries.map(({ unitId }) => unitId))]
}
