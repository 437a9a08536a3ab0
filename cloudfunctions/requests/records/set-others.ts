import { SetOthers } from '#shared/contract/record-contract'
import { permissions } from '../../permissions/permissions'
import { setOthers as writeOthers } from '../../repositories/county-records'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { headOf, keepingOf, keptMeasure, loadKeeper } from './load-keeper'
import { loadWholeRecord } from './open-record'
import { recordOfMeasure } from './record-view'

/** 没有列出的单位按0计, or not looked at yet: a zero is never guessed, somebody says it. */
export const setOthers = defineRequest('record.others', {
  interactive: true,
  schema: SetOthers,
  load: (input: SetOthers) => ({ ...loadKeeper(input), ...loadWholeRecord(input) }),
  permit: permissions['record.others'],
  act: async ({ input: { cycleId, departmentId, measure, others }, loaded }) => {
    const described = keptMeasure(await keepingOf(departmentId, loaded), measure)
    if (!described) return refuse('record.unknown-measure')
    const { record } = loaded
    await writeOthers(headOf(cycleId, described, loaded.departments), others, record !== null)
    return recordOfMeasure({ ...loaded, described, record: { counts: {}, entries: {}, ...record, others } })
  },
})
