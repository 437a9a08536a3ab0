import { isDoubtOpen, type ScoreDoubt } from '#shared/assessment/score-doubt'
import { RaiseScoreDoubt, WithdrawScoreDoubt } from '#shared/contract/score-check-contract'
import { findItem, type Item } from '#shared/rubric/rubric'
import { permissions } from '../../permissions/permissions'
import { type DoubtWrite, withDoubt, writeDoubt } from '../../repositories/assessment-score-check'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { loadWholeSheet } from '../assessment/move-sheet'
import { repeatedUnitStep, type Standing, type UnitWrite, unitEntry, unitSignature, unitStep } from './unit-step'

/** 「这项请再看看」: asks the department to look at one score again, with a reason. */
export const doubtScore = defineRequest('score-check.doubt', {
  interactive: true,
  schema: RaiseScoreDoubt,
  load: loadWholeSheet,
  permit: permissions['score-check.doubt'],
  repeated: repeatedUnitStep,
  act: scene =>
    unitStep(scene, permissions['score-check.doubt'], standing => {
      const { assessment } = standing
      const found = doubtedItem(standing, scene.input)
      if (found instanceof Refusal) return found
      const { item, before } = found
      const { id, number, department } = item
      if (!assessment.items[id]?.reviews?.[department]) return refuse('score-doubt.no-score', { number })
      if (before?.state === 'open') return refuse('score-doubt.waiting', { number })
      const signature = unitSignature(scene)
      const { text } = scene.input
      const revision = scene.input.revision + 1
      const after: ScoreDoubt = { revision, departmentId: department, text, signature, state: 'open', answer: null }
      return writeOf(standing, scene, { item, before, after })
    }),
})

/** Takes it back while nobody has answered it. */
export const withdrawDoubt = defineRequest('score-check.withdraw-doubt', {
  interactive: true,
  schema: WithdrawScoreDoubt,
  load: loadWholeSheet,
  permit: permissions['score-check.withdraw-doubt'],
  repeated: repeatedUnitStep,
  act: scene =>
    unitStep(scene, permissions['score-check.withdraw-doubt'], standing => {
      const found = doubtedItem(standing, scene.input)
      if (found instanceof Refusal) return found
      const { item, before } = found
      if (!before || !isDoubtOpen({ doubt: before })) return refuse('score-doubt.not-waiting', { number: item.number })
      return writeOf(standing, scene, {
        item,
        before,
        after: { ...before, revision: before.revision + 1, state: 'withdrawn' },
      })
    }),
})

interface Doubted {
  item: Item
  before: ScoreDoubt | undefined
}

/** The item and what was said of it, if that is what the phone saw. */
function doubtedItem(
  { assessment, rubric }: Standing,
  { itemId, revision }: { itemId: string; revision: number },
): Doubted | Refusal {
  const item = findItem(rubric, itemId)
  if (!item) return refuse('item.unknown')
  const before = assessment.items[itemId]?.doubt
  return (before?.revision ?? 0) === revision ? { item, before } : refuse('score-doubt.stale', { number: item.number })
}

function writeOf(
  { assessment }: Standing,
  scene: Parameters<typeof unitEntry>[0],
  { item, before, after }: Doubted & { after: ScoreDoubt },
): UnitWrite {
  const entry = unitEntry(scene, {
    itemId: item.id,
    part: `doubt:${after.departmentId}`,
    revision: after.revision,
    from: before ? { state: before.state, text: before.text } : null,
    to: { state: after.state, text: after.text },
  })
  const write: DoubtWrite = { itemId: item.id, before, after, decision: null, entries: [entry] }
  return { after: withDoubt(assessment, write), write: () => writeDoubt(assessment, write) }
}
