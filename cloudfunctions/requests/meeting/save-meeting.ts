import { type OpenedMeeting, SaveMeeting } from '#shared/contract/meeting-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { type Meeting, placeKey } from '#shared/records/meeting'
import { newlyWritten } from '#shared/records/record'
import { bodyHash } from '../../infrastructure/canonical-json'
import { permissions } from '../../permissions/permissions'
import { addMeeting, readMeeting } from '../../repositories/meetings'
import { readUploadTickets, type UploadTicket } from '../../repositories/upload-tickets'
import { defineRequest } from '../../request-pipeline/define-request'
import { Refusal, refuse } from '../../request-pipeline/refusal'
import { checkTickets, takeInFiles } from '../material/take-in-files'
import { keepingOf } from '../records/load-keeper'
import { loadMeetingPlace, type MeetingPlace, openedMeeting } from './load-meetings'

/** Enters a meeting, whole. Its id is the keeper's own: delivered again, it is the same meeting. */
export const saveMeeting = defineRequest('meeting.save', {
  // With a picture of the 签到册 it claims, moves, signs, reads and writes.
  interactive: false,
  schema: SaveMeeting,
  load: (input: SaveMeeting) => ({
    ...loadMeetingPlace(input),
    meeting: readMeeting(input.meetingId),
    tickets: readUploadTickets(input.sheets),
  }),
  permit: permissions['meeting.save'],
  repeated: async scene => {
    const { meeting } = scene.loaded
    return meeting?.bodyHash === bodyHash(scene.input) ? openedMeeting(scene, meeting) : null
  },
  act: async scene => {
    const { input, loaded, asker, now } = scene
    if (!(await keepingOf(input.departmentId, loaded)).keepsMeetings) return refuse('permission.denied')
    if (loaded.meeting) return ifSame(scene, loaded.meeting)
    const wrong = whatIsWrong(input, new Set(loaded.participants.map(({ unitId }) => unitId)))
    if (wrong) return new Refusal(wrong)

    const sheets = await takeSheets(input, loaded.tickets, { memberId: asker.memberId, now })
    if (sheets instanceof Refusal) return sheets
    const meeting = meetingOf(input, sheets, { name: asker.name, memberId: asker.memberId, at: now })
    if (await addMeeting(meeting)) return openedMeeting(scene, meeting)
    // Delivered twice at once: the other delivery has entered it.
    const standing = await readMeeting(input.meetingId)
    return standing ? ifSame(scene, standing) : refuse('server.busy')
  },
})

async function ifSame(
  scene: MeetingPlace & { input: SaveMeeting },
  standing: Meeting,
): Promise<OpenedMeeting | Refusal> {
  return standing.bodyHash === bodyHash(scene.input) ? openedMeeting(scene, standing) : refuse('meeting.exists')
}

/** Everybody is of a unit of the cycle, and only somebody who was expected is marked, once. */
function whatIsWrong({ expected, marks }: SaveMeeting, participants: ReadonlySet<string>): Problem | null {
  const peopleOf = new Map(expected.map(({ unitId, people }) => [unitId, people]))
  if (peopleOf.size < expected.length) return problem('call.invalid-input', { field: '应到单位' })
  if (expected.some(({ unitId }) => !participants.has(unitId))) return problem('record.unknown-unit')
  if (marks.some(({ unitId, place }) => peopleOf.get(unitId)?.[place] === undefined))
    return problem('meeting.person-unknown')
  const marked = new Set(marks.map(({ unitId, place }) => `${unitId} ${place}`))
  return marked.size < marks.length ? problem('call.invalid-input', { field: '到会情况' }) : null
}

/** The photographed 签到册, taken out of the clients' reach; answers file ids in the order of the pages. */
async function takeSheets(
  { cycleId, meetingId, sheets }: SaveMeeting,
  tickets: UploadTicket[],
  { memberId, now }: { memberId: string; now: number },
): Promise<string[] | Refusal> {
  const purpose = `meeting:${meetingId}`
  const wrong = checkTickets(sheets, tickets, { cycleId: null, unitId: null, memberId, purpose, now })
  if (wrong) return new Refusal(wrong)
  if (tickets.some(({ use }) => use !== 'attendance')) return refuse('material.ticket-unknown')
  const taken = await takeInFiles(tickets, `attendance/${cycleId}`, purpose)
  if ('code' in taken) return new Refusal(taken)
  return sheets.flatMap(ticketId => taken.get(ticketId) ?? [])
}

function meetingOf(input: SaveMeeting, sheets: string[], signature: Meeting['signature']): Meeting {
  const { meetingId, cycleId, title, kind, date } = input
  const marks: Meeting['marks'] = {}
  for (const { unitId, place, attendance, note } of input.marks) {
    // Who was there, as everybody who is not marked, needs no mark.
    if (attendance === 'present' && note === '') continue
    marks[unitId] = { ...marks[unitId], [placeKey(place)]: newlyWritten({ attendance, note }, signature) }
  }
  const expected = Object.fromEntries(input.expected.map(({ unitId, people }) => [unitId, people]))
  return { _id: meetingId, cycleId, title, kind, date, expected, marks, sheets, signature, bodyHash: bodyHash(input) }
}
