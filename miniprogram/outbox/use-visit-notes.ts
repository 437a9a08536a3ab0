import { useMemo, useSyncExternalStore } from 'react'
import type { VisitPack } from '#shared/contract/visit-contract'
import type { Outbox } from './outbox'
import { outbox } from './this-phone'
import { useBox } from './use-outbox'
import type { PendingVisitPicture, VisitedUnit } from './visit-pictures'
import { othersKey, type PendingVisitNote, type PendingVisitReturn, type VisitPlace, visitKey } from './visits'

/** A member's notes on this phone, sent or not, and how to keep another. */
export function useVisitNotes() {
  const open: Outbox = useSyncExternalStore(outbox.subscribe, outbox.get)
  const { visitNotes, visitReturns, visitPictures, visitOthers } = useBox()
  return useMemo(
    () => ({
      of: (place: VisitPlace): PendingVisitNote | null => visitNotes[visitKey(place)] ?? null,
      returns: (unitId: string): PendingVisitReturn[] =>
        Object.values(visitReturns).filter(({ input }) => input.unitId === unitId),
      /** Who else of the group looks at an item, as the county said when it last took something. */
      others: (place: VisitPlace): string[] =>
        (visitOthers[othersKey(place)] ?? [])
          .filter(({ itemId }) => itemId === place.itemId)
          .map(({ memberName }) => memberName),
      /** Pictures of a unit that are still on this phone. */
      pictures: ({ groupId, unitId }: VisitedUnit): PendingVisitPicture[] =>
        Object.values(visitPictures).filter(picture => picture.groupId === groupId && picture.unitId === unitId),
      addPicture: open.addVisitPicture,
      giveUp: open.giveUpVisit,
      keep: open.keepVisitNote,
      ask: open.askOnVisit,
      all: Object.values(visitNotes),
      forget: (pack: VisitPack) => open.forgetVisited(pack),
    }),
    [open, visitNotes, visitReturns, visitPictures, visitOthers],
  )
}
