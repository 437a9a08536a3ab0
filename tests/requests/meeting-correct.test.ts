import type { CorrectMeeting } from '#shared/contract/meeting-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { forgetRecords, putAll, storedDoubt, storedMeeting } from '../support/county/records'
import { newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  await forgetRecords(county)
  await county.arrangeCycle({ phase: 'review' })
  await putAll(county, 'meetings', [storedMeeting('spring', { 'township-a': [0] })])
  await putAll(county, 'record-doubts', [doubt()])
})

const doubtId = 'doubt-of-this-unit'
const doubt = (fields: object = {}) => storedDoubt(doubtId, { measure: 'absences', entryId: 'spring-p0', ...fields })
const correcting = (fields: Partial<CorrectMeeting> = {}): CorrectMeeting => ({
  cycleId,
  departmentId: null,
  meetingId: 'spring',
  unitId: 'township-a',
  place: 0,
  operationId: newId(),
  revision: 1,
  to: 'present',
  note: '',
  reason: '签到册第二页有名字',
  doubtId: null,
  ...fields,
})
const correct = (input: CorrectMeeting, openid = 'office') => county.as(openid).get('meeting.correct', input)
const verdictOf = (input: object, openid = 'office') => county.as(openid).verdict('meeting.correct', input)
const marksIn = async () =>
  (await county.database.collection('meetings').doc('spring').get()).data[0].marks['township-a']

describe('is refused', () => {
  afterEach(async () => expect(await marksIn()).toEqual({ p0: expect.objectContaining({ revision: 1, was: [] }) }))

  it.each<[string, object, string, string]>([
    ['a stranger', {}, 'nobody', 'identity.not-a-member'],
    ['the unit itself', {}, 'chair-township-a', 'permission.denied'],
    ['a department that keeps no meetings', { departmentId: 'welfare' }, 'head-welfare', 'permission.denied'],
  ])('to %s', async (_who, fields, openid, code) => {
    expect(await verdictOf({ ...correcting(), ...fields }, openid)).toBe(code)
  })

  it.each<[string, object, string]>([
    ['no reason', { reason: '' }, 'call.invalid-input'],
    ['an operator for a revision', { revision: { $gte: 0 } }, 'call.invalid-input'],
    ['an operator for a meeting', { meetingId: { $ne: '' } }, 'call.invalid-input'],
    ['an operator for a note', { note: { $set: 1 } }, 'call.invalid-input'],
    ['a path for a unit', { unitId: 'township-a.p0' }, 'call.invalid-input'],
    ['a meeting that was not held', { meetingId: 'winter' }, 'meeting.unknown'],
    ['somebody who was not expected', { place: 3 }, 'meeting.person-unknown'],
    ['a unit that was not invited', { unitId: 'township-b' }, 'meeting.person-unknown'],
    ['a mark that somebody has replaced', { revision: 0 }, 'record.stale'],
    ['a doubt that nobody raised', { doubtId: newId() }, 'doubt.unknown'],
  ])('for %s', async (_what, fields, code) => expect(await verdictOf({ ...correcting(), ...fields })).toBe(code))

  it.each([
    ['of another unit', { unitId: 'township-b' }],
    ['of another meeting', { entryId: 'winter-p0' }],
    ['of an article', { measure: 'articles', entryId: null }],
  ])('with a doubt %s', async (_what, fields) => {
    await putAll(county, 'record-doubts', [doubt(fields)])
    expect(await verdictOf(correcting({ doubtId }))).toBe('doubt.unknown')
  })

  it('once the year is filed, or in the name of another year', async () => {
    await putAll(county, 'meetings', [storedMeeting('last-year', { 'township-a': [0] }, { cycleId: '2025' })])
    expect(await verdictOf(correcting({ meetingId: 'last-year' }))).toBe('meeting.unknown')
    await county.arrangeCycle({ phase: 'archived' })
    expect(await verdictOf(correcting())).toBe('record.closed')
  })
})

describe('a correction', () => {
  it('keeps what stood there, for the keeper and for the unit', async () => {
    const { units } = await correct(correcting())
    const was = [{ attendance: 'absent', note: '', reason: '签到册第二页有名字', at: expect.any(Number) }]
    expect(units[0]?.people[0]).toEqual({ person: '主席 王建国', attendance: 'present', note: '', revision: 2, was })
    const { records } = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
    expect(records.records.absences?.entries).toMatchObject([
      { entryId: 'spring-p0', removed: true, was: [{ value: { count: 1 }, reason: '签到册第二页有名字' }] },
    ])
  })

  it('marks somebody who was thought to have been there', async () => {
    const input = correcting({ place: 1, revision: 0, to: 'proxy', note: '由张军代会' })
    const { units } = await correct(input, 'office')
    expect(units[0]?.people[1]).toMatchObject({
      attendance: 'proxy',
      note: '由张军代会',
      revision: 1,
      was: [{ attendance: 'present' }],
    })
    expect(await verdictOf({ ...input, operationId: newId() })).toBe('record.stale')
    expect(Object.keys(await marksIn())).toEqual(['p0', 'p1'])
  })

  it('of the first mark of a unit has its place as well', async () => {
    await putAll(county, 'meetings', [storedMeeting('spring', { 'township-a': [] })])
    const { units } = await correct(correcting({ revision: 0, to: 'absent' }))
    expect(units[0]?.people.map(({ attendance }) => attendance)).toEqual(['absent', 'present', 'present'])
  })

  it('delivered again, three times at once or after the year, is one', async () => {
    const input = correcting()
    const answers = await Promise.all([correct(input), correct(input), correct(input)])
    expect(answers.map(({ units }) => units[0]?.people[0]?.revision)).toEqual([2, 2, 2])
    await county.arrangeCycle({ phase: 'archived' })
    expect((await correct(input)).units).toEqual(answers[0]?.units)
    await county.arrangeCycle({ phase: 'review' })
    expect(await verdictOf({ ...input, to: 'leave' })).toBe('operation.reused')
  })

  it('of two people at once is one of them; of two persons, both', async () => {
    const ofOne = await Promise.all([verdictOf(correcting()), verdictOf(correcting({ to: 'leave' }))])
    expect(ofOne.sort()).toEqual(['ok', 'record.stale'])
    const first = correcting({ place: 1, revision: 0, to: 'absent' })
    const second = correcting({ place: 2, revision: 0, to: 'absent', departmentId: 'general-office' })
    expect(await Promise.all([verdictOf(first), verdictOf(second, 'head-general-office')])).toEqual(['ok', 'ok'])
    // Whichever came first stands first.
    expect(Object.keys(await marksIn()).sort()).toEqual(['p0', 'p1', 'p2'])
  })
})

describe('a correction that answers a 有出入', () => {
  it('says so to the unit', async () => {
    const { units } = await correct(correcting({ doubtId }))
    const answer = { kind: 'corrected', text: '签到册第二页有名字', by: '考核办', at: expect.any(Number) }
    expect(units[0]?.doubts).toMatchObject([{ doubtId, answer }])
  })

  it('broken off in between, leaves the doubt open, and a repetition answers it', async () => {
    const input = correcting({ doubtId })
    await correct(input)
    await putAll(county, 'record-doubts', [doubt()])
    const { units } = await correct(input)
    expect(units[0]).toMatchObject({ people: [{ revision: 2 }, {}, {}], doubts: [{ answer: { kind: 'corrected' } }] })
  })
})
