import * as v from 'valibot'
import { assessmentId } from '#shared/assessment/assessment'
import { type MadeDocument, MakeDocument } from '#shared/contract/office-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { recordedMeasures } from '#shared/records/describe-measures'
import { keptMeasures } from '#shared/records/keeper'
import { scoreAnswer } from '#shared/results/form-table'
import { itemsOf } from '#shared/rubric/rubric'
import { StoredDocument } from '../../documents/tasks'
import { callDocuments } from '../../infrastructure/other-functions'
import { signedAddresses } from '../../infrastructure/storage'
import { permissions } from '../../permissions/permissions'
import { fillsFor, theOffice } from '../../permissions/roles'
import { readSheet, type StoredSheet } from '../../repositories/assessments'
import { readCycle } from '../../repositories/cycles'
import { readRubricVersion } from '../../repositories/rubric-versions'
import { readVisitGroup } from '../../repositories/visit-groups'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { type Refusal, refuse } from '../../request-pipeline/refusal'
import { rubricOf } from '../assessment/load-sheet'
import { rubricsOf } from '../records/participants'

export const makeDocument = defineRequest('document.make', {
  // Word files take seconds: the person sees that one is being made.
  interactive: false,
  schema: MakeDocument,
  load: (input: MakeDocument) => ({
    cycle: needed(readCycle(input.cycleId), 'cycle.none'),
    asked: Promise.resolve(input),
    rubric:
      input.kind === 'blank'
        ? needed(readRubricVersion(input.rubricVersionId), 'rubric.unknown')
        : Promise.resolve(null),
    sheet:
      'unitId' in input
        ? needed(readSheet(assessmentId(input.cycleId, input.unitId)), 'assessment.unknown')
        : Promise.resolve(null),
    group: input.kind === 'visit' ? readVisitGroup(input.cycleId, input.groupId) : Promise.resolve(null),
  }),
  permit: permissions['document.make'],
  act: async ({ input, loaded: { cycle, sheet }, asker }) => {
    if (input.kind === 'records' && !(await isKept(input, cycle))) return refuse('record.unknown-measure')
    const isReady = input.kind !== 'scored' || (sheet !== null && (await isScored(sheet)))
    const readsHeld = theOffice(asker) || ('unitId' in input && fillsFor(asker, input.unitId))
    return isReady ? make(input, readsHeld) : refuse('document.not-ready')
  },
})

async function make(asked: MakeDocument, readsHeld: boolean): Promise<MadeDocument | Refusal> {
  const stored = v.safeParse(StoredDocument, await callDocuments({ task: 'make', asked, readsHeld }))
  if (!stored.success) return refuse('document.failed')
  const { fileName, fileId } = stored.output
  const address = (await signedAddresses([fileId])).get(fileId)
  return address === undefined ? refuse('document.failed') : { fileName, fileId, address }
}

/** Whether who asks for the table of this record is who enters it. */
async function isKept({ departmentId, measure }: Extract<MakeDocument, { kind: 'records' }>, cycle: Cycle) {
  const kept = keptMeasures(departmentId, recordedMeasures(await rubricsOf(cycle)))
  return kept.some(described => described.measure === measure)
}

/** Every item has the 定分 of the department that scores it. */
async function isScored(sheet: StoredSheet): Promise<boolean> {
  return itemsOf(await rubricOf(sheet)).every(item => scoreAnswer(item, sheet.items[item.id]) !== null)
}
