import { useMemo, useSyncExternalStore } from 'react'
import type { VisitPack } from '#shared/contract/visit-contract'
import type { Outbox } from './outbox'
import { outbox } from './this-phone'
import { useBox } from './use-outbox'
import { type PendingVisitNote, type PendingVisitReturn, type VisitPlace, visitKey } from './visits'

/** A member's notes on this phone, sent or not, and how to keep another. */
export function useVisitNotes() {
  const open: Outbox = useSyncExternalStore(outbox.subscribe, outbox.get)
  const { visitNotes, visitReturns } = useBox()
  return useMemo(
    () => ({
      of: (place: VisitPlace): PendingVisitNote | null => visitNotes[visitKey(place)] ?? null,
      returns: (unitId: string): PendingVisitReturn[] =>
        Object.values(visitReturns).filter(({ input }) => input.unitId === unitId),
      keep: open.keepVisitNote,
      ask: open.askOnVisit,
      all: Object.values(visitNotes),
      forget: (pack: VisitPack) => open.forgetVisited(pack),
    }),
    [open, visitNotes, visitReturns],
  )
}
