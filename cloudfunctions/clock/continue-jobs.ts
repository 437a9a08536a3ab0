import type { Instant } from '#shared/assessment/assessment'
import { claimJobs, type Job, putBack, removeJobs } from '../repositories/jobs'
import { doJob } from './job-table'
import type { Step } from './step'

const JOBS = 50
const MINUTE = 60_000
/** Longer than a clock can live, so that no job is held by two. */
const HOLD = 3 * MINUTE
/** With the pauses below, a bit more than two days. */
const ATTEMPTS = 12
const LONGEST_PAUSE = 6 * 60 * MINUTE

/** Jobs that requests have left, because only the clock may ask WeChat or because nobody should wait for them. */
export const continueJobs: Step = {
  name: 'continue-jobs',
  async run({ now }) {
    const claimed = await claimJobs(now, now + HOLD, JOBS)
    const done: Job[] = []
    await Promise.all(
      claimed.map(async job => {
        const failure = await failureOf(job)
        if (failure === null) done.push(job)
        else await putBack(job, fateOf(job, failure, now))
      }),
    )
    await removeJobs(done)
    return claimed.length < JOBS ? null : 'more'
  },
}

async function failureOf(job: Job): Promise<string | null> {
  // The attempts before this one have told no reason: each has ended with its clock.
  if (job.attempts > ATTEMPTS) return job.lastProblem ?? 'the clock died of it'
  try {
    await doJob(job)
    return null
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure)
  }
}

/** After one minute, two, four … */
function fateOf(
  { attempts }: Job,
  lastProblem: string,
  now: Instant,
): Pick<Job, 'lastProblem' | 'dueAt' | 'givenUpAt'> {
  const pause = Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_PAUSE)
  return { lastProblem: lastProblem.slice(0, 500), dueAt: now + pause, givenUpAt: attempts < ATTEMPTS ? null : now }
}
