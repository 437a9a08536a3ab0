import { type DepartmentId, type Item, itemsOf, type Rubric } from '../rubric/rubric'
import { countedIn, targetsIn } from '../rules/measures'
import type { MeasureId } from '../rules/rule'

/** A measure as the office meets it: what it is, who keeps it, which items rest on it. */
export interface DescribedMeasure {
  measure: MeasureId
  name: string
  unit: string
  /** Departments that score an item resting on it: they keep its record. */
  departments: DepartmentId[]
  items: { annex: string; audience: Rubric['audience']; itemId: string; number: number; shortName: string }[]
}

/** Every measure that rules and facts of these annexes count, each once, in the order of the annexes. */
export function recordedMeasures(rubrics: readonly Rubric[]): DescribedMeasure[] {
  return described(rubrics, item => countedIn(item))
}

/** Every measure that units of these annexes are given a target for (目标任务分解表), with the items that ask for it. */
export function targetMeasures(rubrics: readonly Rubric[]): DescribedMeasure[] {
  return described(rubrics, item => {
    const wanted = new Set(targetsIn(item))
    return countedIn(item).filter(({ measure }) => wanted.has(measure))
  })
}

function described(
  rubrics: readonly Rubric[],
  measuresOf: (item: Item) => { measure: MeasureId; name: string; unit: string }[],
): DescribedMeasure[] {
  const found = new Map<MeasureId, DescribedMeasure>()
  for (const rubric of rubrics) {
    for (const item of itemsOf(rubric)) {
      for (const { measure, name, unit } of measuresOf(item)) {
        const known = found.get(measure) ?? { measure, name, unit, departments: [], items: [] }
        if (!known.departments.includes(item.department)) known.departments.push(item.department)
        const { annex, audience } = rubric
        if (!known.items.some(({ itemId }) => itemId === item.id))
          known.items.push({ annex, audience, itemId: item.id, number: item.number, shortName: item.shortName })
        found.set(measure, known)
      }
    }
  }
  return [...found.values()]
}
