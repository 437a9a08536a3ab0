/** Words that a reviewer begins beside a score: a new 扣分说明, or why it is not the county's figure. */
export type BegunWords = 'reason' | 'departure'

interface PlaceOfItem {
  cycleId: string
  departmentId: string
  unitId: string
  itemId: string
}

/** Where such words stay on this machine until they have become something. */
export function placeOfWords(what: BegunWords, { cycleId, departmentId, unitId, itemId }: PlaceOfItem): string {
  return `${what}:${cycleId}:${departmentId}:${unitId}:${itemId}`
}
