import { assessmentId } from '#shared/assessment/assessment'
import type { Review } from '#shared/contract/review-contract'
import { OpenReview } from '#shared/contract/review-contract'
import { isPicture, type Material, type StoredFile } from '#shared/materials/material'
import { fileKeyOf, isHidden } from '#shared/materials/wechat-check'
import type { Item } from '#shared/rubric/rubric'
import { usedPhrases } from '#shared/scoring/phrases'
import { filesPerCall, signedAddresses } from '../../infrastructure/storage'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { reviewedSheetPermissions, reviewPermissions } from '../../permissions/review-permissions'
import { reviewsFor } from '../../permissions/roles'
import { listDecisions, noteOpening, type ReviewedRow } from '../../repositories/assessment-reviews'
import type { StoredSheet } from '../../repositories/assessments'
import { type ContentChecks, readChecks } from '../../repositories/content-checks'
import { readDrafts } from '../../repositories/review-drafts'
import { readUnit } from '../../repositories/units'
import { listVisitDrafts } from '../../repositories/visit-drafts'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { loadSheet, rubricOf } from '../assessment/load-sheet'
import { loadRecordsOfUnit, recordsFor } from '../records/load-records'
import { cycleView } from '../views/cycle-view'
import { coming, materialViews, sheetState } from '../views/sheet-view'
import { loadDepartment } from './load-department'
import { itemsFor, reviewItem } from './review-views'

export const openReview = defineRequest('review.open', {
  interactive: true,
  schema: OpenReview,
  load: (input: OpenReview) => ({
    ...loadSheet(input),
    ...loadDepartment(input),
    unit: needed(readUnit(input.unitId), 'unit.unknown'),
    records: loadRecordsOfUnit(input.cycleId, input.unitId),
    checks: readChecks(assessmentId(input.cycleId, input.unitId)),
  }),
  permit: permissions['review.open'],
  act: async ({ input: { cycleId, departmentId, unitId }, loaded, asker, now }) => {
    const { cycle, assessment, department, unit } = loaded
    const rubric = await rubricOf(assessment)
    const items = itemsFor(rubric, departmentId)
    if (items.length === 0) return refuse('permission.denied')
    const materials = Object.values(assessment.materials).filter(material => proves(material, items))
    const own = items.filter(item => item.department === departmentId).map(item => item.id)
    const { rubricVersionId, submission } = assessment
    const [drafts, visits, decided, thumbnails] = await Promise.all([
      readDrafts({ cycleId, departmentId, memberId: asker.memberId }, unitId),
      listVisitDrafts(cycleId, [unitId]),
      listDecisions({ cycleId, rubricVersionId }, departmentId, own),
      signedAddresses(thumbnailsOf(materials, loaded.checks)),
      // The office's look is no opening by the department.
      reviewsFor(asker, departmentId) &&
        assessment.openedBy[departmentId] === undefined &&
        noteOpening(assessment, departmentId, now),
    ])
    return {
      cycle: cycleView(cycle),
      departmentId,
      departmentName: department.name,
      unit: { unitId, name: unit.name, audience: unit.audience },
      rubricVersionId,
      state: sheetState(assessment, rubric),
      submittedAt: submission?.signature.at ?? null,
      late: submission?.late ?? false,
      items: items.map(item => reviewItem(item, assessment.items[item.id], departmentId, drafts[item.id], visits)),
      materials: materialViews(assessment, material => proves(material, items)),
      coming: coming(assessment),
      ...countOfPictures(assessment),
      records: recordsFor(items, loaded.records),
      thumbnails: Object.fromEntries(thumbnails),
      phrases: phrasesOf(decided, departmentId, own),
      abilities: abilitiesOf(
        { ...reviewPermissions, ...reviewedSheetPermissions },
        asker,
        { departmentId },
        loaded,
        now,
      ),
    }
  },
})

function countOfPictures({ visitPictures = {} }: StoredSheet): Pick<Review, 'visitPictures'> {
  const count = Object.keys(visitPictures).length
  return count === 0 ? {} : { visitPictures: count }
}

function proves(material: Material, items: Item[]): boolean {
  return items.some(item => material.items.includes(item.id))
}

/** Those of the first 50 pictures; the page asks for further ones as it comes to them. */
function thumbnailsOf(materials: Material[], checks: ContentChecks | null): string[] {
  const isShown = ({ fileId }: StoredFile) => !isHidden(checks?.files[fileKeyOf(fileId)])
  const pictures = materials.flatMap(material => material.files.filter(file => isPicture(file.type) && isShown(file)))
  return pictures.flatMap(file => file.thumbnailId ?? []).slice(0, filesPerCall)
}

function phrasesOf(decided: ReviewedRow[], departmentId: string, itemIds: string[]): Review['phrases'] {
  return Object.fromEntries(
    itemIds.map(itemId => [
      itemId,
      usedPhrases(decided.flatMap(row => row.items[itemId]?.reviews?.[departmentId]?.reasons ?? [])),
    ]),
  )
}
