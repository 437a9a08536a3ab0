import { collection } from '../infrastructure/collection'

/** Where the clock goes on. Two clocks at once write over each other, which only costs a step a turn too many,
 * or a run more in which steps go one by one. */
export interface ClockState {
  _id: 'clock'
  /** The step that comes next, with those beside it; null, or one that is no longer there, means the first. */
  step: string | null
  /** Where steps go on, by their names. */
  cursors: Record<string, string>
  /** The first of those that have begun and not come to their end: they are running, or have killed their clock. */
  begun: string | null
  /** How many collections this deployment knew when it last made them. */
  collections: number
}

const states = collection<ClockState>('clock-state')

export function readClockState(): Promise<ClockState | null> {
  return states.read('clock')
}

export function putClockState(state: ClockState): Promise<void> {
  return states.put(state)
}
