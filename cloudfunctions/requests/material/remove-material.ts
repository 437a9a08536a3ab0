import { RemoveMaterial } from '#shared/contract/material-contract'
import { problem } from '#shared/errors/problems'
import { removeObjects } from '../../infrastructure/storage'
import { permissions } from '../../permissions/permissions'
import { forgetFileUses } from '../../repositories/file-hashes'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal } from '../../request-pipeline/refusal'
import { loadSheet } from '../assessment/load-sheet'
import { answerIfRepeated, changeMaterials } from './change-materials'

export const removeMaterial = defineRequest('material.remove', {
  interactive: true,
  schema: RemoveMaterial,
  load: loadSheet,
  permit: permissions['material.remove'],
  repeated: scene => answerIfRepeated(scene, [scene.input.materialId]),
  act: async scene => {
    const { materialId } = scene.input
    let fileIds: string[] = []
    let areUsesForgotten = false
    const forget = () => forgetFileUses([materialId], scene.input)
    const changed = await changeMaterials(scene, {
      part: 'material.remove',
      named: [materialId],
      mayStill: permissions['material.remove'].when,
      plan: sheet => {
        const before = sheet.materials[materialId]
        if (!before) return problem('material.unknown')
        fileIds = before.files.flatMap(file => [file.fileId, file.thumbnailId ?? []].flat())
        const { name, documentNumber, whereabouts, files, items } = before
        const from = { materialId, name, documentNumber, whereabouts, files: files.length, items }
        return { writes: [{ materialId, before, after: null }], from, to: null }
      },
      // A hint for departments is all that hangs on them: where the removal is refused after all, it is lost and nothing else.
      alongside: () => {
        areUsesForgotten = true
        return forget()
      },
    })
    // After the write: a crash in between leaves files that nothing names, never a material without its files. A repeated
    // delivery may find another material under the id, whose files stay; where there is none it finishes what was left.
    const isGone = !(changed instanceof Refusal) && changed.materials[materialId] === null
    if (isGone) await Promise.all([removeObjects(fileIds), areUsesForgotten ? undefined : forget()])
    return changed
  },
})
