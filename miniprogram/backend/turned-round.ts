import { storage } from '../platform/storage'

/** Kept on the phone and not in memory: killed and opened again in the unit's hands, it opens where it was. */
const KEY = 'turned-round'

/** The page that is shown to the unit, as long as the phone is in its hands; whatever leads elsewhere leads there. */
export function turnedRoundTo(): string | null {
  const kept = storage.read(KEY)
  return typeof kept === 'string' ? kept : null
}

/** From now on this phone shows this page and no other. `full`: it could not be kept, so it must not be handed over. */
export const turnRound = (address: string): 'written' | 'full' => storage.write(KEY, address)

/** The group has its phone back. */
export const takeBack = (): void => storage.remove(KEY)
