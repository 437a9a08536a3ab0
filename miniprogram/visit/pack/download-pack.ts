import type { PackedUnit, VisitPack } from '#shared/contract/visit-contract'
import { type Problem, problem } from '#shared/errors/problems'
import { ask } from '../../backend/ask'
import { bringRubric } from '../../backend/rubrics'
import { keptFiles } from '../../platform/kept-files'
import { localFiles } from '../../platform/local-files'
import { type KeptPack, keepPack, keptPack, readPack, type VisitDayPlace } from './kept-pack'

export interface Progress {
  done: number
  of: number
}
type Downloaded = { ok: true; pack: VisitPack } | { ok: false; problem: Problem }

/** As many addresses as one call gives; signed ones do not last long enough for more. */
const filesPerCall = 50
const atOnce = 3

/**
 * Brings the pack with everything it needs onto this phone: its file, the annexes' words, the thumbnails that are not
 * there yet. What has arrived stays whatever happens, and the next attempt goes on from there.
 */
export async function downloadPack(
  place: VisitDayPlace,
  pack: KeptPack['made'],
  onProgress: (progress: Progress) => void,
): Promise<Downloaded> {
  const before = keptPack(place)
  const unreachable: Downloaded = { ok: false, problem: problem('network.unreachable') }
  const isSame = before?.made.takenAt === pack.takenAt
  const path = isSame ? before.path : await keptFiles.fetch(pack.address)
  const read = path === null ? null : await readPack({ path })
  if (path === null || !read) return unreachable
  let kept: KeptPack = { made: pack, path, thumbnails: before?.thumbnails ?? {}, isWhole: false }
  const full: Downloaded = { ok: false, problem: problem('phone.full') }
  if (keepPack(place, kept) === 'full') return full
  if (before && !isSame) await localFiles.remove(before.path)

  for (const rubricVersionId of new Set(read.units.map(unit => unit.rubricVersionId)))
    if (!(await bringRubric(rubricVersionId))) return unreachable

  const wanted = read.units.flatMap(unit => thumbnailsOf(unit).map(fileId => ({ unit, fileId })))
  const tell = () =>
    onProgress({ done: wanted.filter(({ fileId }) => kept.thumbnails[fileId]).length, of: wanted.length })
  tell()
  for (const unit of read.units) {
    for (const materials of missingOf(unit, kept)) {
      const { cycleId, groupId } = place
      const asked = await ask('visit.thumbnails', { cycleId, groupId, unitId: unit.unitId, materials })
      if (!asked.ok) return asked
      const addresses = Object.entries(asked.output.addresses).filter(([fileId]) => !kept.thumbnails[fileId])
      for (let from = 0; from < addresses.length; from += atOnce) {
        const arrived = await Promise.all(
          addresses
            .slice(from, from + atOnce)
            .map(async ([fileId, address]) => [fileId, await keptFiles.fetch(address)]),
        )
        const files = arrived.filter((entry): entry is [string, string] => entry[1] !== null)
        kept = { ...kept, thumbnails: { ...kept.thumbnails, ...Object.fromEntries(files) } }
        if (keepPack(place, kept) === 'full') return full
        tell()
        if (files.length < arrived.length) return unreachable
      }
    }
  }
  if (keepPack(place, { ...kept, isWhole: true }) === 'full') return full
  return { ok: true, pack: read }
}

function thumbnailsOf({ materials }: Pick<PackedUnit, 'materials'>): string[] {
  return Object.values(materials).flatMap(({ files }) => files.flatMap(({ thumbnailId }) => thumbnailId ?? []))
}

/** Materials with thumbnails that are not on this phone, in runs of one call. */
function missingOf({ materials }: PackedUnit, kept: KeptPack): string[][] {
  const runs: string[][] = []
  let files = filesPerCall
  for (const [materialId, material] of Object.entries(materials)) {
    const missing = thumbnailsOf({ materials: { [materialId]: material } })
    if (missing.every(fileId => kept.thumbnails[fileId])) continue
    if (files + missing.length > filesPerCall) {
      runs.push([])
      files = 0
    }
    runs.at(-1)?.push(materialId)
    files += missing.length
  }
  return runs
}
