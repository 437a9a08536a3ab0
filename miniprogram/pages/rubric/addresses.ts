import type { ItemId } from '#shared/rubric/rubric'

/** The blank 细则; with a version that annex, with an item from there on. Ids need no escaping. */
export function rubricAddress(rubricVersionId?: string, itemId?: ItemId): string {
  const asked = [...(rubricVersionId ? [`rubric=${rubricVersionId}`] : []), ...(itemId ? [`item=${itemId}`] : [])]
  return `/pages/rubric/rubric${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}
