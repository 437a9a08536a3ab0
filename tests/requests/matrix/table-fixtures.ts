import type { TableImport } from '../../../cloudfunctions/repositories/imports'
import { type County, cycleId } from '../../support/county'
import { newId } from '../../support/county/sheets'
import { plainTable, tableTicket } from '../../support/county/tables'
import type { Fixture } from './fixture'

/** On which item 1 of the 办公室 rests, and what every unit is given a target for. */
const [recorded, given] = ['briefings', 'subscriptions']
const keeperIn = (state: string) => ({ cycleId, departmentId: state === 'of-office' ? null : 'general-office' })
const table = () =>
  plainTable([
    ['单位', '数量'],
    ['城关镇总工会', 1],
  ])

/** A previewed table upon nothing: what an earlier caller has imported is taken away. */
async function previewed(
  county: County,
  content:
    | Pick<Extract<TableImport, { kind: 'targets' }>, 'kind' | 'cells'>
    | Pick<Extract<TableImport, { kind: 'records' }>, 'kind' | 'measure' | 'entries'>,
): Promise<string> {
  const _id = newId()
  const seen = { cycleId, fileName: '表.xlsx', fileId: '', revision: 0, problems: 0 }
  const signature = { name: '考核办', memberId: 'm-0', at: 1 }
  await Promise.all([
    county.database.collection('targets').where({}).remove(),
    county.database.collection('county-records').where({}).remove(),
    county.database.collection('imports').add({ _id, ...seen, signature, ...content }),
  ])
  return _id
}

type Names = `target.${'open' | 'save' | 'preview' | 'import'}` | `record.${'preview' | 'import'}`

/** 目标任务分解表, and tables from Excel. A ticket is its taker's: the office's, or in `of-department` the head's. */
export const tableFixtures: { [Name in Names]: Fixture<Name> } = {
  'target.open': () => ({ cycleId }),
  'target.save': () => ({
    cycleId,
    operationId: newId(),
    cells: [{ unitId: 'township-a', measure: given, from: null, to: 5 }],
  }),
  'target.preview': async county => ({
    cycleId,
    ticketId: await tableTicket(county, await table()),
    fileName: '表.xlsx',
  }),
  'target.import': async county => ({ cycleId, ticketId: await previewed(county, { kind: 'targets', cells: [] }) }),
  'record.preview': async (county, state) => {
    const taker = state === 'of-office' ? 'office' : 'head-general-office'
    const ticketId = await tableTicket(county, await table(), taker)
    return { ...keeperIn(state), measure: recorded, ticketId, fileName: '表.xlsx' }
  },
  'record.import': async (county, state) => {
    const ticketId = await previewed(county, { kind: 'records', measure: recorded, entries: [] })
    return { ...keeperIn(state), measure: recorded, ticketId }
  },
}
