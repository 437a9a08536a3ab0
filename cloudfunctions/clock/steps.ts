import { askAgain, checkContent } from './check-content'
import type { Step } from './step'

/** Everything that the clock does, in this order. */
export const steps: readonly Step[] = [askAgain, checkContent]
