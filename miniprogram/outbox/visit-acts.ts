import type { Instant } from '#shared/assessment/assessment'
import type { VisitPictureKind } from '#shared/assessment/visit-picture'
import type { VisitPack } from '#shared/contract/visit-contract'
import type { LocalPath } from '../platform/capabilities'
import type { Box, LocalFile } from './box'
import type { OutboxMeans } from './means'
import type { Kept } from './outbox'
import { dropVisitPicture, enterVisitPicture, updateVisitPicture, type VisitedUnit } from './visit-pictures'
import {
  dropVisitNote,
  dropVisitReturn,
  enterVisitNote,
  enterVisitReturn,
  forgetVisited,
  judgeVisitReturn,
  type VisitNote,
  type VisitPlace,
} from './visits'

/** One thing of a visit that waits: a note by its `visitKey`, a 限期补充 by its operation, a picture by its id. */
export interface WaitingOfVisit {
  part: 'note' | 'return' | 'picture'
  key: string
}

/** What a member of a group does on a visit. Each act answers null once the change is on this phone. */
export interface VisitActs {
  /** It stays in the box after it was sent, for pages without network. */
  keepVisitNote(place: VisitPlace, note: Pick<VisitNote, 'looking' | 'score'>): Kept
  /** 限期补充: takes effect when it arrives. */
  askOnVisit(place: VisitPlace, asked: { reason: string; until: Instant }): Kept
  addVisitPicture(unit: VisitedUnit, kind: VisitPictureKind, file: LocalFile): Kept
  forgetVisited(pack: VisitPack): Kept
  /** Tries what the county refused again, or gives it up. */
  retryVisit(waiting: WaitingOfVisit): Kept
  giveUpVisit(waiting: WaitingOfVisit): Kept
}

interface Keeping {
  words(update: (box: Box) => Box): Kept
  pictures(update: (box: Box) => Box): Kept
  /** A change after which nothing needs some files any more. */
  giveAway(update: (box: Box) => { box: Box; files: LocalPath[] }): Kept
}

export function visitActs(keep: Keeping, means: Pick<OutboxMeans, 'newId' | 'now' | 'serverNow'>): VisitActs {
  const operation = () => ({ at: means.serverNow(), operationId: means.newId() })
  return {
    keepVisitNote: (place, note) => keep.words(box => enterVisitNote(box, place, { ...note, ...operation() })),
    askOnVisit: (place, asked) =>
      keep.words(box => enterVisitReturn(box, { ...place, ...asked, operationId: means.newId() }, means.now())),
    addVisitPicture(unit, kind, file) {
      const ids = { pictureId: means.newId(), operationId: means.newId(), at: means.now() }
      return keep.pictures(box => enterVisitPicture(box, unit, kind, file, ids))
    },
    forgetVisited: pack => keep.words(box => forgetVisited(box, pack)),
    retryVisit({ part, key }) {
      switch (part) {
        case 'note':
          return keep.words(box => {
            const known = box.visitNotes[key]
            return known ? enterVisitNote(box, known, { ...known.note, ...operation() }) : box
          })
        case 'return':
          return keep.words(box => judgeVisitReturn(box, key, { taken: null, problem: null }))
        case 'picture':
          return keep.pictures(box => updateVisitPicture(box, key, known => ({ ...known, attempts: 0, problem: null })))
      }
    },
    giveUpVisit({ part, key }) {
      switch (part) {
        case 'note':
          return keep.words(box => dropVisitNote(box, key))
        case 'return':
          return keep.words(box => dropVisitReturn(box, key))
        case 'picture':
          return keep.giveAway(box => dropVisitPicture(box, key))
      }
    },
  }
}
