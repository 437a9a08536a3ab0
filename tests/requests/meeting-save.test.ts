import type { SaveMeeting } from '#shared/contract/meeting-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { fileOf, picture, takeTickets, upload } from '../support/county/files'
import { forgetRecords, putAll, storedMeeting, uploadedPages } from '../support/county/records'
import { newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  await forgetRecords(county)
  await county.arrangeCycle({ phase: 'self-assessment' })
})

const people = ['主席 王建国', '委员 李晓燕', '委员 张军']
const saving = (fields: Partial<SaveMeeting> = {}): SaveMeeting => ({
  cycleId,
  departmentId: null,
  meetingId: newId(),
  title: '全县工会工作会议',
  kind: 'meeting',
  date: '2026-03-12',
  expected: [
    { unitId: 'township-a', people },
    { unitId: 'system-a', people: ['主席 赵敏'] },
  ],
  marks: [
    { unitId: 'township-a', place: 0, attendance: 'absent', note: '' },
    { unitId: 'township-a', place: 1, attendance: 'leave', note: '住院' },
    { unitId: 'system-a', place: 0, attendance: 'present', note: '' },
  ],
  sheets: [],
  ...fields,
})
const save = (input: SaveMeeting, openid = 'office') => county.as(openid).get('meeting.save', input)
const verdictOf = (input: object, openid = 'office') => county.as(openid).verdict('meeting.save', input)
const countOfMeetings = async () => (await county.database.collection('meetings').where({}).count()).total
const mark = (fields: object) => ({ unitId: 'township-a', place: 0, attendance: 'absent', note: '', ...fields })

describe('is refused', () => {
  afterEach(async () => expect(await countOfMeetings()).toBe(0))

  it.each<[string, object, string, string]>([
    ['a stranger', {}, 'nobody', 'identity.not-a-member'],
    ['a unit', {}, 'chair-township-a', 'permission.denied'],
    ['a department in the office’s name', {}, 'head-general-office', 'permission.denied'],
    [
      'a department that scores nothing by attendance',
      { departmentId: 'welfare' },
      'head-welfare',
      'permission.denied',
    ],
  ])('to %s', async (_who, fields, openid, code) => {
    expect(await verdictOf({ ...saving(), ...fields }, openid)).toBe(code)
  })

  it.each<[string, object, string]>([
    ['a unit that takes no part', { expected: [{ unitId: 'nowhere', people }], marks: [] }, 'record.unknown-unit'],
    ['a mark of a unit that was not invited', { marks: [mark({ unitId: 'township-b' })] }, 'meeting.person-unknown'],
    ['a mark of nobody', { marks: [mark({ place: 3 })] }, 'meeting.person-unknown'],
    ['two marks of one', { marks: [mark({}), mark({ attendance: 'leave' })] }, 'call.invalid-input'],
    ['one unit twice', { expected: [...saving().expected, ...saving().expected] }, 'call.invalid-input'],
    ['a unit without anybody', { expected: [{ unitId: 'township-a', people: [] }], marks: [] }, 'call.invalid-input'],
    ['no day', { date: '' }, 'call.invalid-input'],
    ['no title', { title: ' ' }, 'call.invalid-input'],
    ['an operator for a title', { title: { $gt: '' } }, 'call.invalid-input'],
    ['an operator for its id', { meetingId: { $ne: '' } }, 'call.invalid-input'],
    ['an id with a dot', { meetingId: 'a.b' }, 'call.invalid-input'],
    ['a unit with a dollar', { expected: [{ unitId: '$set', people }] }, 'call.invalid-input'],
    ['half a place', { marks: [mark({ place: 0.5 })] }, 'call.invalid-input'],
    ['a word for attendance that nobody knows', { marks: [mark({ attendance: 'late' })] }, 'call.invalid-input'],
    ['a ticket that nobody took', { sheets: [newId()] }, 'material.ticket-unknown'],
  ])('for %s', async (_what, fields, code) => expect(await verdictOf({ ...saving(), ...fields })).toBe(code))

  it('once the year is filed', async () => {
    await county.arrangeCycle({ phase: 'archived' })
    expect(await verdictOf(saving())).toBe('record.closed')
  })

  it('with a colleague’s ticket, a unit’s, or one for another purpose', async () => {
    const [ofColleague] = await uploadedPages(county, 'head-general-office', [picture(1)])
    expect(await verdictOf(saving({ sheets: [ofColleague ?? ''] }))).toBe('material.ticket-unknown')
    const [ofUnit] = await takeTickets(county, 'filler-township-a', [picture(2)])
    expect(await verdictOf(saving({ sheets: [ofUnit?.ticketId ?? ''] }))).toBe('material.ticket-unknown')
    const { content: _content, ...file } = picture(3)
    const announced = { files: [{ ...file, use: 'rubric' as const }] }
    const { tickets } = await county.as('office').get('county.ticket', announced)
    expect(await verdictOf(saving({ sheets: [tickets[0]?.ticketId ?? ''] }))).toBe('material.ticket-unknown')
  })

  it('with a page that is not what it claims to be, or has not arrived', async () => {
    const page = fileOf(Buffer.from('<script>alert(1)</script>'), 'picture', 'image/png')
    const sheets = await uploadedPages(county, 'office', [page])
    expect(await verdictOf(saving({ sheets }))).toBe('material.wrong-type')
    const { content, ...file } = picture(4)
    const { tickets } = await county.as('office').get('county.ticket', { files: [{ ...file, use: 'attendance' }] })
    const input = saving({ sheets: tickets.map(({ ticketId }) => ticketId) })
    expect(await verdictOf(input)).toBe('material.not-uploaded')
    await upload(county, 'office', tickets[0]?.path ?? '', content)
    expect(await verdictOf(input)).toBe('ok')
    await forgetRecords(county)
  })
})

describe('a meeting', () => {
  it('holds everybody who was expected; who is not marked was there', async () => {
    const { units, ...head } = await save(saving({ meetingId: 'spring' }))
    expect(head).toMatchObject({ meetingId: 'spring', title: '全县工会工作会议', date: '2026-03-12', sheets: [] })
    expect(head.abilities).toMatchObject({ 'meeting.correct': true })
    expect(units.map(({ unitId }) => unitId).slice(0, 3)).toEqual(['township-a', 'township-b', 'system-a'])
    expect(units[0]?.people).toEqual([
      { person: '主席 王建国', attendance: 'absent', note: '', revision: 1, was: [] },
      { person: '委员 李晓燕', attendance: 'leave', note: '住院', revision: 1, was: [] },
      { person: '委员 张军', attendance: 'present', note: '', revision: 0, was: [] },
    ])
    expect(units[1]?.people).toEqual([])
    expect(units[2]?.people).toMatchObject([{ attendance: 'present', revision: 0 }])
  })

  it('is seen by its units at once, each its own people', async () => {
    await save(saving({ meetingId: 'spring' }))
    const seenBy = async (unitId: string) =>
      (await county.as(`chair-${unitId}`).get('assessment.open', { cycleId, unitId })).records.records
    expect((await seenBy('township-a')).absences).toMatchObject({
      scope: '共1次会议',
      entries: [{ entryId: 'spring-p0', what: '全县工会工作会议　主席 王建国' }],
    })
    expect((await seenBy('system-a')).absences).toMatchObject({ entries: [] })
    expect(await seenBy('township-b')).toEqual({})
  })

  it('keeps the photographed 签到册 where no client can write, and shows it by signed addresses', async () => {
    const pages = [picture(10), picture(11)]
    const input = saving({ sheets: await uploadedPages(county, 'office', pages), meetingId: 'spring' })
    const { sheets } = await save(input)
    expect(sheets).toHaveLength(2)
    for (const [index, address] of sheets.entries()) {
      const bytes = Buffer.from(await (await fetch(address)).arrayBuffer())
      expect(bytes).toEqual(pages[index]?.content)
    }
    const { data } = await county.database.collection('meetings').doc('spring').get()
    const [kept = ''] = data[0].sheets.map((fileId: string) => fileId.slice(fileId.indexOf('/attendance/') + 1))
    expect(kept).toMatch(/^attendance\/2026\/[\w-]{22}\.png$/)
    expect(await upload(county, 'office', kept, picture(12).content)).toMatchObject({ errCode: expect.anything() })
    expect(await county.cloud.storage.read(kept)).toEqual(pages[0]?.content)
  })

  it('may be entered by the department whose item rests on it', async () => {
    expect(await verdictOf(saving({ departmentId: 'general-office' }), 'reviewer-general-office')).toBe('ok')
  })

  it('delivered again, three times at once or after the year, is one', async () => {
    const input = saving({ sheets: await uploadedPages(county, 'office', [picture(20)]) })
    const answers = await Promise.all([save(input), save(input), save(input)])
    const units = answers.map(answer => answer.units)
    expect(units).toEqual([units[0], units[0], units[0]])
    await county.arrangeCycle({ phase: 'archived' })
    expect((await save(input)).units).toEqual(units[0])
    expect(await countOfMeetings()).toBe(1)
  })

  it('keeps its id: other people, or another year, are refused', async () => {
    const input = saving()
    await save(input)
    expect(await verdictOf({ ...input, title: '别的会议' })).toBe('meeting.exists')
    expect(await verdictOf({ ...input, marks: [] })).toBe('meeting.exists')
    await putAll(county, 'meetings', [storedMeeting('winter', {}, { cycleId: '2025' })])
    expect(await verdictOf(saving({ meetingId: 'winter' }))).toBe('meeting.exists')
  })

  it('of 600 people, all of them absent, is written and opened whole', async () => {
    const expected = ['township-a', 'township-b', 'system-a', 'system-b', 'party-a', 'party-b'].map(unitId => ({
      unitId,
      people: Array.from({ length: 100 }, (_, index) => `委员 第${index}位`),
    }))
    const marks = expected.flatMap(({ unitId }) =>
      Array.from({ length: 100 }, (_, place) => ({ unitId, place, attendance: 'absent' as const, note: '' })),
    )
    const { units } = await save(saving({ expected, marks }))
    expect(units.flatMap(unit => unit.people).filter(({ attendance }) => attendance === 'absent')).toHaveLength(600)
  })
})
