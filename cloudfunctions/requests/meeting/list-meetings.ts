import { ListMeetings } from '#shared/contract/meeting-contract'
import { abilitiesOf } from '../../permissions/permission'
import { permissions } from '../../permissions/permissions'
import { meetingKeeping } from '../../permissions/record-permissions'
import { listMeetings as listAll } from '../../repositories/meetings'
import { listOpenDoubts } from '../../repositories/record-doubts'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { keepingOf, loadKeeper } from '../records/load-keeper'
import { meetingRow } from './meeting-view'

export const listMeetings = defineRequest('meeting.list', {
  interactive: true,
  schema: ListMeetings,
  load: (input: ListMeetings) => ({
    ...loadKeeper(input),
    meetings: listAll(input.cycleId),
    doubts: listOpenDoubts(input.cycleId),
  }),
  permit: permissions['meeting.list'],
  act: async ({ input: { departmentId }, loaded, asker, now }) => {
    if (!(await keepingOf(departmentId, loaded)).keepsMeetings) return refuse('permission.denied')
    const newestFirst = loaded.meetings.sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1))
    return {
      meetings: newestFirst.map(meeting => meetingRow(meeting, loaded.doubts)),
      abilities: abilitiesOf(meetingKeeping, asker, { departmentId }, loaded, now),
    }
  },
})
