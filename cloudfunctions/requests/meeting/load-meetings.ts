import type { OpenedMeeting } from '#shared/contract/meeting-contract'
import type { Cycle } from '#shared/cycle/cycle'
import type { Keeper } from '#shared/records/keeper'
import type { Meeting } from '#shared/records/meeting'
import type { RecordDoubt } from '#shared/records/record'
import { signedAddresses } from '../../infrastructure/storage'
import { type Actor, abilitiesOf } from '../../permissions/permission'
import { meetingKeeping } from '../../permissions/record-permissions'
import { listParticipants } from '../../repositories/assessments'
import type { HeldTexts } from '../../repositories/content-checks'
import type { Department } from '../../repositories/departments'
import { listDoubts } from '../../repositories/record-doubts'
import { listUnits, type Unit } from '../../repositories/units'
import { keeperName, loadKeeper } from '../records/load-keeper'
import { readDoubts } from '../views/reading'
import { meetingUnit } from './meeting-view'

/** What every request about one meeting loads beside it. */
export function loadMeetingPlace(input: { cycleId: string }) {
  return {
    ...loadKeeper(input),
    units: listUnits(),
    participants: listParticipants(input.cycleId),
    doubts: listDoubts(input.cycleId),
  }
}

/** Who looks at a meeting, and among whom it was held. */
export interface MeetingPlace {
  input: { departmentId: Keeper }
  loaded: {
    cycle: Cycle
    units: Unit[]
    participants: Awaited<ReturnType<typeof listParticipants>>
    doubts: RecordDoubt[]
    departments: Department[]
    heldTexts: ReadonlyMap<string, HeldTexts>
  }
  asker: Actor
  now: number
}

/** The units of the cycle in the county's order. */
export function unitsOfCycle({ units, participants }: MeetingPlace['loaded']): Unit[] {
  const own = new Set(participants.map(({ unitId }) => unitId))
  return units.filter(({ _id }) => own.has(_id))
}

/** What the keeper may do with meetings now. */
export function meetingAbilities({ input: { departmentId }, loaded, asker, now }: MeetingPlace) {
  return abilitiesOf(meetingKeeping, asker, { departmentId }, loaded, now)
}

/** A meeting with everybody; one round trip for the addresses of its 签到册, none where it has no picture. */
export async function openedMeeting(place: MeetingPlace, meeting: Meeting): Promise<OpenedMeeting> {
  const { departments, heldTexts } = place.loaded
  const name = keeperName(place.input.departmentId, departments)
  const doubts = readDoubts(place.loaded.doubts, place.asker, heldTexts, name)
  const addresses = await signedAddresses(meeting.sheets)
  return {
    meetingId: meeting._id,
    title: meeting.title,
    kind: meeting.kind,
    date: meeting.date,
    units: unitsOfCycle(place.loaded).map(unit => meetingUnit(meeting, unit, doubts)),
    sheets: meeting.sheets.flatMap(fileId => addresses.get(fileId) ?? []),
    abilities: meetingAbilities(place),
  }
}
