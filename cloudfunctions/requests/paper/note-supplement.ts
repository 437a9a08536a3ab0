import { AnswerSupplement } from '#shared/contract/assessment-contract'
import { permissions } from '../../permissions/permissions'
import { defineRequest } from '../../request-pipeline/define-request'
import { closeSupplement } from '../assessment/close-supplement'
import { loadWholeSheet } from '../assessment/move-sheet'

/** 纸质已补交: the office says for a unit without phones that what a department asked for lies there on paper. */
export const noteSupplement = defineRequest('paper.supplement', {
  interactive: true,
  schema: AnswerSupplement,
  load: loadWholeSheet,
  permit: permissions['paper.supplement'],
  act: scene => closeSupplement(scene, 'paper'),
})
