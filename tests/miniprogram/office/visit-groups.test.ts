import type { VisitGroupView } from '#shared/contract/visit-contract'
import {
  draftOf,
  type GroupDraft,
  groupRequest,
  newGroup,
  plannedVisits,
  withDay,
  withMember,
} from '../../../miniprogram/office/visit-planning/group-draft'

const first: VisitGroupView = {
  groupId: 'g-1',
  name: '考核一组',
  leaderId: 'm-1',
  memberIds: ['m-1', 'm-2'],
  days: [{ date: '2026-12-08', unitIds: ['u-1', 'u-2'] }],
  revision: 3,
}
const draft = (fields: Partial<GroupDraft> = {}): GroupDraft => ({ ...draftOf(first), ...fields })
const faultsOf = (fields: Partial<GroupDraft>) => {
  const request = groupRequest(draft(fields), '2026')
  return 'faults' in request ? request : null
}

it('saves what stood, unchanged', () => {
  const { name, leaderId, memberIds, days, groupId, revision } = first
  const input = { cycleId: '2026', groupId, revision, name, leaderId, memberIds, days }
  expect(groupRequest(draft(), '2026')).toEqual({ input })
})

it('a new group has the next free name and one empty day', () => {
  expect(newGroup('g-2', [first])).toMatchObject({ name: '考核二组', revision: 0, days: [{ day: '', unitIds: [] }] })
})

it('says of each part what is wrong, and how much', () => {
  expect(faultsOf({ name: ' ', memberIds: [], leaderId: null })).toMatchObject({
    faults: { name: '请写名称', members: '请选成员' },
    count: 2,
  })
  expect(faultsOf({ leaderId: null })?.faults.leader).toBe('请选组长')
  const days = [
    { key: 0, day: '12月8日', unitIds: ['u-1'] },
    { key: 1, day: '12-8', unitIds: ['u-2'] },
    { key: 2, day: '2月30日', unitIds: ['u-2'] },
    { key: 3, day: '12月9日', unitIds: [] },
  ]
  expect(faultsOf({ days })).toMatchObject({
    faults: { days: { 1: '这一天写了两次', 2: '日期写成12月8日这样', 3: '请选这一天的单位' } },
    count: 3,
  })
})

it('who leaves the group leads it no longer, and the first of it does', () => {
  expect(withMember(draft(), 'm-1')).toMatchObject({ memberIds: ['m-2'], leaderId: 'm-2' })
  expect(withMember(draft(), 'm-2')).toMatchObject({ memberIds: ['m-1'], leaderId: 'm-1' })
  expect(withMember(withMember(draft(), 'm-1'), 'm-2').leaderId).toBeNull()
})

it('another day has a key of its own, though one before it was taken out', () => {
  const two = withDay(draft())
  const without = { ...two, days: two.days.slice(1) }
  expect(withDay(without).days.map(({ key }) => key)).toEqual([1, 2])
})

it('knows where units stand already, without the group that is being changed', () => {
  expect(plannedVisits([first], null)).toEqual(
    new Map([
      ['u-1', '考核一组 12月8日'],
      ['u-2', '考核一组 12月8日'],
    ]),
  )
  expect(plannedVisits([first], 'g-1').size).toBe(0)
})
