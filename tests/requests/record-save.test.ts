import type { SaveRecords } from '#shared/contract/record-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { entryOf, forgetRecords, recordIn } from '../support/county/records'
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

type Entry = SaveRecords['entries'][number]
const entry = (fields: Partial<Entry> = {}): Entry => ({
  entryId: newId(),
  unitId: 'township-a',
  ...entryOf(),
  ...fields,
})
const saving = (entries: Entry[], fields: Partial<SaveRecords> = {}): SaveRecords => ({
  cycleId,
  departmentId: 'publicity',
  measure: 'articles',
  entries,
  ...fields,
})
const save = (entries: Entry[], fields?: Partial<SaveRecords>, openid = 'reviewer-publicity') =>
  county.as(openid).get('record.save', saving(entries, fields))
const verdictOf = (input: object, openid = 'reviewer-publicity') => county.as(openid).verdict('record.save', input)

describe('is refused', () => {
  afterEach(async () => expect(await recordIn(county, 'articles')).toBeUndefined())

  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['a unit', 'chair-township-a', 'permission.denied'],
    ['another department', 'head-welfare', 'permission.denied'],
    ['a leader', 'leader', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => expect(await verdictOf(saving([entry()]), openid)).toBe(code))

  it.each([
    ['a measure that other departments score by', { measure: 'briefings' }],
    ['a measure that nobody counts', { measure: 'weather' }],
    ['absences, which meetings yield', { departmentId: null, measure: 'absences' }],
  ])('for %s', async (_what, fields) => {
    const openid = 'departmentId' in fields ? 'office' : undefined
    expect(await verdictOf(saving([entry()], fields), openid)).toBe('record.unknown-measure')
  })

  it('for a unit that takes no part, with everything else in the call', async () => {
    await county.database.collection('units').add({ _id: 'new-unit', name: '新单位', audience: 'township', order: 99 })
    expect(await verdictOf(saving([entry(), entry({ unitId: 'new-unit' })]))).toBe('record.unknown-unit')
  })

  it.each([
    ['an operator for a measure', { measure: { $gt: '' } }],
    ['an operator for a unit', { entries: [{ ...entry(), unitId: { $ne: '' } }] }],
    ['an operator for a title', { entries: [{ ...entry(), what: { $set: 1 } }] }],
    ['an entry id with a dot', { entries: [entry({ entryId: 'a.b' })] }],
    ['an entry id that every object has', { entries: [entry({ entryId: 'constructor' })] }],
    ['a unit with a dollar', { entries: [entry({ unitId: '$where' })] }],
    ['less than nothing', { entries: [entry({ count: -1 })] }],
    ['a third place', { entries: [entry({ count: 0.123 })] }],
    ['no number', { entries: [entry({ count: Number.NaN })] }],
    ['a day that does not exist', { entries: [entry({ date: '2026-02-30' })] }],
    ['more than one knows', { entries: [{ ...entry(), counted: 1 }] }],
    ['no entries', { entries: [] }],
    ['one id twice', { entries: [entry({ entryId: 'twice' }), entry({ entryId: 'twice' })] }],
  ])('with %s', async (_what, fields) => {
    expect(await verdictOf({ ...saving([entry()]), ...fields })).toBe('call.invalid-input')
  })

  it('once the year is filed', async () => {
    await county.arrangeCycle({ phase: 'archived' })
    expect(await verdictOf(saving([entry()]))).toBe('record.closed')
  })
})

describe('an entry', () => {
  it('is seen by the unit at once, named after who keeps it, and by no other unit', async () => {
    expect(await save([entry({ entryId: 'spring' }), entry({ unitId: 'township-b', what: '别的' })])).toEqual({
      saved: 2,
    })
    const { records } = await county.as('filler-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
    expect(records.records.articles).toEqual({
      source: '宣教部的记录',
      scope: '',
      entries: [{ entryId: 'spring', revision: 1, ...entryOf(), was: [], removed: false }],
    })
    expect(JSON.stringify(records)).not.toContain('别的')
  })

  it('of the office bears the department’s name as well', async () => {
    await save([entry()], { departmentId: null }, 'office')
    expect(await recordIn(county, 'articles')).toMatchObject({
      source: '宣教部的记录',
      others: 'unknown',
      entries: { 'township-a': {} },
    })
  })

  it('may be named by a number alone', async () => {
    await save([entry({ entryId: '123' })])
    await save([entry({ entryId: '7', unitId: 'township-b' })])
    const stored = await recordIn(county, 'articles')
    expect(Object.keys(stored?.entries['township-b'] ?? {})).toEqual(['7'])
    expect(stored?.counts).toEqual({ 'township-a': 100, 'township-b': 100 })
  })

  it('adds to the sum by the same write, and hundredths never drift', async () => {
    await save([entry({ count: 0.1 })])
    await save([entry({ count: 0.2 }), entry({ count: 0, unitId: 'township-b' })])
    for (let round = 0; round < 7; round += 1) await save([entry({ count: 0.1 })])
    const { record, units } = await county
      .as('office')
      .get('record.measure', { cycleId, departmentId: null, measure: 'articles' })
    expect([record.total, record.units]).toEqual([1, 2])
    expect(units.slice(0, 3).map(({ count, entries }) => [count, entries])).toEqual([
      [1, 9],
      [0, 1],
      [null, 0],
    ])
  })
})

describe('delivered again', () => {
  it('adds nothing and answers as the first time', async () => {
    const entries = [entry(), entry({ unitId: 'township-b' })]
    const first = await save(entries)
    const stored = await recordIn(county, 'articles')
    expect(await save(entries)).toEqual(first)
    expect(await recordIn(county, 'articles')).toEqual(stored)
  })

  it('with one entry more adds that one', async () => {
    const known = entry()
    await save([known])
    expect(await save([known, entry()])).toEqual({ saved: 2 })
    expect((await recordIn(county, 'articles'))?.counts).toEqual({ 'township-a': 200 })
  })

  it('still counts as saved when the entry has been corrected or the year is filed', async () => {
    const saved = entry({ entryId: 'spring' })
    await save([saved])
    const keeper = { cycleId, departmentId: 'publicity', measure: 'articles', unitId: 'township-a', entryId: 'spring' }
    await county.as('head-publicity').get('record.correct', {
      ...keeper,
      operationId: newId(),
      revision: 1,
      to: null,
      reason: '记重了',
      doubtId: null,
    })
    expect(await save([saved])).toEqual({ saved: 1 })
    await county.arrangeCycle({ phase: 'archived' })
    expect(await save([saved])).toEqual({ saved: 1 })
    expect(await verdictOf(saving([saved, entry()]))).toBe('record.closed')
    expect((await recordIn(county, 'articles'))?.counts).toEqual({ 'township-a': 0 })
  })

  it.each([
    ['another value', { count: 2 }],
    ['another unit', { unitId: 'township-b' }],
  ])('with %s under its id is refused, and so is what came with it', async (_what, fields) => {
    const known = entry()
    await save([known])
    expect(await verdictOf(saving([{ ...known, ...fields }, entry()]))).toBe('record.exists')
    expect((await recordIn(county, 'articles'))?.counts).toEqual({ 'township-a': 100 })
  })
})

describe('two keepers at once', () => {
  it('begin the record together, and nothing of either is lost', async () => {
    const writers = ['reviewer-publicity', 'head-publicity', 'reviewer-publicity', 'head-publicity']
    const answers = await Promise.all(writers.map(openid => save([entry(), entry({ unitId: 'system-a' })], {}, openid)))
    expect(answers).toEqual(Array(4).fill({ saved: 2 }))
    const stored = await recordIn(county, 'articles')
    expect(stored?.counts).toEqual({ 'township-a': 400, 'system-a': 400 })
    expect(Object.keys(stored?.entries['township-a'] ?? {})).toHaveLength(4)
  })

  it('send the same entry: it is there once', async () => {
    const same = entry()
    await save([entry()])
    expect(await Promise.all([save([same]), save([same]), save([same])])).toEqual(Array(3).fill({ saved: 1 }))
    expect((await recordIn(county, 'articles'))?.counts).toEqual({ 'township-a': 200 })
  })
})

it('takes two round trips', async () => {
  await save([entry()])
  const before = county.log.length
  await save([entry()])
  expect(county.log.slice(before).join()).toContain('"roundTrips":2')
})
