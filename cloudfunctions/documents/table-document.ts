import type { MakeDocument } from '#shared/contract/office-contract'
import { recordedMeasures, targetMeasures } from '#shared/records/describe-measures'
import { recordsTitle, tableFileName, targetsTitle } from '#shared/results/document-name'
import { listParticipants } from '../repositories/assessments'
import { readCycle } from '../repositories/cycles'
import { readTargets } from '../repositories/targets'
import { listUnits } from '../repositories/units'
import { participantsOf, rubricsOf } from '../requests/records/participants'
import { recordsWorkbook } from './excel/records-workbook'
import { targetsWorkbook } from './excel/targets-workbook'
import { yearOf } from './form-rows'

type AskedTable = Extract<MakeDocument, { kind: 'targets' | 'records' }>

/** A table to be filled and imported: 目标任务分解表 with the numbers that stand, or the empty table of a 县总记录. */
export async function tableDocument(asked: AskedTable): Promise<{ fileName: string; bytes: Buffer }> {
  const { cycleId } = asked
  const [cycle, units, rows, standing] = await Promise.all([
    readCycle(cycleId),
    listUnits(),
    listParticipants(cycleId),
    readTargets(cycleId),
  ])
  if (!cycle) throw new Error('The cycle is gone')
  const rubrics = await rubricsOf(cycle)
  const participants = participantsOf(cycle, units, rows)
  const year = yearOf(cycle)
  if (asked.kind === 'targets') {
    const grid = { measures: targetMeasures(rubrics), units: participants }
    const bytes = await targetsWorkbook(year, grid, standing?.units ?? {})
    return { fileName: tableFileName(year, targetsTitle), bytes }
  }
  const measure = recordedMeasures(rubrics).find(described => described.measure === asked.measure)
  if (!measure) throw new Error('No annex of the cycle rests on this measure')
  const asking = new Set(measure.items.map(({ audience }) => audience))
  const concerned = participants.filter(({ audience }) => asking.has(audience))
  const bytes = await recordsWorkbook(
    year,
    measure,
    concerned.map(({ name }) => name),
  )
  return { fileName: tableFileName(year, `${recordsTitle} ${measure.name}`), bytes }
}
