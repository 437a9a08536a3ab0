import type { Job } from '../repositories/jobs'
import { checkComplaint } from './check-complaint'

/** Does the job, or throws: then it is tried again. */
export function doJob(job: Job): Promise<void> {
  switch (job.kind) {
    case 'check-complaint':
      return checkComplaint(job.payload)
  }
}
