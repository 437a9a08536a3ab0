import type { HistoryEntry, Signature } from '#shared/assessment/assessment'
import type { Sheet } from '#shared/contract/assessment-contract'
import type { Problem } from '#shared/errors/problems'
import type { Rubric } from '#shared/rubric/rubric'
import type { Actor } from '../../permissions/permission'
import { chairs } from '../../permissions/roles'
import { readWithHistory, type StoredSheet } from '../../repositories/assessments'
import { Refusal } from '../../request-pipeline/refusal'
import { historyEntry } from '../assessment/history-entry'
import { rubricOf } from '../assessment/load-sheet'
import { type SeenSheet, sheetOf } from '../assessment/sheet'
import { takenBefore, takeStep } from './take-step'

interface UnitScene {
  input: { unitId: string; operationId: string }
  loaded: Omit<SeenSheet, 'rubric' | 'asker' | 'now'>
  asker: Actor
  now: number
}

/** When the unit may take the step. */
interface UnitPermission {
  when(asker: Actor, seen: UnitScene['loaded'], now: number): true | Problem
}

/** What judging a step may look at. */
export interface Standing {
  assessment: StoredSheet
  rubric: Rubric
}

/** What one step does where it may be taken; its entry carries the operation id. */
export interface UnitWrite {
  after: StoredSheet
  write: () => Promise<boolean>
}

/**
 * Takes a step of the unit's 得分核对 and answers with the whole sheet, like every step of its way. Whether it may be taken is
 * asked again of a sheet that has moved meanwhile.
 */
export async function unitStep(
  { input, loaded, asker, now }: UnitScene,
  permission: UnitPermission,
  judge: (standing: Standing) => UnitWrite | Refusal,
): Promise<Sheet | Refusal> {
  const rubric = await rubricOf(loaded.assessment)
  const taken = await takeStep({
    sheet: loaded.assessment,
    operationId: input.operationId,
    body: input,
    judge: assessment => {
      const verdict = permission.when(asker, { ...loaded, assessment }, now)
      return verdict === true ? judge({ assessment, rubric }) : new Refusal(verdict)
    },
    readWithHistory: () => readWithHistory(loaded.assessment._id),
  })
  return taken instanceof Refusal ? taken : sheetOf({ ...loaded, assessment: taken, rubric, asker, now })
}

/** The first answer to a step that was taken in time, for a phone that never heard it. */
export async function repeatedUnitStep({ input, loaded, asker, now }: UnitScene): Promise<Sheet | null> {
  const current = await readWithHistory(loaded.assessment._id)
  if (!current || takenBefore({ operationId: input.operationId, body: input }, current.history) !== 'taken') return null
  return sheetOf({ ...loaded, assessment: current, rubric: await rubricOf(current), asker, now })
}

/** The office writes down what the unit has put on paper: the history then names both. */
function paperOf({ input, asker }: Pick<UnitScene, 'input' | 'asker'>): { fromPaper?: true } {
  return chairs(asker, input.unitId) ? {} : { fromPaper: true }
}

export function unitSignature(scene: Pick<UnitScene, 'input' | 'asker' | 'now'>): Signature {
  const { asker, now } = scene
  return { name: asker.name, memberId: asker.memberId, at: now, ...paperOf(scene) }
}

export function unitEntry(
  scene: Pick<UnitScene, 'input' | 'asker' | 'now'>,
  change: Pick<HistoryEntry, 'itemId' | 'part' | 'revision' | 'from' | 'to'>,
): HistoryEntry {
  const { input, asker, now } = scene
  return historyEntry(asker, now, { ...change, operationId: input.operationId, body: input, ...paperOf(scene) })
}
