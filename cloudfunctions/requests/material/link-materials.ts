import { LinkMaterials } from '#shared/contract/material-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { findItem, type ItemId } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import type { StoredSheet } from '../../repositories/assessments'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { loadSheet, rubricOf } from '../assessment/load-sheet'
import { answerIfRepeated, changeMaterials, type MaterialPlan, type MaterialScene } from './change-materials'

type LinkName = 'material.link' | 'material.unlink'
type LinkScene = MaterialScene & { input: LinkMaterials }
/** What the items of one material become. */
type Relink = (items: readonly ItemId[], named: readonly ItemId[]) => ItemId[]

/** 归到这几项: several materials to several items at once; a link that is there already stays. */
export const linkMaterials = defineRequest(
  'material.link',
  linking('material.link', (items, named) => [...new Set([...items, ...named])]),
)

/** 从这几项拿开: the materials themselves stay in the folder. */
export const unlinkMaterials = defineRequest(
  'material.unlink',
  linking('material.unlink', (items, named) => items.filter(itemId => !named.includes(itemId))),
)

/** What both do, but for what becomes of the items. */
function linking(name: LinkName, relink: Relink) {
  return {
    interactive: true,
    schema: LinkMaterials,
    load: loadSheet,
    permit: permissions[name],
    repeated: (scene: LinkScene) => answerIfRepeated(scene, scene.input.materials),
    act: async (scene: LinkScene) => {
      const { materials, items } = scene.input
      const rubric = await rubricOf(scene.loaded.assessment)
      if (items.some(itemId => !findItem(rubric, itemId))) return refuse('item.unknown')
      return changeMaterials(scene, {
        part: name,
        named: materials,
        mayStill: permissions[name].when,
        plan: sheet => planOf(sheet, [...new Set(materials)], current => relink(current, items)),
      })
    },
  }
}

/** Only the materials whose items change are written. */
function planOf(
  sheet: StoredSheet,
  named: string[],
  relink: (items: readonly ItemId[]) => ItemId[],
): MaterialPlan | Problem {
  const found = named.flatMap(materialId => {
    const before = sheet.materials[materialId]
    return before ? [{ materialId, before, items: relink(before.items) }] : []
  })
  if (found.length < named.length) return problem('material.unknown')
  const changed = found.filter(({ before, items }) => items.length !== before.items.length)
  return {
    writes: changed.map(({ materialId, before, items }) => ({
      materialId,
      before,
      after: { ...before, items, revision: before.revision + 1 },
    })),
    from: Object.fromEntries(changed.map(({ materialId, before }) => [materialId, before.items])),
    to: Object.fromEntries(changed.map(({ materialId, items }) => [materialId, items])),
  }
}
