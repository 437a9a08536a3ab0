import type { Instant } from '#shared/assessment/assessment'
import type { Problem } from '#shared/errors/problems'
import type { ItemId } from '#shared/rubric/rubric'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import { printPoints } from '#shared/scoring/points'
import type { Box, MaterialChange, MaterialOperation, PendingReviewDraft, PendingSelfScore, SheetKey } from './box'
import { operationIdOf } from './materials'
import type { WaitingOfVisit } from './visit-acts'
import { visitPictureNames } from './visit-pictures'

/** Why a thing is still here: by itself, because two values stand, or because the county said no. */
export type WaitingReason = { kind: 'waits' } | { kind: 'conflict' } | { kind: 'refused'; problem: Problem }

/** One thing that the county does not have yet. */
export type Waiting = { key: string; at: Instant; reason: WaitingReason } & (
  | { kind: 'self-score'; sheetKey: SheetKey; itemId: ItemId; words: string }
  | { kind: 'material'; sheetKey: SheetKey; operationId: string; words: string }
  | { kind: 'review-draft'; draft: PendingReviewDraft; words: string }
  | { kind: 'visit'; of: WaitingOfVisit; words: string }
)

/** Everything that waits in a box, oldest first. */
export function waitingIn(box: Box): Waiting[] {
  const scores = Object.entries(box.selfScores).flatMap(([sheetKey, sheet]) =>
    Object.entries(sheet).map(([itemId, pending]) => waitingScore(sheetKey, itemId, pending)),
  )
  const materials = Object.entries(box.materials).flatMap(([sheetKey, operations]) =>
    operations.map(operation => waitingMaterial(sheetKey, operation)),
  )
  const drafts = Object.entries(box.reviewDrafts).map(([key, draft]): Waiting => {
    const words = draft.score.score === null ? '评分草稿' : `评分草稿 ${printPoints(draft.score.score)}`
    return { kind: 'review-draft', key, draft, at: draft.at, reason: reasonOf(draft.problem), words }
  })
  return [...scores, ...materials, ...drafts, ...waitingOfVisits(box)].sort((a, b) => a.at - b.at)
}

function waitingOfVisits({ visitNotes, visitReturns, visitPictures }: Box): Waiting[] {
  const waiting = (of: WaitingOfVisit, at: Instant, problem: Problem | null, words: string): Waiting => {
    return { kind: 'visit', key: `visit:${of.key}`, of, at, reason: reasonOf(problem), words }
  }
  return [
    ...Object.entries(visitNotes).flatMap(([key, { note, isKept, problem }]) => {
      const { score } = note
      const words =
        score === null ? '实地考核：我来看' : `实地考核建议${score.score === null ? '' : printPoints(score.score)}`
      return isKept ? [] : [waiting({ part: 'note', key }, note.at, problem, words)]
    }),
    ...Object.values(visitReturns).flatMap(({ input, at, taken, problem }) => {
      const words = `限期补充「${input.reason}」`
      return taken ? [] : [waiting({ part: 'return', key: input.operationId }, at, problem, words)]
    }),
    ...Object.values(visitPictures).map(({ pictureId, kind, at, problem }) =>
      waiting({ part: 'picture', key: pictureId }, at, problem, visitPictureNames[kind]),
    ),
  ]
}

function waitingScore(sheetKey: SheetKey, itemId: ItemId, { typed, sent, trouble }: PendingSelfScore): Waiting {
  const at = typed?.at ?? sent?.at ?? 0
  const reason: WaitingReason =
    trouble?.kind === 'refused'
      ? { kind: 'refused', problem: trouble.problem }
      : { kind: trouble?.kind === 'conflict' ? 'conflict' : 'waits' }
  const words = scoreWords(typed?.draft ?? sent?.change ?? null)
  return { kind: 'self-score', key: `${sheetKey}:${itemId}`, sheetKey, itemId, at, reason, words }
}

/** 自评4.5; 自评不涉及. */
function scoreWords(draft: SelfScoreDraft | null): string {
  if (draft?.notApplicable) return '自评不涉及'
  return draft?.score === null || draft === null ? '自评' : `自评${printPoints(draft.score)}`
}

function waitingMaterial(sheetKey: SheetKey, operation: MaterialOperation): Waiting {
  const operationId = operationIdOf(operation)
  const { at, problem } = operation
  return {
    kind: 'material',
    key: operationId,
    sheetKey,
    operationId,
    at,
    reason: reasonOf(problem),
    words: operation.kind === 'register' ? registrationWords(operation) : changeWords(operation),
  }
}

function registrationWords({ description, files }: Extract<MaterialOperation, { kind: 'register' }>): string {
  if (files.length === 0) return `登记原件「${description.name}」`
  const isPicture = files.every(({ full }) => full.use === 'picture')
  return `${isPicture ? '照片' : '文件'}「${description.name}」${files.length}${isPicture ? '张' : '份'}`
}

function changeWords(change: MaterialChange): string {
  switch (change.request) {
    case 'material.link':
      return `${change.input.materials.length}份资料归项`
    case 'material.unlink':
      return `${change.input.materials.length}份资料不再归项`
    case 'material.describe':
      return `资料改名「${change.input.name}」`
    case 'material.remove':
      return '删掉一份资料'
  }
}

function reasonOf(problem: Problem | null): WaitingReason {
  return problem ? { kind: 'refused', problem } : { kind: 'waits' }
}
