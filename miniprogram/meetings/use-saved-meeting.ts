import { useState } from 'react'
import type { CorrectMeeting } from '#shared/contract/meeting-contract'
import { ask } from '../backend/ask'
import { useRequest } from '../backend/use-request'
import type { Keeper } from '../records/use-records'
import { doubtsAbout } from './doubts-of-meeting'

/** A meeting that the county has: who was there, and corrections of one person at a time. */
export function useSavedMeeting(keeper: Keeper, meetingId: string, onChanged: () => Promise<void>) {
  const asked = useRequest('meeting.open', { ...keeper, meetingId }, { keep: true })
  const [chosen, setChosen] = useState<{ unitId: string; place: number } | null>(null)
  const [corrections, setCorrections] = useState(0)
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
      setCorrections(corrections + 1)
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
    /** Counts what was corrected: each begins with empty fields. */
    corrections,
    reload: async () => {
      await Promise.all([asked.reload(), onChanged()])
    },
  }
}
export type SavedMeetingWork = ReturnType<typeof useSavedMeeting>
