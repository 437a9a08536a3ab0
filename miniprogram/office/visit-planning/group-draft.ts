import type { SaveVisitGroup, VisitDay, VisitGroupView } from '#shared/contract/visit-contract'
import { noonOf, printDay } from '#shared/cycle/beijing-time'
import { readDay, yearOf } from '../../records/typed-values'

/** A day of the plan as it is written: 12月8日 and its units. `key` stays while the day is corrected. */
export interface DayDraft {
  key: number
  day: string
  unitIds: string[]
}

/** 考核组 while the office makes or changes it. */
export interface GroupDraft extends Pick<VisitGroupView, 'groupId' | 'revision' | 'name' | 'memberIds'> {
  leaderId: string | null
  days: DayDraft[]
}

/** What is to be put right, in the order of the page; a day's by its key. */
export interface GroupFaults {
  name?: string
  members?: string
  leader?: string
  days: Record<number, string>
}

const numerals = '一二三四五六七八九十'

/** 考核三组 after 考核一组 and 考核二组. */
export function newGroup(groupId: string, groups: readonly VisitGroupView[]): GroupDraft {
  const names = new Set(groups.map(({ name }) => name))
  const name = [...numerals].map(numeral => `考核${numeral}组`).find(free => !names.has(free)) ?? ''
  return { groupId, revision: 0, name, leaderId: null, memberIds: [], days: [{ key: 0, day: '', unitIds: [] }] }
}

export function draftOf({ groupId, revision, name, leaderId, memberIds, days }: VisitGroupView): GroupDraft {
  const written = days.map(({ date, unitIds }, key) => ({ key, day: printDay(noonOf(date)), unitIds }))
  return { groupId, revision, name, leaderId, memberIds, days: written }
}

/** Another day after the last. */
export function withDay(draft: GroupDraft): GroupDraft {
  const key = Math.max(-1, ...draft.days.map(day => day.key)) + 1
  return { ...draft, days: [...draft.days, { key, day: '', unitIds: [] }] }
}

/** Who leaves the group is its leader no longer; a group of one is led by that one. */
export function withMember(draft: GroupDraft, memberId: string): GroupDraft {
  const memberIds = toggled(draft.memberIds, memberId)
  const leads = draft.leaderId !== null && memberIds.includes(draft.leaderId)
  return { ...draft, memberIds, leaderId: leads ? draft.leaderId : (memberIds[0] ?? null) }
}

export function toggled(list: readonly string[], entry: string): string[] {
  return list.includes(entry) ? list.filter(other => other !== entry) : [...list, entry]
}

/** `visit-group.save` of what was written, or what is wrong with it. A day without a year is the cycle's. */
export function groupRequest(
  draft: GroupDraft,
  cycleId: string,
): { input: SaveVisitGroup } | { faults: GroupFaults; count: number } {
  const faults: GroupFaults = { days: {} }
  const { groupId, revision, memberIds, leaderId } = draft
  const name = draft.name.trim()
  if (name === '') faults.name = '请写名称'
  if (memberIds.length === 0) faults.members = '请选成员'
  else if (leaderId === null) faults.leader = '请选组长'
  const days: VisitDay[] = []
  for (const { key, day, unitIds } of draft.days) {
    const date = readDay(day, yearOf(cycleId))
    if (!date) faults.days[key] = '日期写成12月8日这样'
    else if (days.some(other => other.date === date)) faults.days[key] = '这一天写了两次'
    else if (unitIds.length === 0) faults.days[key] = '请选这一天的单位'
    else days.push({ date, unitIds })
  }
  const count = Object.keys(faults).length - 1 + Object.keys(faults.days).length
  if (count > 0 || leaderId === null) return { faults, count }
  return { input: { cycleId, groupId, revision, name, leaderId, memberIds, days } }
}

/** Where each unit stands already: 考核一组 12月8日. Of the group that is being changed, nothing. */
export function plannedVisits(groups: readonly VisitGroupView[], except: string | null): Map<string, string> {
  const planned = new Map<string, string>()
  for (const { groupId, name, days } of groups) {
    if (groupId === except) continue
    for (const { date, unitIds } of days)
      for (const unitId of unitIds) planned.set(unitId, `${name} ${printDay(noonOf(date))}`)
  }
  return planned
}
