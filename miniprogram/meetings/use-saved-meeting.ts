import { useState } from 'react'
import type { CorrectMeeting, OpenedMeeting } from '#shared/contract/meeting-contract'
import { personEntryId } from '#shared/records/meeting'
import type { ShownDoubt } from '#shared/records/records-of-unit'
import { ask } from '../backend/ask'
import { useRequest } from '../backend/use-request'
import type { Keeper } from '../records/use-records'

/** A meeting that the county has: who was there, and corrections of one person at a time. */
export function useSavedMeeting(keeper: Keeper, meetingId: string, onChanged: () => Promise<void>) {
  const asked = useRequest('meeting.open', { ...keeper, meetingId }, { keep: true })
  const [chosen, setChosen] = useState<{ unitId: string; place: number } | null>(null)
  const units = asked.output?.units ?? []
  const unit = units.find(({ unitId }) => unitId === chosen?.unitId) ?? null
  const person = (chosen && unit?.people[chosen.place]) ?? null

  /** Answers why not, or null. */
  async function correct(change: Pick<CorrectMeeting, 'to' | 'note' | 'reason' | 'operationId' | 'doubtId'>) {
    if (!chosen || !person) return null
    const { unitId, place } = chosen
    const corrected = await ask('meeting.correct', {
      ...keeper,
      ...change,
      meetingId,
      unitId,
      place,
      revision: person.revision,
    })
    if (corrected.ok) {
      asked.replace(corrected.output)
      await onChanged()
      return null
    }
    if (corrected.problem.code === 'record.stale') await asked.reload()
    return corrected.problem
  }

  return {
    asked,
    opened: asked.output,
    chosen,
    choose: (unitId: string, place: number) => setChosen({ unitId, place }),
    leave: () => setChosen(null),
    unit,
    person,
    /** What the unit says of this person, or of the meeting without naming one. */
    doubts: chosen && unit ? doubtsAbout(unit.doubts, meetingId, chosen.place) : [],
    correct,
    reload: async () => {
      await Promise.all([asked.reload(), onChanged()])
    },
  }
}
export type SavedMeetingWork = ReturnType<typeof useSavedMeeting>

/** Of what a unit says of a meeting, that which names this person or nobody. */
export function doubtsAbout(doubts: readonly ShownDoubt[], meetingId: string, place: number): ShownDoubt[] {
  const own = personEntryId(meetingId, place)
  return doubts.filter(({ entryId }) => entryId === own || entryId === null || entryId === meetingId)
}

/** Where a doubt leads: the person it names, or the first who is not marked as there. */
export function placeOfDoubt(unit: OpenedMeeting['units'][number], meetingId: string): number {
  const open = unit.doubts.filter(({ answer }) => answer === null)
  const named = unit.people.findIndex((_, place) =>
    open.some(({ entryId }) => entryId === personEntryId(meetingId, place)),
  )
  if (named >= 0) return named
  return Math.max(
    0,
    unit.people.findIndex(({ attendance }) => attendance !== 'present'),
  )
}
