import { assessmentId } from '#shared/assessment/assessment'
import { RaiseDoubt } from '#shared/contract/record-contract'
import { recordedMeasures } from '#shared/records/describe-measures'
import type { RecordDoubt } from '#shared/records/record'
import { type StoredRecords, showRecords } from '#shared/records/show-records'
import { permissions } from '../../permissions/permissions'
import { readAssessmentRow } from '../../repositories/assessments'
import { readCycle } from '../../repositories/cycles'
import { addDoubt, readDoubt } from '../../repositories/record-doubts'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { rubricOf } from '../assessment/load-sheet'
import { loadRecordsOf } from './load-records'

/** A unit that has more open questions than this is better telephoned. */
const maximumOpen = 20

/** 有出入: one line to whoever keeps the record. It changes no figure. */
export const raiseDoubt = defineRequest('record.raise-doubt', {
  interactive: true,
  schema: RaiseDoubt,
  load: ({ cycleId, unitId }: RaiseDoubt) => ({
    cycle: needed(readCycle(cycleId), 'cycle.none'),
    assessment: needed(readAssessmentRow(assessmentId(cycleId, unitId)), 'assessment.unknown'),
    held: loadRecordsOf(cycleId, [unitId]),
  }),
  permit: permissions['record.raise-doubt'],
  repeated: async ({ input, loaded: { held } }) => {
    const known = held.doubts.find(({ _id }) => _id === input.operationId)
    return known && saysTheSame(known, input) ? { records: showRecords(input.unitId, held) } : null
  },
  act: async ({ input, loaded: { assessment, held }, asker, now }) => {
    const { cycleId, unitId, measure, entryId, operationId, text } = input
    const known = held.doubts.find(({ _id }) => _id === operationId)
    if (known) return saysTheSame(known, input) ? { records: showRecords(unitId, held) } : refuse('operation.reused')

    const asked = recordedMeasures([await rubricOf(assessment)])
    if (!asked.some(described => described.measure === measure)) return refuse('record.unknown-measure')
    const entries = showRecords(unitId, held).records[measure]?.entries ?? []
    if (entryId !== null && !entries.some(entry => entry.entryId === entryId)) return refuse('record.unknown-entry')
    const open = held.doubts.filter(({ answer }) => answer === null)
    if (open.length >= maximumOpen) return refuse('doubt.too-many', { maximum: maximumOpen })

    const signature = { name: asker.name, memberId: asker.memberId, at: now }
    const doubt = { _id: operationId, cycleId, unitId, measure, entryId, text, signature, answer: null }
    // Delivered twice at once, or an id that another unit's doubt has.
    const standing = (await addDoubt(doubt)) ? doubt : await readDoubt(operationId)
    if (!standing || !saysTheSame(standing, input)) return refuse('operation.reused')
    return { records: showRecords(unitId, withDoubt(held, standing)) }
  },
})

function withDoubt(held: StoredRecords, doubt: RecordDoubt): StoredRecords {
  return { ...held, doubts: [...held.doubts, doubt] }
}

function saysTheSame(doubt: RecordDoubt, { cycleId, unitId, measure, entryId, text }: RaiseDoubt): boolean {
  const isOfUnit = doubt.cycleId === cycleId && doubt.unitId === unitId
  return isOfUnit && doubt.measure === measure && doubt.entryId === entryId && doubt.text === text
}
