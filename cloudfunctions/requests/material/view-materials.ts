import { assessmentId } from '#shared/assessment/assessment'
import { type MaterialAddresses, ViewMaterials } from '#shared/contract/material-contract'
import type { Material, StoredFile } from '#shared/materials/material'
import { filesShownSmall } from '#shared/materials/personal'
import { fileKeyOf, isHidden } from '#shared/materials/wechat-check'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { randomId } from '../../infrastructure/secrets'
import { filesPerCall, signedAddresses } from '../../infrastructure/storage'
import type { Actor } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { fillsFor, leaders, readsItem, reviewsFor, theOffice } from '../../permissions/roles'
import { readChecks } from '../../repositories/content-checks'
import { type Department, listDepartments } from '../../repositories/departments'
import { listLooks, type MaterialLook, noteLooks } from '../../repositories/views'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { loadSheet, rubricOf } from '../assessment/load-sheet'

export const viewMaterials = defineRequest('material.view', {
  interactive: true,
  schema: ViewMaterials,
  load: (input: ViewMaterials) => ({
    ...loadSheet(input),
    checks: readChecks(assessmentId(input.cycleId, input.unitId)),
    looks: listLooks(assessmentId(input.cycleId, input.unitId)),
    departments: listDepartments(),
  }),
  permit: permissions['material.view'],
  act: async ({
    input: { materials: named, size },
    loaded: { assessment, checks, looks, departments },
    asker,
    now,
  }) => {
    const materials = named.flatMap(materialId => {
      const material = assessment.materials[materialId]
      return material ? [{ materialId, material }] : []
    })
    if (materials.length < named.length) return refuse('material.unknown')
    const sees = materialsSeenBy(asker, assessment.unitId, await rubricOf(assessment))
    if (!materials.every(({ material }) => sees(material))) return refuse('permission.denied')

    const isRisky = ({ fileId }: StoredFile) => isHidden(checks?.files[fileKeyOf(fileId)])
    // What WeChat thinks risky is its unit's and the office's to see, until the office has looked.
    const isOfTheUnit = fillsFor(asker, assessment.unitId)
    const seesAll = isOfTheUnit || theOffice(asker)
    const idsOf = (material: Material) => {
      const small = new Set(isOfTheUnit ? material.files : filesShownSmall(material))
      const idOf = (file: StoredFile) => (size === 'full' ? file.fileId : small.has(file) ? file.thumbnailId : null)
      return material.files.map(file => (seesAll || !isRisky(file) ? idOf(file) : null))
    }
    const wanted = materials.flatMap(({ material }) => idsOf(material)).filter(fileId => fileId !== null)
    // More than one call's worth is asked for again by the phone, for the materials that got no addresses.
    const opened = materials.filter(({ material }) => size === 'full' && material.personal && !isOfTheUnit)
    const who = isOfTheUnit ? '' : whoLooks(asker, departments)
    const [addresses] = await Promise.all([
      signedAddresses([...new Set(wanted)].slice(0, filesPerCall)),
      // Noted before anything is shown.
      noteLooks(
        opened.map(({ materialId }) => ({
          _id: randomId(),
          assessmentId: assessment._id,
          materialId,
          memberId: asker.memberId,
          who,
          at: now,
        })),
      ),
    ])
    return {
      addresses: Object.fromEntries(
        materials.map(({ materialId, material }) => [
          materialId,
          idsOf(material).map(fileId => (fileId === null ? null : (addresses.get(fileId) ?? null))),
        ]),
      ),
      hidden: Object.fromEntries(
        materials.flatMap(({ materialId, material: { files } }) => {
          const places = files.flatMap((file, place) => (isRisky(file) ? [place] : []))
          return places.length > 0 ? [[materialId, places]] : []
        }),
      ),
      ...(isOfTheUnit ? looksAt(named, looks) : {}),
    }
  },
})

/** As the unit is told: the department, the office or the leaders; never a person. */
function whoLooks(actor: Actor, departments: Department[]): string {
  const own = departments.filter(({ _id }) => reviewsFor(actor, _id)).map(({ name }) => name)
  if (own.length > 0) return own.join('、')
  return theOffice(actor) ? '考核办' : '领导'
}

/** Of these materials, the latest look first. */
function looksAt(named: string[], looks: MaterialLook[]): Pick<MaterialAddresses, 'looks'> {
  const found = named.flatMap(materialId => {
    const own = looks.filter(look => look.materialId === materialId).sort((one, other) => other.at - one.at)
    return own.length > 0 ? [[materialId, own.map(({ who, at }) => ({ who, at }))] as const] : []
  })
  return found.length === 0 ? {} : { looks: Object.fromEntries(found) }
}

/** The unit, the office and leaders see all; a department what proves an item that it scores or reads. */
function materialsSeenBy(actor: Actor, unitId: string, rubric: Rubric): (material: Material) => boolean {
  if (fillsFor(actor, unitId) || theOffice(actor) || leaders(actor)) return () => true
  const readable = new Set(
    itemsOf(rubric)
      .filter(item => readsItem(actor, item))
      .map(item => item.id),
  )
  return material => material.items.some(itemId => readable.has(itemId))
}
