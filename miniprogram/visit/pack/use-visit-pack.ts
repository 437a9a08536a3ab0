import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PackedUnit, VisitPack } from '#shared/contract/visit-contract'
import { type KeptPack, keptPack, keptPackChanges, readPack, subscribeKeptPacks, type VisitDayPlace } from './kept-pack'

/** The pack of this day as it lies on this phone. `lost`: it was here, and its file is gone. */
export function useVisitPack(place: VisitDayPlace): { kept: KeptPack | null; pack: VisitPack | null; lost: boolean } {
  useSyncExternalStore(subscribeKeptPacks, keptPackChanges)
  const kept = keptPack(place)
  const [read, setRead] = useState<{ path: string; pack: VisitPack | null } | null>(null)
  const path = kept?.path ?? null
  useEffect(() => {
    let isWanted = true
    if (path !== null) void readPack({ path }).then(pack => isWanted && setRead({ path, pack }))
    return () => {
      isWanted = false
    }
  }, [path])
  const isRead = read !== null && read.path === path
  return { kept, pack: isRead ? read.pack : null, lost: isRead && read.pack === null }
}

export function unitOf(pack: VisitPack | null, unitId: string): PackedUnit | null {
  return pack?.units.find(unit => unit.unitId === unitId) ?? null
}
