import { CorrectMeeting, type OpenedMeeting } from '#shared/contract/meeting-contract'
import { type AttendanceMark, isAttendanceMeasure, type Meeting, markOf, placeKey } from '#shared/records/meeting'
import { type Corrected, correctionBy, type RecordDoubt } from '#shared/records/record'
import { permissions } from '../../permissions/permissions'
import type { Department } from '../../repositories/departments'
import { changeMark, readMeeting } from '../../repositories/meetings'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { keepingOf } from '../records/load-keeper'
import { settleCorrection } from '../records/settle-correction'
import { loadMeetingPlace, type MeetingPlace, openedMeeting } from './load-meetings'
import { isAbout } from './meeting-view'

/** One person's attendance at one meeting, otherwise: what stood there is kept, and the unit sees it. */
export const correctMeeting = defineRequest('meeting.correct', {
  // Where it answers a 有出入 it writes twice, one after the other.
  interactive: false,
  schema: CorrectMeeting,
  load: (input: CorrectMeeting) => ({ ...loadMeetingPlace(input), meeting: readMeeting(input.meetingId) }),
  permit: permissions['meeting.correct'],
  repeated: async scene => {
    const { meeting } = scene.loaded
    const { unitId, place, operationId } = scene.input
    if (!meeting || !correctionBy(markOf(meeting, unitId, place), operationId)) return null
    const answer = await correct(scene)
    return answer instanceof Refusal ? null : answer
  },
  act: scene => correct(scene),
})

interface CorrectionScene extends MeetingPlace {
  input: CorrectMeeting
  loaded: MeetingPlace['loaded'] & { departments: Department[]; meeting: Meeting | null }
}

async function correct(scene: CorrectionScene): Promise<OpenedMeeting | Refusal> {
  const { input, loaded, asker, now } = scene
  const { departmentId, meetingId, unitId, place } = input
  const { keepsMeetings, name } = await keepingOf(departmentId, loaded)
  if (!keepsMeetings) return refuse('permission.denied')
  const { meeting } = loaded
  if (meeting?.cycleId !== input.cycleId) return refuse('meeting.unknown')
  if (meeting.expected[unitId]?.[place] === undefined) return refuse('meeting.person-unknown')

  const signature = { name: asker.name, memberId: asker.memberId, at: now }
  const to = { attendance: input.to, note: input.note }
  const settled = await settleCorrection<Meeting, AttendanceMark>(
    { thing: meeting, to, input, doubts: loaded.doubts, signature, by: name },
    {
      valueIn: standing => markOf(standing, unitId, place),
      withValue: (standing, after) => withMark(standing, input, after),
      write: (before, after) => changeMark(meetingId, { unitId, place, before: before.revision }, after),
      readAgain: () => readMeeting(meetingId),
      fits: doubt => isOfMeeting(doubt, input),
    },
  )
  if (settled instanceof Refusal) return settled
  return openedMeeting({ ...scene, loaded: { ...loaded, doubts: settled.doubts } }, settled.thing)
}

/** A doubt of the unit about this meeting, or about attendance at none that it can name. */
function isOfMeeting(doubt: RecordDoubt, { meetingId, unitId }: CorrectMeeting): boolean {
  if (doubt.unitId !== unitId || !isAttendanceMeasure(doubt.measure)) return false
  return doubt.entryId === null || isAbout({ _id: meetingId }, doubt)
}

function withMark(meeting: Meeting, { unitId, place }: CorrectMeeting, after: Corrected<AttendanceMark>): Meeting {
  const marks = { ...meeting.marks, [unitId]: { ...meeting.marks[unitId], [placeKey(place)]: after } }
  return { ...meeting, marks }
}
