import type { VisitDayPlace } from '../pack/kept-pack'

const placed = ({ cycleId, groupId, date }: VisitDayPlace) => `cycle=${cycleId}&group=${groupId}&date=${date}`

export const unitAddress = (place: VisitDayPlace, unitId: string) => `/visit/unit/unit?${placed(place)}&unit=${unitId}`
export const itemAddress = (place: VisitDayPlace, unitId: string, itemId: string) =>
  `/visit/item/item?${placed(place)}&unit=${unitId}&item=${itemId}`
export const shownAddress = (place: VisitDayPlace, unitId: string) =>
  `/visit/shown/shown?${placed(place)}&unit=${unitId}`

/** Of the page's own address. */
export function placeOf(params: Record<string, string | undefined>): VisitDayPlace {
  return { cycleId: params.cycle ?? '', groupId: params.group ?? '', date: params.date ?? '' }
}
