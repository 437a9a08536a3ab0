import { now } from '../infrastructure/clock'
import { collectionNames, createCollections } from '../infrastructure/collection'
import { logFailure, logStep } from '../infrastructure/log'
import { randomId } from '../infrastructure/secrets'
import { type ClockState, putClockState, readClockState } from '../repositories/clock-state'
import type { Step } from './step'

/** What stays of the time-out lets the last go come to its end. */
const SHARE_OF_TIME = 0.6

/** How far one invocation came. */
interface ClockRun {
  /** The steps that had their turn. */
  done: string[]
  /** The step that the next run begins with, with those beside it, and where each goes on; null where each had its turn. */
  left: { step: string; cursors: Record<string, string> } | null
}

/**
 * Gives each group of steps its turn, beginning where the run before stopped, until 60 % of the time is used. What comes
 * next is written down before a group begins: one that kills the process is not tried again first, and then each step of
 * it goes alone, so it never starves the rest.
 */
export async function runSteps(groups: readonly (readonly Step[])[], milliseconds: number): Promise<ClockRun> {
  const startedAt = now()
  const isTimeLeft = () => now() - startedAt < milliseconds * SHARE_OF_TIME
  const state = await stateOfThisDeployment()
  const order = beginningWith(state.step, state.begun === null ? groups : groups.flat().map(step => [step]))
  const run: ClockRun = { done: [], left: null }
  let { cursors } = state
  for (const [index, group] of order.entries()) {
    if (!isTimeLeft()) {
      run.left = { step: nameOf(group), cursors }
      break
    }
    const next = order[(index + 1) % order.length] ?? group
    await putClockState({ ...state, step: nameOf(next), cursors: {}, begun: nameOf(group) })
    cursors = await turnsOfAll(group, cursors, isTimeLeft)
    run.done.push(...group.map(({ name }) => name))
    if (Object.keys(cursors).length === 0) continue
    run.left = { step: nameOf(group), cursors }
    break
  }
  const { step, cursors: where } = run.left ?? { step: nameOf(order[0] ?? []), cursors: {} }
  await putClockState({ ...state, step, cursors: where, begun: null })
  return run
}

type Group = readonly Step[]

/** A group is known by its first step. */
const nameOf = (group: Group) => group[0]?.name ?? ''

function beginningWith(step: string | null, groups: readonly Group[]): Group[] {
  const first = groups.findIndex(group => group.some(({ name }) => name === step))
  return first < 1 ? [...groups] : [...groups.slice(first), ...groups.slice(0, first)]
}

/** The turns of a group side by side; answers where those go on that did not come to their end. */
async function turnsOfAll(
  group: Group,
  begin: Record<string, string>,
  isTimeLeft: () => boolean,
): Promise<Record<string, string>> {
  const ends = await Promise.all(group.map(step => turnsOf(step, begin[step.name] ?? null, isTimeLeft)))
  return Object.fromEntries(group.flatMap(({ name }, at) => (ends[at] == null ? [] : [[name, ends[at]]])))
}

/** Gives the step one go after the other while something is left. A failure ends its turn and no other's. */
async function turnsOf(step: Step, begin: string | null, isTimeLeft: () => boolean): Promise<string | null> {
  const startedAt = now()
  let cursor = begin
  let outcome = 'ok'
  try {
    do cursor = await step.run({ now: now(), cursor, isTimeLeft })
    while (cursor !== null && isTimeLeft())
  } catch (failure) {
    outcome = 'failed'
    cursor = null
    logFailure(randomId(), failure)
  }
  logStep({ step: step.name, outcome, milliseconds: now() - startedAt })
  return cursor
}

/** Where the run before stopped. The first run of a deployment makes the collections that came with it. */
async function stateOfThisDeployment(): Promise<ClockState> {
  const known = collectionNames.length
  const fresh = { _id: 'clock' as const, step: null, cursors: {}, begun: null }
  const state = await readClockState()
  if (state?.collections !== known) await createCollections()
  return { ...fresh, ...state, collections: known }
}
