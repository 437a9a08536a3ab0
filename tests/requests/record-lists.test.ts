import { newlyWritten } from '#shared/records/record'
import { type County, cycleId, startCounty } from '../support/county'
import {
  entryOf,
  forgetRecords,
  putAll,
  recordIn,
  storedDoubt,
  storedMeeting,
  storedRecord,
} from '../support/county/records'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

/** Two articles of 城关镇, one of which was taken out; one of 教育系统 that counts 2.5. */
const articles = storedRecord('articles', { 'township-a': entryOf(), 'system-a': entryOf({ count: 2.5 }) })
const signature = { name: '部长', memberId: 'm-1', at: 2 }
const former = { value: entryOf(), signature, reason: '记重了', operationId: 'op' }
articles.entries['township-a'] = {
  ...articles.entries['township-a'],
  second: { ...newlyWritten(null, signature), revision: 2, was: [former] },
}

beforeEach(async () => {
  await forgetRecords(county)
  await county.arrangeCycle({ phase: 'self-assessment' })
  await putAll(county, 'county-records', [articles])
  await putAll(county, 'meetings', [storedMeeting('spring', { 'township-a': [0] })])
  await putAll(county, 'record-doubts', [
    storedDoubt('about-an-article'),
    storedDoubt('about-a-meeting', { measure: 'absences', entryId: 'spring-p0' }),
    storedDoubt('of-another', { measure: 'briefings', entryId: null, unitId: 'township-b' }),
    storedDoubt('answered', {
      answer: { operationId: 'op', kind: 'explained', text: '已计', by: '宣教部', signature },
    }),
  ])
})

const publicity = { cycleId, departmentId: 'publicity' }
const office = { cycleId, departmentId: null }
const asPublicity = () => county.as('reviewer-publicity')

describe('record.list', () => {
  it('shows a department the records that its items rest on, in the order of the annexes', async () => {
    const list = await asPublicity().get('record.list', publicity)
    expect(list.records.map(({ measure }) => measure)).toEqual([
      'large-enterprises',
      'large-enterprises-with-culture',
      'small-enterprises-with-culture',
      'small-enterprises',
      'culture-models',
      'learning-models',
      'articles',
      'subscriptions',
      'workers-culture-models',
    ])
    expect(list.records.find(({ measure }) => measure === 'articles')).toMatchObject({
      unit: '篇',
      units: 2,
      total: 3.5,
      others: 'unknown',
      departments: ['publicity'],
    })
    expect(list).toMatchObject({ meetings: { count: 1, mayKeep: false }, doubtsOpen: 1 })
    expect(list.abilities).toMatchObject({ 'record.save': true, 'record.correct': true })
    expect(list.abilities).not.toHaveProperty('meeting.save')
  })

  it('shows the office all of them, and whoever scores by attendance its meetings', async () => {
    const all = await county.as('office').get('record.list', office)
    const measures = all.records.map(({ measure }) => measure)
    expect(measures).toEqual(expect.arrayContaining(['briefings', 'members', 'articles', 'training']))
    expect(measures).not.toContain('absences')
    expect(all).toMatchObject({ meetings: { count: 1, mayKeep: true }, doubtsOpen: 3 })
    expect(all.abilities).toMatchObject({ 'meeting.save': true })
    const own = await county.as('head-general-office').get('record.list', { cycleId, departmentId: 'general-office' })
    expect(own).toMatchObject({ meetings: { mayKeep: true }, doubtsOpen: 2 })
  })

  it('allows nothing to be changed once the year is filed', async () => {
    await county.arrangeCycle({ phase: 'archived' })
    const { abilities } = await county.as('office').get('record.list', office)
    expect(Object.keys(abilities).sort()).toEqual([
      'meeting.list',
      'meeting.open',
      'record.doubts',
      'record.list',
      'record.measure',
      'record.of-unit',
    ])
  })

  it.each([
    ['a cycle that was never opened', { ...publicity, cycleId: '2020' }, 'cycle.none'],
    ['an operator for a cycle', { ...publicity, cycleId: { $gt: '' } }, 'call.invalid-input'],
    ['an operator for a department', { cycleId, departmentId: { $ne: null } }, 'call.invalid-input'],
    ['somebody else’s department', { cycleId, departmentId: 'welfare' }, 'permission.denied'],
    ['the office’s place', office, 'permission.denied'],
  ])('is refused for %s', async (_what, input, code) => {
    expect(await asPublicity().verdict('record.list', input)).toBe(code)
  })
})

describe('record.measure', () => {
  it('goes down all units that the record concerns, in the county’s order', async () => {
    const { units } = await asPublicity().get('record.measure', { ...publicity, measure: 'articles' })
    expect(units).toHaveLength(8)
    expect(units.slice(0, 3)).toEqual([
      { unitId: 'township-a', name: '城关镇总工会', count: 1, entries: 1, doubtsOpen: 1 },
      { unitId: 'township-b', name: '河口镇总工会', count: null, entries: 0, doubtsOpen: 0 },
      { unitId: 'system-a', name: '教育系统工会', count: 2.5, entries: 1, doubtsOpen: 0 },
    ])
  })

  it('leaves out units whose annex does not count it', async () => {
    const { units } = await asPublicity().get('record.measure', { ...publicity, measure: 'learning-models' })
    expect(units.map(({ unitId }) => unitId)).toEqual(['township-a', 'township-b'])
  })

  it('shows such a unit nevertheless where it has an entry', async () => {
    await putAll(county, 'county-records', [storedRecord('learning-models', { 'party-a': entryOf() })])
    const { units } = await asPublicity().get('record.measure', { ...publicity, measure: 'learning-models' })
    expect(units.map(({ unitId }) => unitId)).toEqual(['township-a', 'township-b', 'party-a'])
  })

  it.each([
    ['another department’s', 'briefings'],
    ['what meetings yield', 'absences'],
    ['nobody’s', 'weather'],
  ])('is refused for %s', async (_what, measure) => {
    expect(await asPublicity().verdict('record.measure', { ...publicity, measure })).toBe('record.unknown-measure')
  })
})

describe('record.of-unit', () => {
  const input = { ...publicity, measure: 'articles', unitId: 'township-a' }

  it('shows every entry with what stood there before, and what the unit says of it', async () => {
    const { entries, doubts } = await asPublicity().get('record.of-unit', input)
    expect(entries).toEqual([
      { entryId: 'first', revision: 1, ...entryOf(), was: [], removed: false },
      {
        entryId: 'second',
        revision: 2,
        ...entryOf(),
        was: [{ value: entryOf(), reason: '记重了', at: 2 }],
        removed: true,
      },
    ])
    expect(doubts.map(({ doubtId }) => doubtId).sort()).toEqual(['about-an-article', 'answered'])
    expect(JSON.stringify({ entries, doubts })).not.toContain('memberId')
  })

  it('is empty where nobody has begun', async () => {
    const answer = await asPublicity().get('record.of-unit', { ...input, measure: 'subscriptions' })
    expect(answer).toEqual({ unitId: 'township-a', measure: 'subscriptions', entries: [], doubts: [] })
  })

  it.each([
    ['a unit that does not exist', { unitId: 'nowhere' }, 'unit.unknown'],
    ['an operator for a unit', { unitId: { $exists: true } }, 'call.invalid-input'],
    ['another department’s record', { measure: 'briefings' }, 'record.unknown-measure'],
  ])('is refused for %s', async (_what, fields, code) => {
    expect(await asPublicity().verdict('record.of-unit', { ...input, ...fields })).toBe(code)
  })
})

describe('record.others', () => {
  const setting = (others: 'none' | 'unknown', measure = 'articles') =>
    asPublicity().get('record.others', { ...publicity, measure, others })
  const unitB = (units: { unitId: string; count: number | null }[]) =>
    units.find(({ unitId }) => unitId === 'township-b')?.count
  const held = async () =>
    (await county.as('filler-township-b').get('assessment.open', { cycleId, unitId: 'township-b' })).records.records

  it('counts units without an entry as nought when somebody says so, and takes it back', async () => {
    expect(await held()).not.toHaveProperty('articles')
    const { record, units } = await setting('none')
    expect([record.others, unitB(units)]).toEqual(['none', 0])
    expect((await held()).articles).toEqual({ source: '宣教部的记录', scope: '', entries: [] })
    expect(unitB((await setting('unknown')).units)).toBeNull()
    expect(await held()).not.toHaveProperty('articles')
  })

  it('begins a record that nobody has begun, by two at once as well', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => setting('none', 'subscriptions')))
    for (const { record } of answers) expect(record).toMatchObject({ others: 'none', units: 0, total: 0 })
    expect(await recordIn(county, 'subscriptions')).toMatchObject({ others: 'none', revision: 1, entries: {} })
  })

  it('changes the revision once, however often it is delivered', async () => {
    await setting('none')
    await setting('none')
    expect(await recordIn(county, 'articles')).toMatchObject({ revision: 2, counts: articles.counts })
  })

  it.each([
    ['a third word', { others: 'perhaps' }, 'call.invalid-input'],
    ['an operator', { others: { $ne: 'none' } }, 'call.invalid-input'],
    ['another department’s record', { measure: 'briefings' }, 'record.unknown-measure'],
    ['the measure of meetings', { measure: 'absences' }, 'record.unknown-measure'],
  ])('is refused for %s', async (_what, fields, code) => {
    const input = { ...publicity, measure: 'articles', others: 'none', ...fields }
    expect(await asPublicity().verdict('record.others', input)).toBe(code)
  })
})
