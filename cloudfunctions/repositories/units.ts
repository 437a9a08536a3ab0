import type { Audience } from '#shared/rubric/rubric'
import { collection, command } from '../infrastructure/collection'

/** 被考核单位. `order` is the county's customary order, used in every list and print. */
export interface Unit {
  _id: string
  name: string
  audience: Audience
  order: number
  /** Somebody's own in a 演练: no unit of the county, and in none of its lists. */
  rehearsal?: true
}

const units = collection<Unit>('units')

export function readUnit(unitId: string): Promise<Unit | null> {
  return units.read(unitId)
}

/** Those units, in no particular order; without a round trip where none is asked for. */
export async function readUnits(unitIds: string[]): Promise<Unit[]> {
  return unitIds.length === 0 ? [] : units.list({ _id: command.in(unitIds) })
}

/** All units in the county's order. */
export async function listUnits(): Promise<Unit[]> {
  const all = await units.list({ rehearsal: command.exists(false) })
  return all.sort((a, b) => a.order - b.order || (a._id < b._id ? -1 : 1))
}

/** Takes practice units away, and no others. One round trip. */
export async function removePracticeUnits(unitIds: readonly string[]): Promise<void> {
  await units.remove({ _id: command.in([...unitIds]), rehearsal: true })
}

/** Adds or replaces each of the units; one round trip a unit, 50 side by side. */
export async function putUnits(changed: Unit[]): Promise<void> {
  for (let from = 0; from < changed.length; from += 50) await Promise.all(changed.slice(from, from + 50).map(units.put))
}
