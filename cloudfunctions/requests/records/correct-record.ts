import { CorrectRecord, type RecordOfUnit } from '#shared/contract/record-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { correctionBy, type EntryValue, type RecordDoubt, type RecordEntry } from '#shared/records/record'
import type { Actor } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import type { HeldTexts } from '../../repositories/content-checks'
import { type RecordPart, readRecordOf, writeEntries } from '../../repositories/county-records'
import type { Department } from '../../repositories/departments'
import { listDoubtsOf } from '../../repositories/record-doubts'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { readDoubts } from '../views/reading'
import { headOf, keepingOf, keptMeasure, loadKeeper } from './load-keeper'
import { recordOfUnit } from './record-view'
import { settleCorrection } from './settle-correction'

/** Another value for one entry, or none: what stood there is kept, and units see it. */
export const correctRecord = defineRequest('record.correct', {
  // Where it answers a 有出入 it writes twice, one after the other.
  interactive: false,
  schema: CorrectRecord,
  load: (input: CorrectRecord) => ({
    ...loadKeeper(input),
    record: readRecordOf(input.cycleId, input.measure, input.unitId),
    doubts: listDoubtsOf(input.cycleId, [input.unitId]),
  }),
  permit: permissions['record.correct'],
  repeated: async scene => {
    const entry = entryIn(scene.loaded.record, scene.input)
    if (!entry || !correctionBy(entry, scene.input.operationId)) return null
    const answer = await correct(scene)
    return answer instanceof Refusal ? null : answer
  },
  act: scene => correct(scene),
})

interface CorrectionScene {
  input: CorrectRecord
  loaded: {
    cycle: Cycle
    departments: Department[]
    heldTexts: ReadonlyMap<string, HeldTexts>
    record: RecordPart | null
    doubts: RecordDoubt[]
  }
  asker: Actor
  now: number
}

async function correct({ input, loaded, asker, now }: CorrectionScene): Promise<RecordOfUnit | Refusal> {
  const { cycleId, departmentId, measure, unitId, entryId } = input
  const keeping = await keepingOf(departmentId, loaded)
  const described = keptMeasure(keeping, measure)
  if (!described) return refuse('record.unknown-measure')
  if (!loaded.record) return refuse('record.unknown-entry')

  const head = headOf(cycleId, described, loaded.departments)
  const signature = { name: asker.name, memberId: asker.memberId, at: now }
  const settled = await settleCorrection<RecordPart, EntryValue | null>(
    { thing: loaded.record, to: input.to, input, doubts: loaded.doubts, signature, by: keeping.name },
    {
      valueIn: record => entryIn(record, input),
      withValue: (record, after) => withEntry(record, input, after),
      write: (before, after) => writeEntries(head, [{ unitId, entryId, before, after }]),
      readAgain: () => readRecordOf(cycleId, measure, unitId),
      fits: doubt => isOfEntry(doubt, input),
    },
  )
  if (settled instanceof Refusal) return settled
  return recordOfUnit(input, settled.thing, readDoubts(settled.doubts, asker, loaded.heldTexts, keeping.name))
}

type OneEntry = Pick<CorrectRecord, 'unitId' | 'entryId'>

function entryIn(record: RecordPart | null, { unitId, entryId }: OneEntry): RecordEntry | undefined {
  const entries = record?.entries[unitId] ?? {}
  return Object.hasOwn(entries, entryId) ? entries[entryId] : undefined
}

function withEntry(record: RecordPart, { unitId, entryId }: OneEntry, after: RecordEntry): RecordPart {
  return { ...record, entries: { ...record.entries, [unitId]: { ...record.entries[unitId], [entryId]: after } } }
}

/** A doubt about a missing entry may be answered by correcting any. */
function isOfEntry(doubt: RecordDoubt, { measure, entryId }: CorrectRecord): boolean {
  return doubt.measure === measure && (doubt.entryId === null || doubt.entryId === entryId)
}
