import { askAgain, checkContent } from './check-content'
import { continueJobs } from './continue-jobs'
import type { Step } from './step'
import { sweepUploads } from './sweep-uploads'

/** Everything that the clock does, in this order. */
export const steps: readonly Step[] = [continueJobs, askAgain, checkContent, sweepUploads]
