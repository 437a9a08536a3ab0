import { readVisitGroup } from '../../repositories/visit-groups'
import { loadSheet } from '../assessment/load-sheet'

/** What every request of a group about one unit loads. */
export function loadVisitedUnit(input: { cycleId: string; groupId: string; unitId: string }) {
  return { ...loadSheet(input), group: readVisitGroup(input.cycleId, input.groupId) }
}
