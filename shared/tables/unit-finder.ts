import { shortened } from './read-cells'
import { nameKey } from './table-as-read'

/** Finds a unit by its name as people write it: with or without spaces, in full-width signs. */
export function unitFinder<Unit extends { name: string }>(
  units: readonly Unit[],
): (written: string) => { unit: Unit } | { wrong: string } {
  const byName = new Map<string, Unit[]>()
  for (const unit of units) byName.set(nameKey(unit.name), [...(byName.get(nameKey(unit.name)) ?? []), unit])
  return written => {
    if (written === '') return { wrong: '这一行没有写单位。' }
    const [unit, ...namesakes] = byName.get(nameKey(written)) ?? []
    if (!unit) return { wrong: `今年考核的单位里没有“${shortened(written)}”。请照单位名单写全称。` }
    return namesakes.length > 0 ? { wrong: `叫“${unit.name}”的单位不止一个，请直接在表里填。` } : { unit }
  }
}
