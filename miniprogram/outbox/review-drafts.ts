import type { Instant, ReviewScore } from '#shared/assessment/assessment'
import type { KeepDrafts } from '#shared/contract/review-contract'
import type { Problem } from '#shared/errors/problems'
import type { Box, PendingReviewDraft } from './box'

/** One call takes so many drafts. */
export const MOST_DRAFTS = 100

/** Whose draft, of which item of which unit. */
export type DraftPlace = Pick<PendingReviewDraft, 'cycleId' | 'departmentId' | 'unitId' | 'itemId'>

export function draftKey({ cycleId, departmentId, unitId, itemId }: DraftPlace): string {
  return `${cycleId}:${departmentId}:${unitId}:${itemId}`
}

/** What a reviewer has so far; the latest replaces what is still waiting. */
export function enterReviewDraft(box: Box, place: DraftPlace, score: ReviewScore, at: Instant): Box {
  return { ...box, reviewDrafts: { ...box.reviewDrafts, [draftKey(place)]: { ...place, score, at, problem: null } } }
}

/** Gives a waiting draft up, because the item got its 定分 or the person said so. */
export function dropReviewDraft(box: Box, place: DraftPlace): Box {
  const { [draftKey(place)]: _, ...reviewDrafts } = box.reviewDrafts
  return { ...box, reviewDrafts }
}

/** The drafts of the first department that has any to send: one call is for one department. */
export function nextReviewDrafts(box: Box, most = MOST_DRAFTS): PendingReviewDraft[] {
  const waiting = Object.values(box.reviewDrafts).filter(draft => draft.problem === null)
  const [first] = waiting
  return waiting
    .filter(draft => draft.cycleId === first?.cycleId && draft.departmentId === first.departmentId)
    .slice(0, most)
}

export function draftsCall(drafts: readonly [PendingReviewDraft, ...PendingReviewDraft[]]): KeepDrafts {
  const [{ cycleId, departmentId }] = drafts
  return { cycleId, departmentId, drafts: drafts.map(({ unitId, itemId, score }) => ({ unitId, itemId, ...score })) }
}

/** The county keeps these: those that were not changed meanwhile are done. */
export function keptReviewDrafts(box: Box, sent: readonly PendingReviewDraft[]): Box {
  return sent.reduce((rest, draft) => (isUnchanged(rest, draft) ? dropReviewDraft(rest, draft) : rest), box)
}

/** The county refused these for good: they stay, with the reason beside them. */
export function refusedReviewDrafts(box: Box, sent: readonly PendingReviewDraft[], problem: Problem): Box {
  const refused = sent.filter(draft => isUnchanged(box, draft)).map(draft => [draftKey(draft), { ...draft, problem }])
  return { ...box, reviewDrafts: { ...box.reviewDrafts, ...Object.fromEntries(refused) } }
}

/** Every change makes a new object, so the same object is the same draft. */
function isUnchanged(box: Box, sent: PendingReviewDraft): boolean {
  return box.reviewDrafts[draftKey(sent)] === sent
}
