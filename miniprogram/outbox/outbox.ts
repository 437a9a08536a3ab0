import type { ReviewScore } from '#shared/assessment/assessment'
import { type Problem, problem } from '#shared/errors/problems'
import type { Manifest } from '#shared/materials/manifest'
import type { ItemId } from '#shared/rubric/rubric'
import type { SelfScoreDraft } from '#shared/scoring/check-self-score'
import type { Ask } from '../backend/make-ask'
import type { Box, MaterialDescription, SheetKey } from './box'
import { keepBox } from './box-keeper'
import { describeMaterial, linkMaterials, removeMaterial } from './change-materials'
import { holdOf } from './fate'
import { giveUpOperation } from './give-up'
import { sendInTurn } from './in-turn'
import { type Lane, makeLane } from './lane'
import { announce, isWords } from './manifest'
import { addMaterial, markOperation, type NewMaterial, nextChange, operationsOf } from './materials'
import type { OutboxMeans } from './means'
import { type ReplacedMaterial, replaceFiles } from './replace-files'
import { type DraftPlace, dropReviewDraft, enterReviewDraft } from './review-drafts'
import { enterSelfScore, resolveSelfScore } from './self-scores'
import { sendMaterialWords, sendPictures } from './send-materials'
import { sendReviewDrafts } from './send-review-drafts'
import { sendSelfScores } from './send-self-scores'
import { sendVisitPictures } from './send-visit-pictures'
import { sendVisits } from './send-visits'
import { partsOf } from './sheet-key'
import { type Hold, type OutboxStatus, statusOf } from './status'
import { type VisitActs, visitActs } from './visit-acts'

/** What came of a change: null once it is on the phone, so that 「已存手机」 may be said; else why it is not. */
export type Kept = Problem | null

/**
 * One person's outbox: everything they change is on the phone first, and goes to the county by itself. Closing it stops
 * the sending; nothing in it is lost.
 */
export interface Outbox extends VisitActs {
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
  /** Other files in the place of a material's: a page turned or cropped. */
  replaceFiles(sheetKey: SheetKey, replaced: ReplacedMaterial): Kept
  /** Tries a refused material operation again, or gives it up. */
  retryOperation(sheetKey: SheetKey, operationId: string): Kept
  giveUpOperation(sheetKey: SheetKey, operationId: string): Kept
  /** Sends everything now; answers when nothing is under way any more. Never fails: see `status`. */
  flush(): Promise<void>
  /** Sends what is words, now: 报送 does not wait for photographs. */
  flushWords(): Promise<void>
  /** Whether everything of this sheet has reached the county. */
  isSent(sheetKey: SheetKey): boolean
  /** Whether every word of this sheet has reached the county, so that it can be 报送, and what pictures come after it. */
  handingIn(sheetKey: SheetKey): { isReady: boolean; manifest: Manifest }
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
  let hold: Hold | null = null
  /** Asks as before, and heeds where the county wants to be left alone, or something of the person first. */
  const heeded =
    (leaveAlone: (milliseconds: number) => void): Ask =>
    async (request, input) => {
      const asked = await means.ask(request, input)
      if (asked.ok) hold = null
      else hold = holdOf(asked.problem) ?? hold
      if (!asked.ok && asked.retryAfter) leaveAlone(asked.retryAfter)
      return asked
    }
  // With the phone full the sending goes on all the same: reaching the county is then the safest place for a change.
  const open = (lane: () => Lane) => ({
    box: keeper.box,
    change: keeper.change,
    means: { ...means, ask: heeded(milliseconds => lane().leaveAlone(milliseconds)) },
    isClosed: () => isClosed,
  })

  // Words have their own lane, so that a score never waits behind photographs.
  const forWords = open(() => words)
  const words: Lane = makeLane(
    sendInTurn(() => [
      ...Object.keys(keeper.box().selfScores).map(key => ({ name: key, send: () => sendSelfScores(forWords, key) })),
      ...Object.keys(keeper.box().materials).map(key => ({
        name: `${key} materials`,
        send: () => sendMaterialWords(forWords, key),
      })),
      { name: 'drafts', send: () => sendReviewDrafts(forWords) },
    ]),
    means,
    tell,
  )
  const forPictures = open(() => pictures)
  const sendAllPictures = sendInTurn(() => [
    ...Object.keys(keeper.box().materials).map(key => ({ name: key, send: () => sendPictures(forPictures, key) })),
    { name: 'visits', send: () => sendVisitPictures(forPictures) },
  ])
  const pictures: Lane = makeLane(
    // Changes that waited for their material's registration go by the other lane.
    () => sendAllPictures().finally(() => words.nudge()),
    means,
    tell,
  )
  const visits = makeLane(() => sendVisits(open(() => visits)), means, tell)
  const lanes = [words, pictures, visits]

  const keep = (lane: Lane, update: (box: Box) => Box): Kept => {
    const written = keeper.change(update)
    lane.nudge()
    return written === 'full' ? problem('phone.full') : null
  }
  /** A change after which nothing needs some files any more. */
  const giveAway = (update: (box: Box) => { box: Box; files: string[] }): Kept => {
    let files: string[] = []
    const kept = keep(words, box => {
      const given = update(box)
      files = given.files
      return given.box
    })
    for (const path of files) void means.removeFile(path)
    return kept
  }
  const laneOf = (files: readonly unknown[]) => (files.length > 0 ? pictures : words)
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
        isFull: keeper.isFull(),
        hold,
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
        problem: keep(laneOf(material.files), box => addMaterial(box, sheetKey, material, ids)),
      }
    },
    linkMaterials: (sheetKey, materials, items) =>
      keep(words, box => linkMaterials(box, place(sheetKey), 'link', { materials, items })),
    unlinkMaterials: (sheetKey, materials, items) =>
      keep(words, box => linkMaterials(box, place(sheetKey), 'unlink', { materials, items })),
    describeMaterial: (sheetKey, materialId, description) =>
      keep(words, box => describeMaterial(box, place(sheetKey), materialId, description)),
    removeMaterial: (sheetKey, materialId) => giveAway(box => removeMaterial(box, place(sheetKey), materialId)),
    replaceFiles(sheetKey, replaced) {
      const kept = giveAway(box => replaceFiles(box, place(sheetKey), replaced))
      pictures.nudge()
      return kept
    },
    retryOperation(sheetKey, operationId) {
      words.nudge()
      return keep(pictures, box => markOperation(box, sheetKey, operationId, null))
    },
    giveUpOperation: (sheetKey, operationId) => giveAway(box => giveUpOperation(box, sheetKey, operationId)),
    ...visitActs(
      { words: update => keep(visits, update), pictures: update => keep(pictures, update), giveAway },
      means,
    ),
    async flush() {
      await Promise.all(lanes.map(lane => lane.run()))
      // What waited for a picture's registration.
      if (Object.keys(keeper.box().materials).some(key => nextChange(keeper.box(), key))) await words.run()
    },
    flushWords: () => words.run(),
    isSent: sheetKey => !keeper.box().selfScores[sheetKey] && !keeper.box().materials[sheetKey],
    handingIn(sheetKey) {
      const operations = operationsOf(keeper.box(), sheetKey)
      return {
        isReady: !keeper.box().selfScores[sheetKey] && !operations.some(isWords),
        manifest: announce(operations),
      }
    },
    close() {
      isClosed = true
      keeper.close()
      for (const lane of lanes) lane.close()
    },
  }
}
