import type { Instant, ReviewScore } from '#shared/assessment/assessment'
import type { VisitPack } from '#shared/contract/visit-contract'
import { type Problem, problem } from '#shared/errors/problems'
import type { ItemId } from '#shared/rubric/rubric'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import type { Ask } from '../backend/make-ask'
import type { Box, MaterialDescription, SheetKey } from './box'
import { keepBox } from './box-keeper'
import { describeMaterial, linkMaterials, removeMaterial } from './change-materials'
import { giveUpOperation } from './give-up'
import { sendInTurn } from './in-turn'
import { type Lane, makeLane } from './lane'
import { addMaterial, markOperation, type NewMaterial } from './materials'
import type { OutboxMeans } from './means'
import { type DraftPlace, dropReviewDraft, enterReviewDraft } from './review-drafts'
import { enterSelfScore, resolveSelfScore } from './self-scores'
import { sendMaterials } from './send-materials'
import { sendReviewDrafts } from './send-review-drafts'
import { sendSelfScores } from './send-self-scores'
import { sendVisits } from './send-visits'
import { partsOf } from './sheet-key'
import { type OutboxStatus, statusOf } from './status'
import { enterVisitNote, enterVisitReturn, forgetVisited, type VisitNote, type VisitPlace } from './visits'

/** What came of a change: null once it is on the phone, so that 「已存手机」 may be said; else why it is not. */
export type Kept = Problem | null

/**
 * One person's outbox: everything they change is on the phone first, and goes to the county by itself. Closing it stops
 * the sending; nothing in it is lost.
 */
export interface Outbox {
  box(): Box
  subscribe(listener: () => void): () => void
  status(): OutboxStatus
  /** A self-score as typed. `seenRevision` is the revision of the item that the page shows, 0 for none. */
  fill(sheetKey: SheetKey, itemId: ItemId, draft: SelfScoreDraft, seenRevision: number): Kept
  /** The person's choice where two values stand, or what to do with a refused one. */
  resolve(sheetKey: SheetKey, itemId: ItemId, choice: 'mine' | 'theirs'): Kept
  keepReviewDraft(place: DraftPlace, score: ReviewScore): Kept
  /** Forgets a draft that is not wanted any more, e.g. because the item got its 定分. */
  dropReviewDraft(place: DraftPlace): Kept
  /** Queues a material whose files are saved on this phone; answers its id. */
  addMaterial(sheetKey: SheetKey, material: NewMaterial): { materialId: string; problem: Kept }
  linkMaterials(sheetKey: SheetKey, materials: string[], items: ItemId[]): Kept
  unlinkMaterials(sheetKey: SheetKey, materials: string[], items: ItemId[]): Kept
  describeMaterial(sheetKey: SheetKey, materialId: string, description: MaterialDescription): Kept
  removeMaterial(sheetKey: SheetKey, materialId: string): Kept
  /** Tries a refused material operation again, or gives it up. */
  retryOperation(sheetKey: SheetKey, operationId: string): Kept
  giveUpOperation(sheetKey: SheetKey, operationId: string): Kept
  /** What a member notes on a visit; it stays in the box after it was sent, for pages without network. */
  keepVisitNote(place: VisitPlace, note: Pick<VisitNote, 'looking' | 'score'>): Kept
  /** 限期补充: takes effect when it arrives. */
  askOnVisit(place: VisitPlace, asked: { reason: string; until: Instant }): Kept
  forgetVisited(pack: VisitPack): Kept
  /** Sends everything now; answers when nothing is under way any more. Never fails: see `status`. */
  flush(): Promise<void>
  /** Whether everything of this sheet has reached the county, so that it can be 报送. */
  submitReady(sheetKey: SheetKey): boolean
  close(): void
}

export function openOutbox(boxKey: string, means: OutboxMeans): Outbox {
  const keeper = keepBox(boxKey, means)
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  keeper.subscribe(tell)
  let isClosed = false
  // With the phone full the sending goes on all the same: reaching the county is then the safest place for a change.
  const open = (lane: () => Lane) => ({
    box: keeper.box,
    change: keeper.change,
    means: { ...means, ask: obedient(means.ask, milliseconds => lane().leaveAlone(milliseconds)) },
    isClosed: () => isClosed,
  })

  // Words have their own lane, so that a score never waits behind photographs.
  const forWords = open(() => words)
  const words: Lane = makeLane(
    sendInTurn(() => [
      ...sheetsWithScores(keeper.box()).map(key => ({ name: key, send: () => sendSelfScores(forWords, key) })),
      { name: 'drafts', send: () => sendReviewDrafts(forWords) },
    ]),
    means,
    tell,
  )
  const forPictures = open(() => pictures)
  const pictures: Lane = makeLane(
    sendInTurn(() =>
      Object.keys(keeper.box().materials).map(key => ({ name: key, send: () => sendMaterials(forPictures, key) })),
    ),
    means,
    tell,
  )
  const visits = makeLane(() => sendVisits(open(() => visits)), means, tell)
  const lanes = [words, pictures, visits]

  const keep = (lane: typeof words, update: (box: Box) => Box): Kept => {
    const written = keeper.change(update)
    lane.nudge()
    return written === 'full' ? problem('phone.full') : null
  }
  const place = (sheetKey: SheetKey) => ({ ...partsOf(sheetKey), sheetKey, newId: means.newId, at: means.now() })

  return {
    box: keeper.box,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    status: () =>
      statusOf(keeper.box(), {
        isSending: lanes.some(lane => lane.isSending()),
        hasSignal: means.isOnline() && !lanes.some(lane => lane.lastWas('unreachable')),
      }),
    fill: (sheetKey, itemId, draft, seenRevision) =>
      keep(words, box => enterSelfScore(box, sheetKey, itemId, { draft, seenRevision, at: means.now() })),
    resolve: (sheetKey, itemId, choice) => keep(words, box => resolveSelfScore(box, sheetKey, itemId, choice)),
    keepReviewDraft: (draft, score) => keep(words, box => enterReviewDraft(box, draft, score, means.now())),
    dropReviewDraft: draft => keep(words, box => dropReviewDraft(box, draft)),
    addMaterial(sheetKey, material) {
      const ids = { materialId: means.newId(), operationId: means.newId(), at: means.now() }
      return {
        materialId: ids.materialId,
        problem: keep(pictures, box => addMaterial(box, sheetKey, material, ids)),
      }
    },
    linkMaterials: (sheetKey, materials, items) =>
      keep(pictures, box => linkMaterials(box, place(sheetKey), 'link', { materials, items })),
    unlinkMaterials: (sheetKey, materials, items) =>
      keep(pictures, box => linkMaterials(box, place(sheetKey), 'unlink', { materials, items })),
    describeMaterial: (sheetKey, materialId, description) =>
      keep(pictures, box => describeMaterial(box, place(sheetKey), materialId, description)),
    removeMaterial(sheetKey, materialId) {
      const removed = removeMaterial(keeper.box(), place(sheetKey), materialId)
      for (const path of removed.files) void means.removeFile(path)
      return keep(pictures, () => removed.box)
    },
    retryOperation: (sheetKey, operationId) => keep(pictures, box => markOperation(box, sheetKey, operationId, null)),
    giveUpOperation(sheetKey, operationId) {
      const given = giveUpOperation(keeper.box(), sheetKey, operationId)
      for (const path of given.files) void means.removeFile(path)
      return keep(pictures, () => given.box)
    },
    keepVisitNote: (place, note) =>
      keep(visits, box => enterVisitNote(box, place, { ...note, at: means.serverNow(), operationId: means.newId() })),
    askOnVisit: (place, asked) =>
      keep(visits, box => enterVisitReturn(box, { ...place, ...asked, operationId: means.newId() })),
    forgetVisited: pack => keep(visits, box => forgetVisited(box, pack)),
    async flush() {
      await Promise.all(lanes.map(lane => lane.run()))
    },
    submitReady: sheetKey => !keeper.box().selfScores[sheetKey] && !keeper.box().materials[sheetKey],
    close() {
      isClosed = true
      for (const lane of lanes) lane.close()
    },
  }
}

function sheetsWithScores(box: Box): SheetKey[] {
  return Object.keys(box.selfScores)
}

/** Asks as before, and hears where the county wants to be left alone for a while. */
function obedient(ask: Ask, leaveAlone: (milliseconds: number) => void): Ask {
  return async (request, input) => {
    const asked = await ask(request, input)
    if (!asked.ok && asked.retryAfter) leaveAlone(asked.retryAfter)
    return asked
  }
}
