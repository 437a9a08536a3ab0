import { assessmentId } from '#shared/assessment/assessment'
import {
  type ContentList,
  ListContent,
  maximumTextsToLookAt,
  type PictureToLookAt,
} from '#shared/contract/content-contract'
import type { FileCheck } from '#shared/materials/wechat-check'
import { filesPerCall, signedAddresses } from '../../infrastructure/storage'
import { permissions } from '../../permissions/permissions'
import { listMaterials } from '../../repositories/assessments'
import { listFindings } from '../../repositories/content-checks'
import { listDepartments } from '../../repositories/departments'
import { listUnits } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { signatureView } from '../views/signature-view'
import { textsToLookAt } from './texts-to-look-at'

export const listContent = defineRequest('content.list', {
  interactive: true,
  schema: ListContent,
  load: ({ cycleId }: ListContent) => ({
    findings: listFindings(cycleId),
    units: listUnits(),
    departments: listDepartments(),
  }),
  permit: permissions['content.list'],
  act: async ({ loaded: { findings, units, departments } }): Promise<ContentList> => {
    const nameOf = new Map(units.map(({ _id, name }) => [_id, name]))
    const texts = textsToLookAt(findings, nameOf, departments)
    const found = findings.flatMap(({ unitId, files }) =>
      Object.entries(files)
        .filter(([, { state }]) => state === 'risky' || state === 'could-not-check')
        .map(([fileKey, check]) => ({ unitId, fileKey, check })),
    )
    const waiting = found.sort((a, b) => Number(a.check.decision !== null) - Number(b.check.decision !== null))
    const [addresses, sheets] = await Promise.all([
      signedAddresses(waiting.slice(0, filesPerCall).map(({ check }) => check.fileId)),
      listMaterials(findings.map(({ _id }) => _id)),
    ])
    const sheetOf = new Map(sheets.map(sheet => [sheet._id, sheet]))
    const cycleOf = new Map(findings.map(({ unitId, cycleId }) => [unitId, cycleId]))
    return {
      pictures: waiting.map(({ unitId, fileKey, check }): PictureToLookAt => {
        const sheet = sheetOf.get(assessmentId(cycleOf.get(unitId) ?? '', unitId))
        const personal = personalPage(sheet, check)
        return {
          unitId,
          unitName: nameOf.get(unitId) ?? '',
          fileKey,
          materialName: nameOfPicture(sheet, check.materialId),
          state: check.state,
          address: personal ? null : (addresses.get(check.fileId) ?? null),
          ...(personal ? { personal } : {}),
          decision: check.decision && { ...check.decision, signature: signatureView(check.decision.signature) },
        }
      }),
      texts: texts.slice(0, maximumTextsToLookAt),
      moreTexts: Math.max(0, texts.length - maximumTextsToLookAt),
    }
  },
})

type MaterialsOfSheet = Awaited<ReturnType<typeof listMaterials>>[number] | undefined

/** Seen here, a page of personal papers would be seen without anybody noting it. */
function personalPage(sheet: MaterialsOfSheet, { materialId, fileId }: FileCheck): PictureToLookAt['personal'] {
  const material = sheet?.materials[materialId]
  const place = material?.personal ? material.files.findIndex(file => file.fileId === fileId) : -1
  return place < 0 ? undefined : { materialId, place }
}

function nameOfPicture(sheet: MaterialsOfSheet, id: string): string {
  const visited = sheet?.visitPictures?.[id]
  return sheet?.materials[id]?.name ?? (visited ? `${visited.groupName}拍的照片` : '（已删掉）')
}
