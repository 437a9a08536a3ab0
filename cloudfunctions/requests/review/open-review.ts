import { assessmentId } from '#shared/assessment/assessment'
import { lookAtItem } from '#shared/content/look-at'
import type { Review } from '#shared/contract/review-contract'
import { OpenReview } from '#shared/contract/review-contract'
import { isPicture, type Material, type StoredFile, sourceOf } from '#shared/materials/material'
import { filesShownSmall } from '#shared/materials/personal'
import { fileKeyOf, isHidden } from '#shared/materials/wechat-check'
import { showRecords } from '#shared/records/show-records'
import type { Item } from '#shared/rubric/rubric'
import { usedPhrases } from '#shared/scoring/phrases'
import { filesPerCall, signedAddresses } from '../../infrastructure/storage'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { reviewedSheetPermissions, reviewPermissions } from '../../permissions/review-permissions'
import { reviewsFor } from '../../permissions/roles'
import { doubtPermissions } from '../../permissions/score-check-permissions'
import { listDecisions, noteOpening, type ReviewedRow } from '../../repositories/assessment-reviews'
import type { StoredSheet } from '../../repositories/assessments'
import { type ContentChecks, readChecks } from '../../repositories/content-checks'
import { type FileUse, listOtherUses } from '../../repositories/file-hashes'
import { readDrafts } from '../../repositories/review-drafts'
import { readUnit } from '../../repositories/units'
import { listVisitDrafts } from '../../repositories/visit-drafts'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'
import { loadSheet, rubricOf } from '../assessment/load-sheet'
import { loadRecordsOf, recordsFor } from '../records/load-records'
import { cycleView } from '../views/cycle-view'
import { readingOf, readRecords } from '../views/reading'
import { coming, materialViewsForOthers, sheetState } from '../views/sheet-view'
import { loadDepartment } from './load-department'
import { itemsFor, reviewItem } from './review-views'

export const openReview = defineRequest('review.open', {
  interactive: true,
  schema: OpenReview,
  load: (input: OpenReview) => ({
    ...loadSheet(input),
    ...loadDepartment(input),
    unit: needed(readUnit(input.unitId), 'unit.unknown'),
    records: loadRecordsOf(input.cycleId, [input.unitId]),
    checks: readChecks(assessmentId(input.cycleId, input.unitId)),
  }),
  permit: permissions['review.open'],
  act: async ({ input: { cycleId, departmentId, unitId }, loaded, asker, now }) => {
    const { cycle, assessment, department, unit } = loaded
    const rubric = await rubricOf(assessment)
    const items = itemsFor(rubric, departmentId)
    if (items.length === 0) return refuse('permission.denied')
    const materials = Object.values(assessment.materials).filter(material => proves(material, items))
    const look = readingOf(asker, unitId, loaded.held, [department.name])
    const records = showRecords(
      unitId,
      readRecords(loaded.records, () => look),
    )
    const own = items.filter(item => item.department === departmentId).map(item => item.id)
    const { rubricVersionId, submission } = assessment
    const [drafts, visits, decided, thumbnails, uses] = await Promise.all([
      readDrafts({ cycleId, departmentId, memberId: asker.memberId }, unitId),
      listVisitDrafts(cycleId, [unitId]),
      listDecisions({ cycleId, rubricVersionId }, departmentId, own),
      signedAddresses(thumbnailsOf(materials, loaded.checks)),
      listOtherUses(
        materials.flatMap(({ files }) => files.map(sourceOf)),
        { cycleId, unitId },
      ),
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
      items: items.map(item => {
        const read = lookAtItem(assessment.items[item.id] ?? {}, item.id, look)
        return reviewItem(item, read, departmentId, drafts[item.id], visits, look)
      }),
      materials: materialViewsForOthers(assessment, look, material => proves(material, items)),
      ...sameFiles(assessment.materials, uses),
      coming: coming(assessment),
      ...countOfPictures(assessment),
      records: recordsFor(items, records),
      thumbnails: Object.fromEntries(thumbnails),
      phrases: phrasesOf(decided, departmentId, own),
      abilities: abilitiesOf(
        { ...reviewPermissions, ...reviewedSheetPermissions, ...doubtPermissions },
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

/** Within one unit and year the same file for several items is normal; what is told is who else has it. */
function sameFiles(materials: Record<string, Material>, uses: FileUse[]): Pick<Review, 'sameFiles'> {
  const found = Object.entries(materials).flatMap(([materialId, { files }]) => {
    const sources = new Set(files.map(sourceOf))
    const elsewhere = uses.filter(({ source }) => sources.has(source))
    const named = elsewhere.map(({ unitName, cycleId }) => ({ unitName, cycleId }))
    return named.length > 0 ? [[materialId, named] as const] : []
  })
  return found.length === 0 ? {} : { sameFiles: Object.fromEntries(found) }
}

function proves(material: Material, items: Item[]): boolean {
  return items.some(item => material.items.includes(item.id))
}

/** Those of the first 50 pictures; the page asks for further ones as it comes to them. */
function thumbnailsOf(materials: Material[], checks: ContentChecks | null): string[] {
  const isShown = ({ fileId }: StoredFile) => !isHidden(checks?.files[fileKeyOf(fileId)])
  const pictures = materials.flatMap(filesShownSmall).filter(file => isPicture(file.type) && isShown(file))
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
