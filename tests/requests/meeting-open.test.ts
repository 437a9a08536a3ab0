import { type County, cycleId, startCounty } from '../support/county'
import { forgetRecords, putAll, storedDoubt, storedMeeting } from '../support/county/records'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  await forgetRecords(county)
  await county.arrangeCycle({ phase: 'self-assessment' })
})

const office = { cycleId, departmentId: null }
const list = (openid = 'office', departmentId: string | null = null) =>
  county.as(openid).get('meeting.list', { cycleId, departmentId })
const open = (meetingId: string | null) => county.as('office').get('meeting.open', { ...office, meetingId })
const peopleOf = ({ units }: Awaited<ReturnType<typeof open>>, unitId: string) =>
  units.find(unit => unit.unitId === unitId)?.people.map(({ person }) => person)

describe('meeting.list', () => {
  it('shows the meetings of the year in figures, newest first', async () => {
    await putAll(county, 'meetings', [
      storedMeeting('spring', { 'township-a': [0, 2], 'system-a': [] }),
      storedMeeting('autumn', { 'township-a': [] }, { date: '2026-09-24', title: '推进会', kind: 'training' }),
      storedMeeting('last-year', {}, { cycleId: '2025' }),
    ])
    await putAll(county, 'record-doubts', [
      storedDoubt('open', { measure: 'absences', entryId: 'spring-p0' }),
      storedDoubt('about-none', { measure: 'absences', entryId: null }),
      storedDoubt('about-an-article', { entryId: 'spring-p0' }),
    ])
    const { meetings, abilities } = await list()
    expect(meetings.map(({ meetingId }) => meetingId)).toEqual(['autumn', 'spring'])
    const figures = { units: 2, expected: 6, absent: 2, leave: 0, proxy: 0, doubtsOpen: 1 }
    expect(meetings[1]).toEqual({
      meetingId: 'spring',
      title: '全县工会工作会议',
      kind: 'meeting',
      date: '2026-03-12',
      ...figures,
    })
    expect(abilities).toMatchObject({ 'meeting.save': true, 'meeting.open': true })
    expect((await list('reviewer-general-office', 'general-office')).meetings).toEqual(meetings)
  })

  it.each<[string, object, string, string]>([
    [
      'to a department that scores nothing by attendance',
      { departmentId: 'welfare' },
      'head-welfare',
      'permission.denied',
    ],
    ['to a unit', {}, 'chair-township-a', 'permission.denied'],
    ['for an operator', { cycleId: { $gt: '' } }, 'office', 'call.invalid-input'],
    ['for a cycle that was never opened', { cycleId: '2020' }, 'office', 'cycle.none'],
  ])('is refused %s', async (_what, fields, openid, code) => {
    expect(await county.as(openid).verdict('meeting.list', { ...office, ...fields })).toBe(code)
  })
})

describe('meeting.open', () => {
  it('suggests the chairs of today where no meeting was held yet, in the county’s order', async () => {
    const fresh = await open(null)
    expect(fresh).toMatchObject({ meetingId: null, title: '', date: '', sheets: [] })
    expect(fresh.units.map(({ unitId }) => unitId)).toEqual([
      'township-a',
      'township-b',
      'system-a',
      'system-b',
      'party-a',
      'party-b',
      'enterprise-a',
      'enterprise-b',
    ])
    expect(fresh.units[0]).toEqual({
      unitId: 'township-a',
      name: '城关镇总工会',
      people: [{ person: '主席 城关镇总工会主席', attendance: 'present', note: '', revision: 0, was: [] }],
      doubts: [],
    })
  })

  it('suggests for each unit those of its own newest meeting', async () => {
    await putAll(county, 'meetings', [
      storedMeeting('spring', {}, { expected: { 'township-a': ['主席 老王'], 'system-a': ['主席 赵敏'] } }),
      storedMeeting('autumn', {}, { date: '2026-09-24', expected: { 'township-a': ['主席 王建国', '委员 张军'] } }),
    ])
    const fresh = await open(null)
    expect(peopleOf(fresh, 'township-a')).toEqual(['主席 王建国', '委员 张军'])
    expect(peopleOf(fresh, 'system-a')).toEqual(['主席 赵敏'])
    expect(peopleOf(fresh, 'system-b')).toEqual(['主席 卫生系统工会主席'])
  })

  it('leaves out units that take no part, and asks nobody where there is no chair', async () => {
    await county.database.collection('units').add({ _id: 'new-unit', name: '新单位', audience: 'township', order: 0 })
    const chairs = county.database.collection('members').where({ 'posts.unitId': 'party-b', 'posts.role': 'chair' })
    await chairs.update({ 'posts.0.to': 1 })
    const fresh = await open(null)
    expect(fresh.units).toHaveLength(8)
    expect(peopleOf(fresh, 'party-b')).toEqual([])
  })

  it('shows one meeting with what its units say of it', async () => {
    await putAll(county, 'meetings', [storedMeeting('spring', { 'township-a': [0] }), storedMeeting('spring-p0', {})])
    await putAll(county, 'record-doubts', [
      storedDoubt('about-this', { measure: 'absences', entryId: 'spring-p0' }),
      storedDoubt('about-the-unit', { measure: 'absent-meetings', entryId: 'spring' }),
      storedDoubt('about-another', { measure: 'absences', entryId: 'spring-p0-p0' }),
    ])
    const { units, meetingId } = await open('spring')
    expect(meetingId).toBe('spring')
    expect(units[0]?.doubts.map(({ doubtId }) => doubtId)).toEqual(['about-the-unit', 'about-this'])
    expect(JSON.stringify(units)).not.toContain('memberId')
  })

  it.each<[string, object, string, string]>([
    ['for a meeting that was not held', { meetingId: 'winter' }, 'office', 'meeting.unknown'],
    ['for a meeting of another year', { meetingId: 'last-year' }, 'office', 'meeting.unknown'],
    ['for an operator', { meetingId: { $ne: '' } }, 'office', 'call.invalid-input'],
    [
      'to a department that keeps none',
      { departmentId: 'welfare', meetingId: 'winter' },
      'head-welfare',
      'permission.denied',
    ],
  ])('is refused %s', async (_what, fields, openid, code) => {
    await putAll(county, 'meetings', [storedMeeting('last-year', {}, { cycleId: '2025' })])
    expect(await county.as(openid).verdict('meeting.open', { ...office, meetingId: null, ...fields })).toBe(code)
  })

  it('takes two round trips', async () => {
    const before = county.log.length
    await open(null)
    expect(county.log.slice(before).join()).not.toMatch(/"roundTrips":[3-9]/)
  })
})
