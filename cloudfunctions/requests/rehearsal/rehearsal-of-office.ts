import type { Rehearsal } from '#shared/contract/cycle-contract'
import { Nothing } from '#shared/contract/fields'
import type { Cycle } from '#shared/cycle/cycle'
import { readableCode } from '../../infrastructure/secrets'
import { permissions } from '../../permissions/permissions'
import { addCycle, currentCycle, currentRehearsal, setRehearsalCode } from '../../repositories/cycles'
import { countRehearsing } from '../../repositories/members'
import { defineRequest } from '../../request-pipeline/define-request'
import { needed } from '../../request-pipeline/load'
import { refuse } from '../../request-pipeline/refusal'

const DAY = 86_400_000
/** Who tries the program in March is not told that the time is over. */
const length = 300 * DAY

const rehearsalView = async (code: string | null | undefined): Promise<Rehearsal> => {
  return { code: code ?? null, people: await countRehearsing() }
}

export const readRehearsal = defineRequest('rehearsal.read', {
  interactive: true,
  schema: Nothing,
  load: () => ({ rehearsal: currentRehearsal() }),
  permit: permissions['rehearsal.read'],
  act: async ({ loaded: { rehearsal } }) => rehearsalView(rehearsal?.rehearsal?.code),
})

/** 演练 of this year, with the annexes of this year; opened again it gets another code, and the former lets nobody in. */
export const openRehearsal = defineRequest('rehearsal.open', {
  interactive: true,
  schema: Nothing,
  load: () => ({ cycle: needed(currentCycle(), 'cycle.none'), standing: currentRehearsal() }),
  permit: permissions['rehearsal.open'],
  act: async ({ loaded: { cycle, standing }, now }) => {
    const code = readableCode()
    const cycleId = `${cycle._id.slice(0, 4)}-drill`
    if (standing?._id === cycleId) await setRehearsalCode(cycleId, code)
    else if (!(await addCycle(rehearsalOf(cycle, cycleId, code, now)))) return refuse('server.busy')
    return rehearsalView(code)
  },
})

/** Nobody joins any more; who is in it may go on, or leave. */
export const closeRehearsal = defineRequest('rehearsal.close', {
  interactive: true,
  schema: Nothing,
  load: () => ({ rehearsal: currentRehearsal() }),
  permit: permissions['rehearsal.close'],
  act: async ({ loaded: { rehearsal } }) => {
    if (rehearsal) await setRehearsalCode(rehearsal._id, null)
    return rehearsalView(null)
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
