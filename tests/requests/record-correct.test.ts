import type { CorrectRecord } from '#shared/contract/record-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { entryOf, forgetRecords, putAll, recordIn, storedDoubt, storedRecord } from '../support/county/records'
import { newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  await forgetRecords(county)
  await county.arrangeCycle({ phase: 'review' })
  await putAll(county, 'county-records', [storedRecord('articles', { 'township-a': entryOf({ count: 0.3 }) })])
  await putAll(county, 'record-doubts', [storedDoubt('doubt-of-this-unit')])
})

const correcting = (fields: Partial<CorrectRecord> = {}): CorrectRecord => ({
  cycleId,
  departmentId: 'publicity',
  measure: 'articles',
  unitId: 'township-a',
  entryId: 'first',
  operationId: newId(),
  revision: 1,
  to: entryOf({ count: 0.1 }),
  reason: '核对了样报',
  doubtId: null,
  ...fields,
})
const correct = (input: CorrectRecord, openid = 'head-publicity') => county.as(openid).get('record.correct', input)
const verdictOf = (input: object, openid = 'head-publicity') => county.as(openid).verdict('record.correct', input)
const doubtIn = async (id = 'doubt-of-this-unit') =>
  (await county.database.collection('record-doubts').doc(id).get()).data[0]

describe('is refused', () => {
  afterEach(async () =>
    expect(await recordIn(county, 'articles')).toMatchObject({
      counts: { 'township-a': 30 },
      entries: { 'township-a': { first: { revision: 1, was: [] } } },
    }),
  )

  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['the unit itself', 'chair-township-a', 'permission.denied'],
    ['another department', 'head-welfare', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(correcting(), openid)).toBe(code))

  it.each<[string, object, string]>([
    ['no reason', { reason: '  ' }, 'call.invalid-input'],
    ['an operator for a revision', { revision: { $gte: 0 } }, 'call.invalid-input'],
    ['an operator for an entry', { entryId: { $ne: '' } }, 'call.invalid-input'],
    ['a path for an entry', { entryId: 'first.value' }, 'call.invalid-input'],
    ['an operator for a doubt', { doubtId: { $ne: null } }, 'call.invalid-input'],
    ['an operator for a value', { to: { $remove: 1 } }, 'call.invalid-input'],
    ['an entry that is not there', { entryId: 'second' }, 'record.unknown-entry'],
    ['an entry of another unit', { unitId: 'township-b' }, 'record.unknown-entry'],
    ['a record that nobody has begun', { measure: 'subscriptions' }, 'record.unknown-entry'],
    ['another department’s record', { measure: 'briefings' }, 'record.unknown-measure'],
    ['a mark at a meeting', { measure: 'absences' }, 'record.unknown-measure'],
    ['a value that somebody has replaced', { revision: 0 }, 'record.stale'],
    ['a doubt that nobody raised', { doubtId: newId() }, 'doubt.unknown'],
  ])('for %s', async (_what, fields, code) => expect(await verdictOf({ ...correcting(), ...fields })).toBe(code))

  it.each([
    ['of another unit', { unitId: 'township-b' }],
    ['of another measure', { measure: 'subscriptions' }],
    ['of another entry', { entryId: 'second' }],
    ['of another year', { cycleId: '2025' }],
  ])('with a doubt %s', async (_what, fields) => {
    await putAll(county, 'record-doubts', [storedDoubt('doubt-of-another-thing', fields)])
    expect(await verdictOf(correcting({ doubtId: 'doubt-of-another-thing' }))).toBe('doubt.unknown')
  })

  it('with a doubt that was answered otherwise', async () => {
    const signature = { name: '部长', memberId: 'm-1', at: 1 }
    const answer = { operationId: newId(), kind: 'explained' as const, text: '没有错', by: '宣教部', signature }
    await putAll(county, 'record-doubts', [storedDoubt('doubt-of-this-unit', { answer })])
    expect(await verdictOf(correcting({ doubtId: 'doubt-of-this-unit' }))).toBe('doubt.answered')
  })

  it('once the year is filed', async () => {
    await county.arrangeCycle({ phase: 'archived' })
    expect(await verdictOf(correcting())).toBe('record.closed')
  })
})

describe('a correction', () => {
  it('puts the new value in front, keeps the old one, and changes the sum by the difference', async () => {
    const { entries } = await correct(correcting())
    expect(entries).toEqual([
      {
        entryId: 'first',
        revision: 2,
        ...entryOf({ count: 0.1 }),
        was: [{ value: entryOf({ count: 0.3 }), reason: '核对了样报', at: expect.any(Number) }],
        removed: false,
      },
    ])
    expect(await recordIn(county, 'articles')).toMatchObject({
      counts: { 'township-a': 10 },
      entries: {
        'township-a': { first: { signature: { name: '宣教部部长' }, was: [{ signature: { name: '考核办' } }] } },
      },
    })
  })

  it('takes an entry out, which the unit sees struck through, and may bring it back', async () => {
    const out = await correct(correcting({ to: null }))
    expect(out.entries).toMatchObject([{ revision: 2, removed: true, count: 0.3 }])
    expect((await recordIn(county, 'articles'))?.counts).toEqual({ 'township-a': 0 })
    const { records } = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
    expect(records.records.articles?.entries).toEqual(out.entries)
    const back = await correct(correcting({ revision: 2, reason: '找到了样报' }), 'head-publicity')
    expect(back.entries).toMatchObject([
      { revision: 3, removed: false, was: [{ value: { count: 0.3 } }, { value: null }] },
    ])
    expect((await recordIn(county, 'articles'))?.counts).toEqual({ 'township-a': 10 })
  })

  it('by the office is as good', async () => {
    await correct(correcting({ departmentId: null }), 'office')
    expect((await recordIn(county, 'articles'))?.counts).toEqual({ 'township-a': 10 })
  })

  it('delivered again changes nothing and gets the answer of the first, after the year as well', async () => {
    const input = correcting()
    const first = await correct(input)
    expect(await correct(input)).toEqual(first)
    await county.arrangeCycle({ phase: 'archived' })
    expect(await correct(input)).toEqual(first)
    expect(await verdictOf({ ...input, reason: '别的' })).toBe('record.closed')
    await county.arrangeCycle({ phase: 'review' })
    expect(await verdictOf({ ...input, reason: '别的' })).toBe('operation.reused')
    expect(await verdictOf({ ...input, to: null })).toBe('operation.reused')
  })

  it('of two people at once is one of them, the other is told', async () => {
    const verdicts = await Promise.all(
      ['head-publicity', 'reviewer-publicity'].map(openid => verdictOf(correcting(), openid)),
    )
    expect(verdicts.sort()).toEqual(['ok', 'record.stale'])
    expect((await recordIn(county, 'articles'))?.counts).toEqual({ 'township-a': 10 })
  })

  it('delivered three times at once is one', async () => {
    const input = correcting()
    const answers = await Promise.all([correct(input), correct(input), correct(input)])
    expect(answers.map(({ entries }) => entries[0]?.revision)).toEqual([2, 2, 2])
  })
})

describe('a correction that answers a 有出入', () => {
  const answering = () => correcting({ doubtId: 'doubt-of-this-unit' })

  it('says so to the unit in the name of the department', async () => {
    const { doubts } = await correct(answering())
    const answer = { kind: 'corrected', text: '核对了样报', by: '宣教部', at: expect.any(Number) }
    expect(doubts).toMatchObject([{ doubtId: 'doubt-of-this-unit', answer }])
    const { records } = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
    expect(records.doubts).toMatchObject([{ answer }])
    expect(JSON.stringify(records)).not.toContain('宣教部部长')
  })

  it('of the office speaks for 考核办', async () => {
    const { doubts } = await correct({ ...answering(), departmentId: null }, 'office')
    expect(doubts).toMatchObject([{ answer: { by: '考核办' } }])
  })

  it('also where the unit missed an entry', async () => {
    await putAll(county, 'record-doubts', [storedDoubt('doubt-of-this-unit', { entryId: null })])
    expect((await correct(answering())).doubts).toMatchObject([{ answer: { kind: 'corrected' } }])
  })

  it('broken off in between, leaves the doubt open, and a repetition answers it', async () => {
    const input = answering()
    const first = await correct(input)
    await county.database.collection('record-doubts').doc('doubt-of-this-unit').update({ answer: null })
    expect(await correct(input)).toMatchObject({ entries: first.entries, doubts: [{ answer: { kind: 'corrected' } }] })
    expect(await doubtIn()).toMatchObject({ answer: { operationId: input.operationId } })
  })

  it('stands, and is answered as before, where somebody has explained it in the meantime', async () => {
    const input = answering()
    await correct(input)
    const explained = { operationId: newId(), kind: 'explained', text: '没有错', by: '宣教部', signature: { at: 1 } }
    await county.database.collection('record-doubts').doc('doubt-of-this-unit').update({ answer: explained })
    const again = await correct(input)
    expect(again).toMatchObject({ entries: [{ revision: 2 }], doubts: [{ answer: { kind: 'explained' } }] })
  })
})
