import type { Step } from './step'

/** Everything that the clock does, in this order. */
export const steps: readonly Step[] = []
