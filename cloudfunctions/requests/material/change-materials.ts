import type { HistoryEntry, Instant } from '#shared/assessment/assessment'
import { lookAtMaterial } from '#shared/content/look-at'
import type { ChangedMaterials } from '#shared/contract/material-contract'
import type { Cycle } from '#shared/cycle/cycle'
import type { Problem } from '#shared/errors/problems'
import { bodyHash } from '../../infrastructure/canonical-json'
import type { Actor, Verdict } from '../../permissions/permission'
import { type MaterialWrite, withMaterials, writeMaterials } from '../../repositories/assessment-materials'
import { readWithHistory, type StoredSheet } from '../../repositories/assessments'
import type { HeldTexts } from '../../repositories/content-checks'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { historyEntry } from '../assessment/history-entry'
import { rubricOf } from '../assessment/load-sheet'
import { sheetAbilities } from '../assessment/sheet'
import { readingOf } from '../views/reading'
import { materialView, seesScores, sheetState, sheetSummary } from '../views/sheet-view'

/** Who changes which materials of which sheet. */
export interface MaterialScene {
  input: { operationId: string }
  loaded: { cycle: Cycle; assessment: StoredSheet; held: HeldTexts }
  asker: Actor
  now: Instant
}

/** What is to be done to the sheet as it stands: nothing where all of it is so already. */
export interface MaterialPlan {
  writes: MaterialWrite[]
  /** What the history says it was, and is. */
  from: unknown
  to: unknown
}

interface MaterialChange {
  /** As the history names it. */
  part: string
  /** The materials that the answer shows. */
  named: string[]
  mayStill: (asker: Actor, loaded: { cycle: Cycle; assessment: StoredSheet }, now: Instant) => Verdict
  plan: (sheet: StoredSheet) => MaterialPlan | Problem
  /** What goes with the first write, side by side; harmless where that write does not hold. */
  alongside?: () => Promise<void>
}

/** Materials change seldom at once: a third collision in a row means that something is wrong. */
const ATTEMPTS = 3

/**
 * Makes a change of materials: planned upon the sheet as it was read, written if that still holds, else planned anew
 * upon what stands now. Adding a link to a link commutes, so nobody has to be asked. One round trip beside the load,
 * two more for each collision.
 */
export async function changeMaterials(
  scene: MaterialScene,
  change: MaterialChange,
): Promise<ChangedMaterials | Refusal> {
  const { loaded, asker, now } = scene
  const { operationId } = scene.input
  const entered = { operationId, body: scene.input, itemId: null, part: change.part, revision: 0 }
  let sheet: StoredSheet = loaded.assessment
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const plan = change.plan(sheet)
    if ('code' in plan) return (await repeatedChange(scene, change.named)) ?? new Refusal(plan)
    const { writes, from, to } = plan
    if (writes.length === 0) return changedMaterials(scene, sheet, change.named)
    const [isWritten] = await Promise.all([
      writeMaterials(sheet, writes, historyEntry(asker, now, { ...entered, from, to })),
      attempt === 1 ? change.alongside?.() : undefined,
    ])
    if (isWritten) {
      return changedMaterials(scene, withMaterials(sheet, writes), change.named)
    }
    const current = await readWithHistory(sheet._id)
    if (!current) return refuse('assessment.unknown')
    const repeated = await answerOfHistory(scene, current, change.named)
    if (repeated) return repeated
    const verdict = change.mayStill(asker, { ...loaded, assessment: current }, now)
    if (verdict !== true) return new Refusal(verdict)
    sheet = current
  }
  return refuse('server.busy')
}

/** The answer to a delivery that was carried out before; null where it was not. One round trip. */
export async function repeatedChange(
  scene: MaterialScene,
  named: string[],
): Promise<ChangedMaterials | Refusal | null> {
  const current = await readWithHistory(scene.loaded.assessment._id)
  return current && answerOfHistory(scene, current, named)
}

/** The same, asked where the time is past: only the first answer counts then, and any other refusal stands. */
export async function answerIfRepeated(scene: MaterialScene, named: string[]): Promise<ChangedMaterials | null> {
  const answer = await repeatedChange(scene, named)
  return answer instanceof Refusal ? null : answer
}

async function answerOfHistory(
  scene: MaterialScene,
  current: StoredSheet & { history: HistoryEntry[] },
  named: string[],
): Promise<ChangedMaterials | Refusal | null> {
  const done = current.history.find(({ operationId }) => operationId === scene.input.operationId)
  if (!done) return null
  if (done.bodyHash !== bodyHash(scene.input)) return refuse('operation.reused')
  return changedMaterials(scene, current, named)
}

/** What every change of materials answers. */
export async function changedMaterials(
  { loaded: { cycle, held }, asker, now }: MaterialScene,
  sheet: StoredSheet,
  named: string[],
): Promise<ChangedMaterials> {
  const look = readingOf(asker, sheet.unitId, held)
  return {
    materials: Object.fromEntries(
      named.map(materialId => {
        const material = sheet.materials[materialId]
        return [
          materialId,
          material ? materialView(sheet, materialId, lookAtMaterial(material, materialId, look)) : null,
        ]
      }),
    ),
    state: sheetState(sheet, await rubricOf(sheet)),
    summary: sheetSummary(sheet, seesScores(asker, cycle, sheet.unitId)),
    abilities: sheetAbilities({ cycle, assessment: sheet, asker, now }),
  }
}
