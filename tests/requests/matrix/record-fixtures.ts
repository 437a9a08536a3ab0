import type { RequestName } from '#shared/contract/api-contract'
import { type County, cycleId } from '../../support/county'
import { picture } from '../../support/county/files'
import { entryOf, putAll, storedDoubt, storedMeeting, storedRecord } from '../../support/county/records'
import { newId } from '../../support/county/sheets'
import type { Fixture } from './fixture'

/** 信息简报, on which item 1 of the 办公室 rests. */
const measure = 'briefings'
const unit = { cycleId, unitId: 'township-a' }
const keeperIn = (state: string) => ({ cycleId, departmentId: state === 'of-office' ? null : 'general-office' })
const reason = '核对了原件'
const { content: _content, ...page } = picture(1)

/** One entry, one meeting and one doubt of each, as nobody has corrected or answered them. */
async function arranged(county: County): Promise<void> {
  await putAll(county, 'county-records', [storedRecord(measure, { 'township-a': entryOf() })])
  await putAll(county, 'meetings', [storedMeeting('spring', { 'township-a': [0] })])
  await putAll(county, 'record-doubts', [storedDoubt('doubt-of-this-unit', { measure })])
}

type Names = Exclude<Extract<RequestName, `record.${string}` | `meeting.${string}`>, `record.${'preview' | 'import'}`>

/** 县总记录, meetings, 有出入 and the county's own files. */
export const recordFixtures: { [Name in Names | 'county.ticket']: Fixture<Name> } = {
  'county.ticket': () => ({ files: [{ ...page, use: 'attendance' }] }),

  'record.list': (_county, state) => keeperIn(state),
  'record.measure': (_county, state) => ({ ...keeperIn(state), measure }),
  'record.of-unit': (_county, state) => ({ ...keeperIn(state), ...unit, measure }),
  'record.save': (_county, state) => ({
    ...keeperIn(state),
    measure,
    entries: [{ entryId: newId(), unitId: 'township-a', ...entryOf() }],
  }),
  'record.correct': async (county, state) => {
    await arranged(county)
    const to = entryOf({ count: 2 })
    const upon = { entryId: 'first', operationId: newId(), revision: 1, to, reason, doubtId: null }
    return { ...keeperIn(state), ...unit, measure, ...upon }
  },
  'record.others': (_county, state) => ({ ...keeperIn(state), measure, others: 'none' }),
  'record.doubts': (_county, state) => keeperIn(state),
  'record.raise-doubt': () => ({ ...unit, measure, entryId: null, operationId: newId(), text: '还有一期' }),
  'record.answer-doubt': async (county, state) => {
    await arranged(county)
    return { ...keeperIn(state), doubtId: 'doubt-of-this-unit', operationId: newId(), text: '那一期是去年的' }
  },

  'meeting.list': (_county, state) => keeperIn(state),
  'meeting.open': async (county, state) => {
    await arranged(county)
    return { ...keeperIn(state), meetingId: 'spring' }
  },
  'meeting.save': (_county, state) => ({
    ...keeperIn(state),
    meetingId: newId(),
    title: '全县工会工作会议',
    kind: 'meeting',
    date: '2026-03-12',
    expected: [{ unitId: 'township-a', people: ['主席 王建国'] }],
    marks: [],
    sheets: [],
  }),
  'meeting.correct': async (county, state) => {
    await arranged(county)
    const upon = {
      place: 0,
      operationId: newId(),
      revision: 1,
      to: 'present' as const,
      note: '',
      reason,
      doubtId: null,
    }
    return { ...keeperIn(state), unitId: 'township-a', meetingId: 'spring', ...upon }
  },
}
