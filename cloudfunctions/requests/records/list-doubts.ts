import { ListDoubts } from '#shared/contract/record-contract'
import { answersFor } from '#shared/records/keeper'
import { permissions } from '../../permissions/permissions'
import { listDoubts as listAll } from '../../repositories/record-doubts'
import { listUnits } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { readDoubts } from '../views/reading'
import { keptDoubt } from './doubt-view'
import { keepingOf, loadKeeper } from './load-keeper'
import { loadEntriesOf } from './load-records'

export const listDoubts = defineRequest('record.doubts', {
  interactive: true,
  schema: ListDoubts,
  load: (input: ListDoubts) => ({ ...loadKeeper(input), doubts: listAll(input.cycleId), units: listUnits() }),
  permit: permissions['record.doubts'],
  act: async ({ input: { cycleId, departmentId }, loaded, asker }) => {
    const { measures, name } = await keepingOf(departmentId, loaded)
    const own = loaded.doubts.filter(({ measure }) => answersFor(departmentId, measure, measures))
    const held = await loadEntriesOf(cycleId, [...new Set(own.map(({ unitId }) => unitId))])
    const nameOf = new Map(loaded.units.map(({ _id, name }) => [_id, name]))
    // The open ones first, the newest of either kind on top.
    const inOrder = own.sort(
      (a, b) => Number(a.answer !== null) - Number(b.answer !== null) || b.signature.at - a.signature.at,
    )
    const read = readDoubts(inOrder, asker, loaded.heldTexts, name)
    return { doubts: read.map(doubt => keptDoubt(doubt, nameOf.get(doubt.unitId) ?? '', measures, held)) }
  },
})
