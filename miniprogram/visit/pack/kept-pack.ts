import type { MadeVisitPack, VisitPack } from '#shared/contract/visit-contract'
import { currentBoxKey } from '../../backend/identity'
import { makeSignal } from '../../backend/signal'
import type { LocalPath } from '../../platform/capabilities'
import { keptFiles } from '../../platform/kept-files'
import { storage } from '../../platform/storage'

/** Which day of which group. */
export interface VisitDayPlace {
  cycleId: string
  groupId: string
  date: string
}

/** What of a pack is on this phone; written after each step, so that a download goes on where it stopped. */
export interface KeptPack {
  made: MadeVisitPack
  path: LocalPath
  /** Files by the storage id of the thumbnail. */
  thumbnails: Record<string, LocalPath>
  /** Everything of it has arrived: the file, the annexes, every thumbnail. */
  isWhole: boolean
}

const HOUR = 3_600_000
/** A pack of yesterday says 建议更新. */
export const packGrowsOld = 24 * HOUR

const changes = makeSignal(0)
const opened = new Map<LocalPath, VisitPack>()
const keyOf = ({ cycleId, groupId, date }: VisitDayPlace) =>
  `visit-pack/${currentBoxKey()}/${cycleId}/${groupId}/${date}`

export const subscribeKeptPacks = changes.subscribe
export const keptPackChanges = changes.get

export function keptPack(place: VisitDayPlace): KeptPack | null {
  const stored = storage.read(keyOf(place))
  const isPack = typeof stored === 'object' && stored !== null && 'thumbnails' in stored && 'path' in stored
  // Only this file writes the key.
  return isPack ? (stored as KeptPack) : null
}

export function keepPack(place: VisitDayPlace, pack: KeptPack): 'written' | 'full' {
  const written = storage.write(keyOf(place), pack)
  changes.set(changes.get() + 1)
  return written
}

/** The pack itself; null where its file is gone. */
export async function readPack({ path }: Pick<KeptPack, 'path'>): Promise<VisitPack | null> {
  const known = opened.get(path)
  if (known) return known
  const text = await keptFiles.readText(path)
  const pack = text === null ? null : parsePack(text)
  if (pack) opened.set(path, pack)
  return pack
}

function parsePack(text: string): VisitPack | null {
  try {
    const parsed: unknown = JSON.parse(text)
    const isPack = typeof parsed === 'object' && parsed !== null && 'units' in parsed && 'takenAt' in parsed
    return isPack ? (parsed as VisitPack) : null
  } catch {
    return null
  }
}
