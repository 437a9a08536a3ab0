import type { Seen } from '../assessment/assessment'

/** What a score rests on, in the order in which screens name it. */
export const seenNames: Record<Seen, string> = {
  'phone-materials': '看了手机资料',
  originals: '看了原件',
  'county-records': '县总记录',
  'own-knowledge': '平时掌握',
}

/** What can be seen on the spot: the county's records and what one knows anyway are looked up elsewhere. */
export function seenOnTheSpot(seen: readonly Seen[]): Seen[] {
  return seen.filter(what => what === 'originals' || what === 'phone-materials')
}
