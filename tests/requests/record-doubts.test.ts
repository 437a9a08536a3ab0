import type { AnswerDoubt, RaiseDoubt } from '#shared/contract/record-contract'
import { type County, cycleId, startCounty } from '../support/county'
import { entryOf, forgetRecords, putAll, storedDoubt, storedMeeting, storedRecord } from '../support/county/records'
import { newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  await forgetRecords(county)
  await county.arrangeCycle({ phase: 'self-assessment' })
  await putAll(county, 'county-records', [
    storedRecord('articles', { 'township-a': entryOf(), 'township-b': entryOf() }),
  ])
  await putAll(county, 'meetings', [storedMeeting('spring', { 'township-a': [0], 'township-b': [1] })])
})

const countOfDoubts = async () => (await county.database.collection('record-doubts').where({}).count()).total

describe('record.raise-doubt', () => {
  const raising = (fields: Partial<RaiseDoubt> = {}): RaiseDoubt => ({
    cycleId,
    unitId: 'township-a',
    measure: 'articles',
    entryId: 'first',
    operationId: newId(),
    text: '这篇是市级采用的',
    ...fields,
  })
  const raise = (input: RaiseDoubt, openid = 'filler-township-a') => county.as(openid).get('record.raise-doubt', input)
  const verdictOf = (input: object, openid = 'filler-township-a') =>
    county.as(openid).verdict('record.raise-doubt', input)

  describe('is refused', () => {
    afterEach(async () => expect(await countOfDoubts()).toBe(0))

    it.each([
      ['a stranger', 'nobody', 'identity.not-a-member'],
      ['another unit', 'chair-township-b', 'permission.denied'],
      ['a department', 'head-publicity', 'permission.denied'],
      ['the office', 'office', 'permission.denied'],
    ])('to %s', async (_who, openid, code) => expect(await verdictOf(raising(), openid)).toBe(code))

    it.each<[string, object, string]>([
      ['no word', { text: ' ' }, 'call.invalid-input'],
      ['an operator for a word', { text: { $gt: '' } }, 'call.invalid-input'],
      ['an operator for an entry', { entryId: { $ne: null } }, 'call.invalid-input'],
      ['an operator for its own id', { operationId: { $ne: '' } }, 'call.invalid-input'],
      ['a measure of other annexes', { measure: 'workers-congresses', entryId: null }, 'record.unknown-measure'],
      ['a measure that the cycle does not count', { measure: 'leaves', entryId: null }, 'record.unknown-measure'],
      ['an entry that is not there', { entryId: 'second' }, 'record.unknown-entry'],
      ['a person of another unit at a meeting', { measure: 'absences', entryId: 'spring-p1' }, 'record.unknown-entry'],
      ['a meeting that was not held', { measure: 'absences', entryId: 'winter-p0' }, 'record.unknown-entry'],
    ])('for %s', async (_what, fields, code) => expect(await verdictOf({ ...raising(), ...fields })).toBe(code))

    it('once the year is filed', async () => {
      await county.arrangeCycle({ phase: 'archived' })
      expect(await verdictOf(raising())).toBe('record.closed')
    })
  })

  it('answers all that the county holds of the unit, with the doubt; the figure stays', async () => {
    const before = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
    const input = raising()
    const { records } = await raise(input)
    expect(records).toMatchObject({ ...before.records, doubts: [{ doubtId: input.operationId, answer: null }] })
    expect(JSON.stringify(records)).not.toContain('填报人')
  })

  it.each([
    ['somebody at a meeting', { measure: 'absences', entryId: 'spring-p0' }],
    ['an entry that is missing', { entryId: null }],
    ['a measure that nobody has begun', { measure: 'subscriptions', entryId: null }],
  ])('may be about %s', async (_what, fields) => {
    expect((await raise(raising(fields))).records.doubts).toMatchObject([fields])
  })

  it('delivered again, three times at once or after the year, is one', async () => {
    const input = raising()
    const first = await raise(input)
    expect(await Promise.all([raise(input), raise(input)])).toEqual([first, first])
    await county.arrangeCycle({ phase: 'archived' })
    expect(await raise(input)).toEqual(first)
    expect(await countOfDoubts()).toBe(1)
    const other = raising()
    await county.arrangeCycle({ phase: 'review' })
    await Promise.all([raise(other), raise(other), raise(other)])
    expect(await countOfDoubts()).toBe(2)
  })

  it('keeps its id: other words, or another unit, are refused', async () => {
    const input = raising()
    await raise(input)
    expect(await verdictOf({ ...input, text: '别的' })).toBe('operation.reused')
    expect(await verdictOf({ ...input, unitId: 'township-b' }, 'chair-township-b')).toBe('operation.reused')
  })

  it('waits at twenty for the first answers', async () => {
    const open = Array.from({ length: 19 }, (_, index) => storedDoubt(`open-${index}`))
    const answer = {
      operationId: 'op',
      kind: 'explained' as const,
      text: '',
      by: '',
      signature: { name: '', memberId: '', at: 1 },
    }
    const others = [storedDoubt('answered', { answer }), storedDoubt('of-b', { unitId: 'township-b' })]
    await putAll(county, 'record-doubts', [...open, ...others])
    expect(await verdictOf(raising())).toBe('ok')
    expect(await verdictOf(raising())).toBe('doubt.too-many')
  })

  it('takes two round trips', async () => {
    const before = county.log.length
    await raise(raising())
    expect(county.log.slice(before).join()).toContain('"roundTrips":2')
  })
})

describe('to the keeper', () => {
  const arranged = [
    storedDoubt('about-an-article', { signature: { name: '', memberId: '', at: 3 } }),
    storedDoubt('about-the-meeting', { measure: 'absences', entryId: 'spring-p1', unitId: 'township-b' }),
    storedDoubt('about-a-paper', { measure: 'subscriptions', entryId: null }),
    storedDoubt('doubt-of-another-year', { cycleId: '2025' }),
  ]
  beforeEach(() => putAll(county, 'record-doubts', arranged))
  const idsOf = ({ doubts }: { doubts: { doubtId: string }[] }) => doubts.map(({ doubtId }) => doubtId)
  const list = (openid: string, departmentId: string | null) =>
    county.as(openid).get('record.doubts', { cycleId, departmentId })

  describe('record.doubts', () => {
    it('names the unit, the measure and what the entry says', async () => {
      expect((await list('head-publicity', 'publicity')).doubts).toEqual([
        {
          doubtId: 'about-an-article',
          measure: 'articles',
          entryId: 'first',
          text: '三月还有一篇',
          at: 3,
          answer: null,
          unitId: 'township-a',
          unitName: '城关镇总工会',
          measureName: '信息、宣传稿件',
          entryWords: '我县开展送清凉活动',
        },
        expect.objectContaining({ doubtId: 'about-a-paper', entryWords: '' }),
      ])
    })

    it('comes to those whose items rest on it, and to the office; open ones first', async () => {
      expect(idsOf(await list('head-general-office', 'general-office'))).toEqual(['about-the-meeting'])
      expect(idsOf(await list('head-welfare', 'welfare'))).toEqual([])
      await answer({ doubtId: 'about-an-article' })
      const { doubts } = await list('office', null)
      expect(doubts.at(-1)?.doubtId).toBe('about-an-article')
      expect(doubts).toHaveLength(3)
      expect(doubts.find(({ doubtId }) => doubtId === 'about-the-meeting')).toMatchObject({
        measureName: '缺席',
        entryWords: '全县工会工作会议　委员 李晓燕',
      })
    })
  })

  const answering = (fields: Partial<AnswerDoubt> = {}): AnswerDoubt => ({
    cycleId,
    departmentId: 'publicity',
    doubtId: 'about-an-article',
    operationId: newId(),
    text: '市级那篇另记了一条',
    ...fields,
  })
  const answer = (fields: Partial<AnswerDoubt> = {}, openid = 'head-publicity') =>
    county.as(openid).get('record.answer-doubt', answering(fields))
  const verdictOf = (input: object, openid = 'head-publicity') =>
    county.as(openid).verdict('record.answer-doubt', input)

  describe('record.answer-doubt', () => {
    it.each<[string, object, string, string]>([
      ['to the unit', {}, 'chair-township-a', 'permission.denied'],
      ['to another department in that name', {}, 'head-welfare', 'permission.denied'],
      ['to another department in its own', { departmentId: 'welfare' }, 'head-welfare', 'doubt.unknown'],
      [
        'for a doubt about meetings to who keeps none',
        { doubtId: 'about-the-meeting' },
        'head-publicity',
        'doubt.unknown',
      ],
      ['for a doubt of another year', { doubtId: 'doubt-of-another-year' }, 'head-publicity', 'doubt.unknown'],
      ['for a doubt that nobody raised', { doubtId: newId() }, 'head-publicity', 'doubt.unknown'],
      ['without a word', { text: '' }, 'head-publicity', 'call.invalid-input'],
      ['for an operator', { doubtId: { $ne: '' } }, 'head-publicity', 'call.invalid-input'],
    ])('is refused %s', async (_what, fields, openid, code) => {
      expect(await verdictOf({ ...answering(), ...fields }, openid)).toBe(code)
    })

    it('explains what stands, in the department’s name; the unit reads it', async () => {
      const { doubt } = await answer()
      const explained = { kind: 'explained', text: '市级那篇另记了一条', by: '宣教部' }
      expect(doubt).toMatchObject({ unitName: '城关镇总工会', entryWords: '我县开展送清凉活动', answer: explained })
      const { records } = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
      expect(records.doubts.find(({ doubtId }) => doubtId === 'about-an-article')?.answer).toMatchObject(explained)
      expect(JSON.stringify(records.doubts)).not.toMatch(/operationId|memberId|部长/)
    })

    it('may be by the office, for 考核办, about a meeting too', async () => {
      const { doubt } = await answer({ departmentId: null, doubtId: 'about-the-meeting' }, 'office')
      expect(doubt.answer).toMatchObject({ by: '考核办' })
    })

    it('delivered again gets its answer, after the year as well; another answer is refused', async () => {
      const input = answering()
      const first = await answer(input)
      expect(await answer(input)).toEqual(first)
      expect(await verdictOf(answering())).toBe('doubt.answered')
      expect(await verdictOf({ ...input, text: '别的' })).toBe('operation.reused')
      await county.arrangeCycle({ phase: 'archived' })
      expect(await answer(input)).toEqual(first)
      expect(await verdictOf(answering())).toBe('record.closed')
    })

    it('of two at once is one', async () => {
      const verdicts = await Promise.all([
        verdictOf(answering()),
        verdictOf(answering({ departmentId: null }), 'office'),
      ])
      expect(verdicts.sort()).toEqual(['doubt.answered', 'ok'])
    })

    it('takes two round trips', async () => {
      const before = county.log.length
      await answer()
      expect(county.log.slice(before).join()).toContain('"roundTrips":2')
    })
  })
})
