import type { Audience, ItemId } from '#shared/rubric/rubric'

// Where the pages of a department are. Ids hold only letters, digits, `-`, `_` and `@`, so nothing needs escaping.

export const queueAddress = (view: 'units' | 'items' = 'units') => `/department/queue/queue?view=${view}`

/** One unit; without an item it opens the first that has no 定分. */
export const reviewAddress = (unitId: string, itemId?: ItemId) =>
  `/department/review/review?unit=${unitId}${itemId ? `&item=${itemId}` : ''}`

export const byItemAddress = (rubricVersionId: string, itemId: ItemId) =>
  `/department/by-item/by-item?rubric=${rubricVersionId}&item=${itemId}`

export const recordsAddress = () => '/department/records/records'

/** 会议签到; with an id that meeting. */
export const meetingsAddress = (meetingId?: string) =>
  `/department/meetings/meetings${meetingId ? `?meetingId=${meetingId}` : ''}`

export const gridAddress = (audience?: Audience) => `/department/grid/grid${audience ? `?audience=${audience}` : ''}`
