import type { Instant } from '#shared/assessment/assessment'
import { collection, command } from '../infrastructure/collection'
import { randomId } from '../infrastructure/secrets'

/** What is left for the clock, by kind. Ids only: what they name is read when the job is done. */
export interface JobPayloads {
  /** WeChat checks the words of a complaint. */
  'check-complaint': { complaintId: string }
}
export type JobKind = keyof JobPayloads
type JobOf<Kind extends JobKind> = { kind: Kind; payload: JobPayloads[Kind] }
/** One of the kinds, each with its own payload. */
export type JobTask = { [Kind in JobKind]: JobOf<Kind> }[JobKind]

/** Something that the clock does, once, and again until it works or is given up. */
export type Job = JobTask & {
  /** Says what is to be done to what: the same job is never there twice. */
  _id: string
  /** When it is tried next; while a clock holds it, when that clock is taken for dead. */
  dueAt: Instant
  /** Counted when it is claimed, so that a job that kills the clock comes to its end as well. */
  attempts: number
  claimedBy: string | null
  lastProblem: string | null
  /** When it was given up; kept, with the reason, until somebody looks. */
  givenUpAt: Instant | null
}

const jobs = collection<Job>('jobs')

/** Leaves a job for the clock. One that is there already stays as it is. One round trip. */
export async function leaveJob(jobId: string, task: JobTask, dueAt: Instant): Promise<void> {
  await jobs.add({ _id: jobId, ...task, dueAt, attempts: 0, claimedBy: null, lastProblem: null, givenUpAt: null })
}

/**
 * Claims what is due, at most `limit` jobs: whoever asks at the same time gets others. They are this caller's until
 * `heldUntil`. Three round trips, one where nothing is due.
 */
export async function claimJobs(now: Instant, heldUntil: Instant, limit: number): Promise<Job[]> {
  const due = { dueAt: command.lte(now), givenUpAt: command.in([null]) }
  const found = await jobs.list(due, { fields: ['dueAt'], orderBy: { field: 'dueAt', direction: 'asc' }, limit })
  if (found.length === 0) return []
  const claimedBy = randomId()
  await jobs.update(
    { ...due, _id: command.in(found.map(({ _id }) => _id)) },
    { claimedBy, dueAt: heldUntil, attempts: command.inc(1) },
  )
  return jobs.list({ claimedBy })
}

/** Those jobs are done. Where another clock holds one by now, it stays that clock's. One round trip. */
export async function removeJobs(done: readonly Job[]): Promise<void> {
  if (done.length === 0) return
  await jobs.remove({ _id: command.in(done.map(({ _id }) => _id)), claimedBy: done[0]?.claimedBy })
}

/** The job did not work: to be tried at `dueAt` again, or given up. One round trip. */
export async function putBack(
  { _id, claimedBy }: Job,
  fate: Pick<Job, 'lastProblem' | 'dueAt' | 'givenUpAt'>,
): Promise<void> {
  await jobs.update({ _id, claimedBy }, { ...fate, claimedBy: null })
}
