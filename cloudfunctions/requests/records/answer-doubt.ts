import { lookAtDoubt } from '#shared/content/look-at'
import { AnswerDoubt, type AnsweredDoubt } from '#shared/contract/record-contract'
import type { Cycle } from '#shared/cycle/cycle'
import { answersFor } from '#shared/records/keeper'
import type { DoubtAnswer, RecordDoubt } from '#shared/records/record'
import type { Actor } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import type { HeldTexts } from '../../repositories/content-checks'
import type { Department } from '../../repositories/departments'
import { readDoubt } from '../../repositories/record-doubts'
import { readUnit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { readingOf } from '../views/reading'
import { keptDoubt } from './doubt-view'
import { keepingOf, loadKeeper } from './load-keeper'
import { loadEntriesOf } from './load-records'
import { settleDoubt } from './settle-correction'

/** Explains what stands; who corrects instead says so with the correction. */
export const answerDoubt = defineRequest('record.answer-doubt', {
  interactive: true,
  schema: AnswerDoubt,
  load: (input: AnswerDoubt) => ({ ...loadKeeper(input), doubt: readDoubt(input.doubtId) }),
  permit: permissions['record.answer-doubt'],
  repeated: async scene => {
    if (scene.loaded.doubt?.answer?.operationId !== scene.input.operationId) return null
    const answer = await explain(scene)
    return answer instanceof Refusal ? null : answer
  },
  act: scene => explain(scene),
})

interface AnswerScene {
  input: AnswerDoubt
  loaded: {
    cycle: Cycle
    departments: Department[]
    heldTexts: ReadonlyMap<string, HeldTexts>
    doubt: RecordDoubt | null
  }
  asker: Actor
  now: number
}

async function explain({ input, loaded, asker, now }: AnswerScene): Promise<AnsweredDoubt | Refusal> {
  const { cycleId, departmentId, operationId, text } = input
  const { measures, name } = await keepingOf(departmentId, loaded)
  const { doubt } = loaded
  // Of another keeper's doubts a refusal tells nothing.
  if (doubt?.cycleId !== cycleId || !answersFor(departmentId, doubt.measure, measures)) return refuse('doubt.unknown')

  const signature = { name: asker.name, memberId: asker.memberId, at: now }
  const answer: DoubtAnswer = { operationId, kind: 'explained', text, by: name, signature }
  const [standing, unit, held] = await Promise.all([
    settleDoubt(doubt, answer),
    readUnit(doubt.unitId),
    loadEntriesOf(cycleId, [doubt.unitId]),
  ])
  if (standing.answer?.operationId !== operationId) return refuse('doubt.answered')
  if (standing.answer.kind !== 'explained' || standing.answer.text !== text) return refuse('operation.reused')
  const read = lookAtDoubt(standing, readingOf(asker, doubt.unitId, loaded.heldTexts.get(doubt.unitId), [name]))
  return { doubt: keptDoubt(read, unit?.name ?? '', measures, held) }
}
