import type { Meeting } from './meeting'

/**
 * Who is likely to be expected of a unit at the next meeting: those of its newest one; before its first, its chair of
 * today. `chair` is null where nobody holds the post.
 */
export function likelyPeople(
  unitId: string,
  meetings: readonly Pick<Meeting, 'date' | 'expected'>[],
  chair: string | null,
): string[] {
  const invited = meetings.filter(({ expected }) => (expected[unitId]?.length ?? 0) > 0)
  const newest = invited.reduce<(typeof invited)[number] | undefined>(
    (best, meeting) => (best === undefined || meeting.date >= best.date ? meeting : best),
    undefined,
  )
  return newest?.expected[unitId] ?? (chair === null ? [] : [`主席 ${chair}`])
}
