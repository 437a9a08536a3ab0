import { AnswerSupplement } from '#shared/contract/assessment-contract'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { closeSupplement } from './close-supplement'
import { loadWholeSheet } from './move-sheet'

/** 补交好了: the unit says that it has supplied what a department asked for. */
export const answerSupplement = defineRequest('assessment.supplement', {
  interactive: true,
  schema: AnswerSupplement,
  load: loadWholeSheet,
  permit: permissions['assessment.supplement'],
  act: scene => closeSupplement(scene, 'phone'),
})
