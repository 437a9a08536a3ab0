import { assessmentId } from '#shared/assessment/assessment'
import type { MakeDocument } from '#shared/contract/office-contract'
import { type VisitRecord, visitRecord } from '#shared/results/visit-record'
import { readSheet } from '../repositories/assessments'
import { readCycle } from '../repositories/cycles'
import { readRubricVersion } from '../repositories/rubric-versions'
import { readUnit } from '../repositories/units'
import { listVisitDrafts } from '../repositories/visit-drafts'
import { readVisitGroup } from '../repositories/visit-groups'
import { yearOf } from './form-rows'

export type AskedVisitRecord = Extract<MakeDocument, { kind: 'visit' }>

/** What a group has noted of one unit, or the same paper with nothing in it. */
export async function readVisitRecord({ cycleId, groupId, unitId, blank }: AskedVisitRecord): Promise<VisitRecord> {
  const [cycle, unit, assessment, group, drafts] = await Promise.all([
    readCycle(cycleId),
    readUnit(unitId),
    readSheet(assessmentId(cycleId, unitId)),
    readVisitGroup(cycleId, groupId),
    blank ? [] : listVisitDrafts(cycleId, [unitId]),
  ])
  const rubric = assessment && (await readRubricVersion(assessment.rubricVersionId))
  if (!cycle || !unit || !assessment || !group || !rubric) throw new Error('The group, the unit or its sheet is gone')
  const supplements = Object.entries(assessment.items).map(([itemId, { supplement }]) => [itemId, supplement] as const)
  return visitRecord({
    rubric,
    unitName: unit.name,
    year: yearOf(cycle),
    groupName: group.name,
    dates: group.days.filter(day => day.unitIds.includes(unitId)).map(({ date }) => date),
    notes: drafts.filter(draft => draft.groupId === groupId).map(({ items }) => items),
    supplements: blank ? {} : Object.fromEntries(supplements),
  })
}
