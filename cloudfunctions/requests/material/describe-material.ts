import { DescribeMaterial } from '#shared/contract/material-contract'
import { problem } from '#shared/errors/problems'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { loadSheet } from '../assessment/load-sheet'
import { answerIfRepeated, changeMaterials } from './change-materials'

export const describeMaterial = defineRequest('material.describe', {
  interactive: true,
  schema: DescribeMaterial,
  load: loadSheet,
  permit: permissions['material.describe'],
  repeated: scene => answerIfRepeated(scene, [scene.input.materialId]),
  act: async scene => {
    const { materialId, name, documentNumber, date, whereabouts, personal } = scene.input
    return changeMaterials(scene, {
      part: 'material.describe',
      named: [materialId],
      mayStill: permissions['material.describe'].when,
      plan: sheet => {
        const before = sheet.materials[materialId]
        if (!before) return problem('material.unknown')
        if (before.files.length === 0 && whereabouts === '') return problem('material.without-proof')
        const words = { name, documentNumber, date, whereabouts, ...(personal === undefined ? {} : { personal }) }
        const from = {
          materialId,
          name: before.name,
          documentNumber: before.documentNumber,
          date: before.date,
          whereabouts: before.whereabouts,
        }
        const after = { ...before, ...words, revision: before.revision + 1 }
        return { writes: [{ materialId, before, after }], from, to: { materialId, ...words } }
      },
    })
  },
})
