import { OpenMeeting } from '#shared/contract/meeting-contract'
import { likelyPeople } from '#shared/records/likely-people'
import { permissions } from '../../permissions/permissions'
import { listMeetings, readMeeting } from '../../repositories/meetings'
import { listChairs } from '../../repositories/members'
import { defineRequest } from '../../request-pipeline/define-request'
import { refuse } from '../../request-pipeline/refusal'
import { keepingOf } from '../records/load-keeper'
import { chairOf } from '../views/chair-view'
import { loadMeetingPlace, meetingAbilities, openedMeeting, unitsOfCycle } from './load-meetings'
import { likelyPerson } from './meeting-view'

/** One meeting with everybody who was expected; or an empty one, with those who are likely to be. */
export const openMeeting = defineRequest('meeting.open', {
  interactive: true,
  schema: OpenMeeting,
  load: (input: OpenMeeting) => ({
    ...loadMeetingPlace(input),
    meeting: input.meetingId === null ? Promise.resolve(null) : readMeeting(input.meetingId),
    earlier: input.meetingId === null ? listMeetings(input.cycleId) : Promise.resolve([]),
    chairs: input.meetingId === null ? listChairs() : Promise.resolve([]),
  }),
  permit: permissions['meeting.open'],
  act: async scene => {
    const { input, loaded, now } = scene
    const { meeting, earlier, chairs } = loaded
    if (!(await keepingOf(input.departmentId, loaded)).keepsMeetings) return refuse('permission.denied')
    if (input.meetingId !== null)
      return meeting?.cycleId === input.cycleId ? openedMeeting(scene, meeting) : refuse('meeting.unknown')
    return {
      meetingId: null,
      title: '',
      kind: 'meeting',
      date: '',
      units: unitsOfCycle(loaded).map(({ _id, name }) => {
        const people = likelyPeople(_id, earlier, chairOf(_id, chairs, now)?.name ?? null)
        return { unitId: _id, name, people: people.map(likelyPerson), doubts: [] }
      }),
      sheets: [],
      abilities: meetingAbilities(scene),
    }
  },
})
