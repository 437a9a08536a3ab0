import type { HistoryEntry } from '#shared/assessment/assessment'
import { completenessOf } from '#shared/assessment/completeness'
import type { OneAssessment, Sheet } from '#shared/contract/assessment-contract'
import { filesIn, type Manifest, maximumAnnouncedFiles } from '#shared/materials/manifest'
import type { Rubric } from '#shared/rubric/rubric'
import { changeStage, type StageChange, type StoredSheet } from '../../repositories/assessments'
import { readUnit } from '../../repositories/units'
import { needed } from '../../request-pipeline/load'
import { type Refusal, refuse } from '../../request-pipeline/refusal'
import { loadRecordsOf } from '../records/load-records'
import { loadSheet } from './load-sheet'
import { type SeenSheet, sheetOf } from './sheet'

/** What a step that answers with the whole sheet loads. */
export function loadWholeSheet(input: OneAssessment) {
  return {
    ...loadSheet(input),
    unit: needed(readUnit(input.unitId), 'unit.unknown'),
    records: loadRecordsOf(input.cycleId, [input.unitId]),
  }
}

/** Takes one step of the sheet's way. Whoever was overtaken by another change tries again with what stands then. */
export async function moveSheet(seen: SeenSheet, change: StageChange, entry: HistoryEntry): Promise<Sheet | Refusal> {
  if (!(await changeStage(seen.assessment, change, entry))) return refuse('server.busy')
  return sheetOf({ ...seen, assessment: { ...seen.assessment, ...change } })
}

/** Refuses a sheet with items that have neither a score nor 不涉及, by their numbers. */
export function refuseIncomplete(rubric: Rubric, assessment: StoredSheet): Refusal | null {
  const { unfilled } = completenessOf(rubric, assessment)
  return unfilled.length > 0
    ? refuse('assessment.items-missing', { numbers: unfilled.map(({ number }) => number) })
    : null
}

/** Refuses an announcement that would not fit into what is stored beside the sheet. */
export function refuseTooMuchComing(manifest: Manifest): Refusal | null {
  const files = filesIn(manifest)
  return files > maximumAnnouncedFiles
    ? refuse('assessment.too-much-coming', { files, maximum: maximumAnnouncedFiles })
    : null
}
