import { ask } from '../../backend/ask'
import type { ShownMaterial } from '../../outbox/overlay'
import { partsOf } from '../../outbox/sheet-key'
import type { LocalPath } from '../../platform/capabilities'
import { keptFiles } from '../../platform/kept-files'
import { localFiles } from '../../platform/local-files'

/** A page in full, on this phone. */
export interface WholePage {
  path: LocalPath
  address: string
  /** A copy that was fetched for looking at, to be removed again. */
  isFetched: boolean
}

/** The page where it waits to be sent, or fetched from the county. Null where it is gone, or without signal. */
export async function wholePage(
  sheetKey: string,
  materialId: string,
  material: ShownMaterial,
  place: number,
): Promise<WholePage | null> {
  const waiting = material.local[place]?.path
  const path = waiting ?? (await fetched(sheetKey, materialId, place))
  const address = path && (await localFiles.address(path))
  return path && address ? { path, address, isFetched: waiting === undefined } : null
}

async function fetched(sheetKey: string, materialId: string, place: number): Promise<LocalPath | null> {
  const asked = await ask('material.view', { ...partsOf(sheetKey), size: 'full', materials: [materialId] })
  const address = asked.ok ? asked.output.addresses[materialId]?.[place] : null
  return address ? keptFiles.fetch(address) : null
}
