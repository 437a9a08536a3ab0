import type { Instant } from '../assessment/signature'
import type { Material, StoredFile } from './material'

/** Long enough to answer a question about a score, too short to become a collection of identity cards. */
const keptAfterReview = 30 * 24 * 3_600_000

/** When the files of personal papers are removed: 30 days after the departments' time is over. The paper itself stays where it is. */
export function purgeAt({ reviewOpenUntil }: { reviewOpenUntil: Instant }): Instant {
  return reviewOpenUntil + keptAfterReview
}

/** Until when the departments' time must have been over for personal papers to be due now. */
export function reviewOverBefore(now: Instant): Instant {
  return now - keptAfterReview
}

/**
 * The files of which others than the unit get a thumbnail. Of personal papers there are none: a thumbnail is a look, and
 * one that nobody would have noted.
 */
export function filesShownSmall({ personal, files }: Pick<Material, 'personal' | 'files'>): StoredFile[] {
  return personal ? [] : files
}
