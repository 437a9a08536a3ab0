import type { LastYearItem } from '#shared/contract/assessment-contract'
import type { ItemId } from '#shared/rubric/rubric'
import { useRequest } from './use-request'

/**
 * What a unit was given a year ago, by this year's item; null where there is nothing, and while it is not known: nobody
 * waits for it. Kept on the phone, for it stands beside items that are filled without signal.
 */
export function useLastYear(
  sheet: { cycleId: string; unitId: string } | null,
): (itemId: ItemId) => LastYearItem | null {
  const { output } = useRequest('assessment.last-year', sheet, { keep: true })
  return itemId => output?.items[itemId] ?? null
}
