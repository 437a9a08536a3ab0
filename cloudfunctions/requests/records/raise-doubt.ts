import { assessmentId } from '#shared/assessment/assessment'
import type { Look } from '#shared/content/written'
import { RaiseDoubt, type RaisedDoubt } from '#shared/contract/record-contract'
import { recordedMeasures } from '#shared/records/describe-measures'
import type { RecordDoubt } from '#shared/records/record'
import { showRecords } from '#shared/records/show-records'
import { permissions } from '../../permissions/permissions'
import { readAssessmentRow } from '../../repositories/assessments'
import { readHeldTexts } from '../../repositories/content-checks'
import { readCycle } from '../../repositories/cycles'
import { addDoubt, readDoubt } from '../../repositories/record-doubts'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { rubricOf } from '../assessment/load-sheet'
import { readingOf, readRecords, type UnreadRecords } from '../views/reading'
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
    heldTexts: readHeldTexts(assessmentId(cycleId, unitId)),
  }),
  permit: permissions['record.raise-doubt'],
  repeated: async ({ input, loaded: { held, heldTexts }, asker }) => {
    const known = held.doubts.find(({ _id }) => _id === input.operationId)
    return known && saysTheSame(known, input)
      ? recordsOf(input.unitId, held, readingOf(asker, input.unitId, heldTexts))
      : null
  },
  act: async ({ input, loaded: { assessment, held, heldTexts }, asker, now }) => {
    const { cycleId, unitId, measure, entryId, operationId, text } = input
    const look = readingOf(asker, unitId, heldTexts)
    const known = held.doubts.find(({ _id }) => _id === operationId)
    if (known) return saysTheSame(known, input) ? recordsOf(unitId, held, look) : refuse('operation.reused')

    const asked = recordedMeasures([await rubricOf(assessment)])
    if (!asked.some(described => described.measure === measure)) return refuse('record.unknown-measure')
    const entries = showRecords(unitId, { ...held, doubts: [] }).records[measure]?.entries ?? []
    if (entryId !== null && !entries.some(entry => entry.entryId === entryId)) return refuse('record.unknown-entry')
    const open = held.doubts.filter(({ answer }) => answer === null)
    if (open.length >= maximumOpen) return refuse('doubt.too-many', { maximum: maximumOpen })

    const signature = { name: asker.name, memberId: asker.memberId, at: now }
    const doubt = {
      _id: operationId,
      cycleId,
      unitId,
      measure,
      entryId,
      text,
      signature,
      answer: null,
      unchecked: operationId,
    }
    // Delivered twice at once, or an id that another unit's doubt has.
    const standing = (await addDoubt(doubt)) ? doubt : await readDoubt(operationId)
    if (!standing || !saysTheSame(standing, input)) return refuse('operation.reused')
    return recordsOf(unitId, withDoubt(held, standing), look)
  },
})

function recordsOf(unitId: string, held: UnreadRecords, look: Look): RaisedDoubt {
  const read = readRecords(held, () => look)
  return { records: showRecords(unitId, read) }
}

function withDoubt(held: UnreadRecords, doubt: RecordDoubt): UnreadRecords {
  return { ...held, doubts: [...held.doubts, doubt] }
}

function saysTheSame(doubt: RecordDoubt, { cycleId, unitId, measure, entryId, text }: RaiseDoubt): boolean {
  const isOfUnit = doubt.cycleId === cycleId && doubt.unitId === unitId
  return isOfUnit && doubt.measure === measure && doubt.entryId === entryId && doubt.text === text
}
