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
  /** The step that the next run begins with, and where; null where each had its turn. */
  left: { step: string; cursor: string | null } | null
}

/**
 * Gives each step its turn, beginning where the run before stopped, until 60 % of the time is used. What comes next is
 * written down before a step begins: one that kills the process is not tried again first, so it never starves the rest.
 */
export async function runSteps(steps: readonly Step[], milliseconds: number): Promise<ClockRun> {
  const startedAt = now()
  const isTimeLeft = () => now() - startedAt < milliseconds * SHARE_OF_TIME
  const state = await stateOfThisDeployment()
  const first = Math.max(
    0,
    steps.findIndex(({ name }) => name === state.step),
  )
  const order = [...steps.slice(first), ...steps.slice(0, first)]
  const run: ClockRun = { done: [], left: null }
  let cursor = order[0]?.name === state.step ? state.cursor : null
  for (const [index, step] of order.entries()) {
    const next = order[(index + 1) % order.length] ?? step
    if (!isTimeLeft()) {
      run.left = { step: step.name, cursor }
      break
    }
    await putClockState({ ...state, step: next.name, cursor: null })
    cursor = await turnsOf(step, cursor, isTimeLeft)
    run.done.push(step.name)
    if (cursor === null) continue
    run.left = { step: step.name, cursor }
    await putClockState({ ...state, ...run.left })
    break
  }
  return run
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
  const state = await readClockState()
  if (state?.collections === known) return state
  await createCollections()
  return { _id: 'clock', step: null, cursor: null, ...state, collections: known }
}
