import type { Rehearsal } from '#shared/contract/cycle-contract'
import { Nothing } from '#shared/contract/fields'
import type { Cycle } from '#shared/cycle/cycle'
import { placesOf } from '#shared/cycle/rehearsal'
import { readableCode } from '../../infrastructure/secrets'
import { permissions } from '../../permissions/permissions'
import { addCycle, beginClearing, currentCycle, currentRehearsal, setRehearsalCode } from '../../repositories/cycles'
import { countRehearsing } from '../../repositories/members'
import { countPlaces } from '../../repositories/rehearsal-places'
import { listUnits, type Unit } from '../../repositories/units'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'

const DAY = 86_400_000
/** Who tries the program in March is not told that the time is over. */
const length = 300 * DAY

/** The 演练 as the office sees it, as it stands or as it is being changed to. One round trip. */
async function rehearsalView(
  { rehearsal, units }: { rehearsal: Cycle | null; units: Unit[] },
  { code = null, clearingSince }: Partial<NonNullable<Cycle['rehearsal']>> = rehearsal?.rehearsal ?? {},
): Promise<Rehearsal> {
  const [people, taken] = await Promise.all([countRehearsing(), rehearsal ? countPlaces(rehearsal._id) : 0])
  return {
    code,
    people,
    places: { taken, all: placesOf(units.length), units: units.length },
    isClearing: clearingSince !== undefined,
  }
}

const loadRehearsal = () => ({ rehearsal: currentRehearsal(), units: listUnits() })

export const readRehearsal = defineRequest('rehearsal.read', {
  interactive: true,
  schema: Nothing,
  load: loadRehearsal,
  permit: permissions['rehearsal.read'],
  act: ({ loaded }) => rehearsalView(loaded),
})

/** 演练 of this year, with the annexes of this year; opened again it gets another code, and the former lets nobody in. */
export const openRehearsal = defineRequest('rehearsal.open', {
  interactive: true,
  schema: Nothing,
  load: () => ({ ...loadRehearsal(), cycle: needed(currentCycle(), 'cycle.none') }),
  permit: permissions['rehearsal.open'],
  act: async ({ loaded, now }) => {
    const { cycle, rehearsal } = loaded
    const code = readableCode()
    const cycleId = `${cycle._id.slice(0, 4)}-drill`
    const isStanding = rehearsal?._id === cycleId
    // Nobody has a place of a 演练 that begins; counting runs beside the write.
    const [isOpen, view] = await Promise.all([
      isStanding ? setRehearsalCode(cycleId, code) : addCycle(rehearsalOf(cycle, cycleId, code, now)),
      rehearsalView(isStanding ? loaded : { ...loaded, rehearsal: null }, { code }),
    ])
    if (isOpen) return view
    return refuse(isStanding ? 'rehearsal.clearing' : 'server.busy')
  },
})

/** Nobody joins any more; who is in it may go on, or leave. */
export const closeRehearsal = defineRequest('rehearsal.close', {
  interactive: true,
  schema: Nothing,
  load: loadRehearsal,
  permit: permissions['rehearsal.close'],
  act: async ({ loaded }) => {
    const { rehearsal } = loaded
    const standing = rehearsal?.rehearsal
    const [view] = await Promise.all([
      rehearsalView(loaded, { ...standing, code: null }),
      rehearsal && setRehearsalCode(rehearsal._id, null),
    ])
    return view
  },
})

/** Nobody joins any more, who is in it goes back to their posts, and what was tried is removed, by the clock. */
export const clearRehearsal = defineRequest('rehearsal.clear', {
  interactive: true,
  schema: Nothing,
  load: loadRehearsal,
  permit: permissions['rehearsal.clear'],
  act: async ({ loaded, now }) => {
    const { rehearsal } = loaded
    if (!rehearsal) return rehearsalView(loaded)
    const [view] = await Promise.all([
      rehearsalView(loaded, { code: null, clearingSince: now }),
      beginClearing(rehearsal._id, now),
    ])
    return view
  },
})

function rehearsalOf(cycle: Cycle, _id: string, code: string, now: number): Cycle {
  const { documentNumber, departmentStep, notApplicable, decidedBy, rubricVersionIds, decisions } = cycle
  return {
    _id,
    title: `${_id.slice(0, 4)}年度考核演练`,
    documentNumber,
    phase: 'self-assessment',
    selfDeadline: now + length,
    grace: 0,
    lockAfterDeadline: false,
    reviewDeadline: now + length,
    departmentStep,
    notApplicable,
    decidedBy,
    rubricVersionIds,
    ...(decisions ? { decisions } : {}),
    openedAt: now,
    rehearsal: { code },
  }
}
