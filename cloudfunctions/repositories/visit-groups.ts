import type { VisitGroupView } from '#shared/contract/visit-contract'
import { collection, command } from '../infrastructure/collection'

/** 考核组 as the office keeps it; `revision` counts the saves from 1, so that two at once cannot undo each other. */
export interface VisitGroup extends VisitGroupView {
  /** `cycleId:groupId` */
  _id: string
  cycleId: string
}

const groups = collection<VisitGroup>('visit-groups')

export const visitGroupKey = (cycleId: string, groupId: string) => `${cycleId}:${groupId}`

/** One round trip. */
export function readVisitGroup(cycleId: string, groupId: string): Promise<VisitGroup | null> {
  return groups.read(visitGroupKey(cycleId, groupId))
}

/** All groups of the cycle by name, 考核一组 before 考核二组. One round trip. */
export async function listVisitGroups(cycleId: string): Promise<VisitGroup[]> {
  const found = await groups.list({ cycleId })
  return found.sort((a, b) => placeOf(a) - placeOf(b) || (a._id < b._id ? -1 : 1))
}

/** The groups of one person. One round trip. */
export async function listVisitGroupsOf(cycleId: string, memberId: string): Promise<VisitGroup[]> {
  return groups.list({ cycleId, memberIds: memberId })
}

/** Writes the group in place of the revision before it; false where somebody was quicker. One round trip. */
export async function saveVisitGroup(group: VisitGroup): Promise<boolean> {
  if (group.revision === 1) return groups.add(group)
  const { _id, name, leaderId, memberIds, days, revision } = group
  const changed = await groups.update(
    { _id, revision: revision - 1 },
    { name, leaderId, memberIds: command.set(memberIds), days: command.set(days), revision },
  )
  return changed === 1
}

/** Removes the group as it stood at that revision; what was changed since then stays. One round trip. */
export async function removeVisitGroup({ _id, revision }: Pick<VisitGroup, '_id' | 'revision'>): Promise<void> {
  await groups.remove({ _id, revision })
}

export const belongsTo = (group: VisitGroup, memberId: string) => group.memberIds.includes(memberId)
export const visits = (group: VisitGroup, unitId: string) => group.days.some(day => day.unitIds.includes(unitId))

const numerals = '一二三四五六七八九十'
const placeOf = ({ name }: VisitGroup) => {
  const place = numerals.indexOf(/[一二三四五六七八九十]/.exec(name)?.[0] ?? ' ')
  return place < 0 ? numerals.length : place
}
