import { fateOf, isOfTheContent } from './fate'
import type { OpenBox, Sent } from './means'
import { draftsCall, keptReviewDrafts, MOST_DRAFTS, nextReviewDrafts, refusedReviewDrafts } from './review-drafts'

/** Sends the reviewers' drafts, department by department, until none is left that could be sent. */
export async function sendReviewDrafts(open: OpenBox): Promise<Sent> {
  let most = MOST_DRAFTS
  for (;;) {
    const [first, ...rest] = nextReviewDrafts(open.box(), most)
    if (!first) return 'done'
    if (open.isClosed()) return 'held'
    const asked = await open.means.ask('review.draft', draftsCall([first, ...rest]))
    const sent = [first, ...rest]
    if (asked.ok) {
      open.change(box => ({ ...keptReviewDrafts(box, sent), receivedAt: asked.serverTime }))
      continue
    }
    const fate = fateOf(asked.problem)
    if (fate) return fate
    if (rest.length > 0 && isOfTheContent(asked.problem)) {
      most = 1
      continue
    }
    open.change(box => refusedReviewDrafts(box, sent, asked.problem))
  }
}
