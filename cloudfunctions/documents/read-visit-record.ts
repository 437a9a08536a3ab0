import { assessmentId } from '#shared/assessment/assessment'
import { lookAtItems } from '#shared/content/look-at'
import type { Look } from '#shared/content/written'
import type { MakeDocument } from '#shared/contract/office-contract'
import { type VisitRecord, visitRecord } from '#shared/results/visit-record'
import { readSheet } from '../repositories/assessments'
import { readHeldTexts } from '../repositories/content-checks'
import { readCycle } from '../repositories/cycles'
import { readRubricVersion } from '../repositories/rubric-versions'
import { readUnit } from '../repositories/units'
import { listVisitDrafts, type VisitDrafts } from '../repositories/visit-drafts'
import { readVisitGroup } from '../repositories/visit-groups'
import { readingAs, readNoted } from '../requests/views/reading'
import { yearOf } from './form-rows'

export type AskedVisitRecord = Extract<MakeDocument, { kind: 'visit' }>

/** What a group has noted of one unit, or the same paper with nothing in it. The unit gets it: what is held is not on it. */
export async function readVisitRecord({ cycleId, groupId, unitId, blank }: AskedVisitRecord): Promise<VisitRecord> {
  const [cycle, unit, assessment, group, held, drafts] = await Promise.all([
    readCycle(cycleId),
    readUnit(unitId),
    readSheet(assessmentId(cycleId, unitId)),
    readVisitGroup(cycleId, groupId),
    readHeldTexts(assessmentId(cycleId, unitId)),
    blank ? [] : listVisitDrafts(cycleId, [unitId]),
  ])
  const rubric = assessment && (await readRubricVersion(assessment.rubricVersionId))
  if (!cycle || !unit || !assessment || !group || !rubric) throw new Error('The group, the unit or its sheet is gone')
  const look = readingAs(held)
  const items = Object.entries(lookAtItems(assessment.items, look))
  const supplements = items.map(([itemId, { supplement }]) => [itemId, supplement] as const)
  return visitRecord({
    rubric,
    unitName: unit.name,
    year: yearOf(cycle),
    groupName: group.name,
    dates: group.days.filter(day => day.unitIds.includes(unitId)).map(({ date }) => date),
    notes: drafts.filter(draft => draft.groupId === groupId).map(draft => notesOf(draft, look)),
    supplements: blank ? {} : Object.fromEntries(supplements),
  })
}

function notesOf(draft: VisitDrafts, look: Look) {
  return Object.fromEntries(
    Object.keys(draft.items).flatMap(itemId => {
      const noted = readNoted(draft, itemId, look)
      return noted ? [[itemId, noted] as const] : []
    }),
  )
}
