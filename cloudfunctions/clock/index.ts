import { readTimer } from './read-timer'
import { runSteps } from './run-steps'
import { steps } from './steps'

/** The function that the timer calls every five minutes; nobody else is answered. */
export async function main(event: unknown, context: unknown): Promise<unknown> {
  const timer = readTimer(event, context)
  return timer === null ? { refused: 'only the timer calls this function' } : runSteps(steps, timer.milliseconds)
}
