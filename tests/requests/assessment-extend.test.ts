import { endOfDate } from '#shared/cycle/beijing-time'
import { nextReminder } from '#shared/notices/when'
import { type County, cycleId, startCounty } from '../support/county'
import { extensions, inDays } from '../support/county/extensions'
import { filledSheet, newId } from '../support/county/sheets'

/* 展期 as a request: refusals, what it writes, and that it happens once. */

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const DAY = 86_400_000
const HOUR = 3_600_000
const unit = { cycleId, unitId: 'township-a' }
const { asked, extend, arrange, rowOf } = extensions(() => county)
const refusal = (fields: object) => county.as('office').verdict('assessment.extend', { ...asked(), ...fields })
const submission = { signature: { name: '某人', memberId: 'm-0', at: 1 }, late: false }
const deadline = () => Date.now() + 9 * DAY
beforeEach(() => arrange(deadline()))

describe('is refused', () => {
  it('of a cycle that is not open', async () => {
    expect(await refusal({ cycleId: '2001' })).toBe('cycle.none')
  })

  it.each(['chair-township-a', 'filler-township-a', 'head-organization', 'leader'])('to %s', async openid => {
    expect(await county.as(openid).verdict('assessment.extend', asked())).toBe('permission.denied')
  })

  it('before the year has begun and once 评分 is over', async () => {
    await county.arrangeCycle({ phase: 'preparation' })
    expect(await refusal({})).toBe('cycle.none')
    await county.arrangeCycle({ phase: 'joint-review' })
    expect(await refusal({})).toBe('extension.closed')
  })

  it.each([
    ['no unit', { unitIds: [] }],
    ['too many units', { unitIds: Array.from({ length: 301 }, (_, at) => `u-${at}`) }],
    ['an operator for a unit', { unitIds: [{ $ne: '' }] }],
    ['a unit’s id with a dot', { unitIds: ['a.b'] }],
    ['a day that does not exist', { until: '2026-02-30' }],
    ['a moment for a day', { until: Date.now() }],
    ['no reason', { reason: ' ' }],
    ['too long a reason', { reason: '因'.repeat(201) }],
    ['no operation', { operationId: '' }],
    ['a field that nobody knows', { grace: 1 }],
  ])('with %s', async (_what, fields) => {
    expect(await refusal(fields)).toBe('call.invalid-input')
  })

  it('to a day that has passed, one that is no later, and one that leaves departments no day', async () => {
    expect(await refusal({ until: inDays(-1) })).toBe('extension.past')
    expect(await refusal({ until: inDays(8) })).toBe('extension.not-later')
    expect(await refusal({ until: inDays(30) })).toBe('extension.after-review')
    expect((await extend({ until: inDays(29) })).verdicts).toMatchObject([{ kind: 'extended' }])
  })

  it('below deadline and grace together', async () => {
    await arrange(endOfDate(inDays(9)), { grace: 24 * HOUR })
    expect(await refusal({ until: inDays(9) })).toBe('extension.not-later')
    expect((await extend({ until: inDays(10) })).verdicts).toMatchObject([{ kind: 'extended' }])
  })

  it('to be taken back once the county’s own deadline has passed', async () => {
    await arrange(Date.now() - DAY)
    await extend()
    expect(await refusal({ until: null })).toBe('extension.over')
    expect((await extend({ until: inDays(0) })).verdicts).toMatchObject([{ kind: 'extended' }])
  })
})

it('moves what is due, keeps why, by whom, and what was before, and leaves all others alone', async () => {
  const before = await county.stored('township-a')
  const until = inDays(12)
  const { verdicts } = await extend({ until })
  const dueAt = endOfDate(until)
  expect(verdicts).toEqual([{ kind: 'extended', unitId: 'township-a', selfDueAt: dueAt }])
  const after = await county.stored('township-a')
  expect(after).toMatchObject({
    ...{ selfDueAt: dueAt, selfOpenUntil: before.selfOpenUntil, reviewOpenUntil: before.reviewOpenUntil },
    ...{ remindAt: nextReminder(dueAt, Date.now()), items: before.items, summary: before.summary },
    extension: { length: dueAt - before.selfDueAt, reason: '换届，主席未到任', signature: { name: '考核办' } },
  })
  expect(after.history).toMatchObject([
    {
      ...{ part: 'extension', byName: '考核办', from: { selfDueAt: before.selfDueAt } },
      to: { selfDueAt: dueAt, reason: '换届，主席未到任' },
    },
  ])
  expect(await county.stored('township-b')).toMatchObject({ selfDueAt: before.selfDueAt, history: [] })
  const row = await rowOf('township-a')
  expect(row).toMatchObject({ dueAt, extension: { reason: '换届，主席未到任', by: '考核办' }, overdue: false })
  expect((await rowOf('township-b'))?.extension).toBeNull()
})

it('takes two round trips, however many units there are, and four at most where it is overtaken', async () => {
  const before = county.log.length
  await extend({ unitIds: ['township-a', 'township-b', 'system-a'] })
  const input = asked({ until: inDays(14) })
  await Promise.all([1, 2, 3].map(() => county.as('office').get('assessment.extend', input)))
  const lines = county.log.slice(before).map(line => JSON.parse(line.replace(/^\[api\] /, '')))
  const taken = lines.filter(({ request }) => request === 'assessment.extend').map(({ roundTrips }) => roundTrips)
  expect(taken).toHaveLength(4)
  expect(taken[0]).toBe(2)
  expect(Math.max(...taken)).toBeLessThanOrEqual(4)
})

it('answers each unit for itself: one handed in, one unknown, one that has the day already', async () => {
  const until = inDays(12)
  await extend({ unitIds: ['system-a'], until })
  await county.arrange('township-b', { stage: 'submitted', submission })
  const unitIds = ['township-a', 'township-b', 'nobody', 'system-a', 'township-a']
  const { verdicts } = await extend({ unitIds, until })
  const found = verdicts.map(of => [of.unitId, of.kind === 'refused' ? of.problem.code : of.kind])
  expect(Object.fromEntries(found)).toEqual({
    ...{ 'township-a': 'extended', 'township-b': 'extension.not-needed' },
    ...{ nobody: 'assessment.unknown', 'system-a': 'unchanged' },
  })
  expect(verdicts).toHaveLength(4)
  expect((await county.stored('township-b')).history).toEqual([])
})

it('is changed by a later one and taken back, the office’s word of each kept', async () => {
  const due = deadline()
  await arrange(due)
  await extend({ until: inDays(15) })
  await extend({ until: inDays(11), reason: '提前了' })
  expect((await county.stored('township-a')).selfDueAt).toBe(endOfDate(inDays(11)))
  const { verdicts } = await extend({ until: null, reason: '点错了单位' })
  expect(verdicts).toEqual([{ kind: 'extended', unitId: 'township-a', selfDueAt: due }])
  const { history, selfDueAt, remindAt } = await county.stored('township-a')
  expect([selfDueAt, remindAt]).toEqual([due, nextReminder(due, Date.now())])
  expect(history.map(({ to }) => to)).toMatchObject([
    { reason: '换届，主席未到任' },
    { reason: '提前了' },
    { reason: '点错了单位', selfDueAt: due },
  ])
  expect((await rowOf('township-a'))?.extension).toBeNull()
})

describe('delivered again', () => {
  it('changes nothing and answers as before, whatever has come since', async () => {
    const unitIds = ['township-a', 'system-a']
    const input = asked({ unitIds })
    const ask = () => county.as('office').get('assessment.extend', input)
    const first = await ask()
    const stored = await county.stored('township-a')
    expect(await ask()).toEqual(first)
    expect(await county.stored('township-a')).toEqual(stored)
    await county.arrange('township-a', { stage: 'submitted', submission })
    expect(await ask()).toEqual(first)
    await county.arrangeCycle({ phase: 'joint-review' })
    expect(await ask()).toEqual(first)
    expect((await county.stored('township-a')).history).toHaveLength(1)
  })

  it('behind a later one leaves the later one', async () => {
    const input = asked()
    await county.as('office').get('assessment.extend', input)
    await extend({ until: inDays(20) })
    const { verdicts } = await county.as('office').get('assessment.extend', input)
    expect(verdicts).toEqual([{ kind: 'extended', unitId: 'township-a', selfDueAt: endOfDate(inDays(20)) }])
    expect((await county.stored('township-a')).history).toHaveLength(2)
  })

  it('twice at once is once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await arrange(deadline())
      const input = asked()
      const both = await Promise.all([1, 2].map(() => county.as('office').get('assessment.extend', input)))
      expect(both[0]).toEqual(both[1])
      expect((await county.stored('township-a')).history).toHaveLength(1)
    }
  })

  it('with another day or reason under the same number is refused', async () => {
    const operationId = newId()
    await extend({ operationId })
    const other = async (fields: object) => (await extend({ operationId, ...fields })).verdicts
    const reused = [{ kind: 'refused', problem: { code: 'operation.reused' } }]
    expect(await other({ until: inDays(14) })).toMatchObject(reused)
    expect(await other({ reason: '别的原因' })).toMatchObject(reused)
    await extend({ until: inDays(20) })
    expect(await other({ until: inDays(14) })).toMatchObject(reused)
  })
})

it('of two at once with different days one stands, and the other is told', async () => {
  for (let round = 0; round < 5; round += 1) {
    await arrange(deadline())
    const days = [inDays(12), inDays(16)]
    const both = await Promise.all(days.map(until => extend({ until })))
    const { selfDueAt, history } = await county.stored('township-a')
    const granted = both.flatMap(({ verdicts }) => verdicts.filter(({ kind }) => kind === 'extended'))
    // Either they met, or one came clearly after the other and changed it.
    expect(granted).toHaveLength(history.length)
    if (history.length === 2) continue
    expect(granted).toMatchObject([{ selfDueAt }])
    const told = both.flatMap(({ verdicts }) => verdicts).find(({ kind }) => kind === 'refused')
    expect(told).toMatchObject({ problem: { code: 'extension.stale' } })
  }
})

it('and 报送 of the same moment: either it was handed in and needs none, or it has the day', async () => {
  for (let round = 0; round < 5; round += 1) {
    await arrange(deadline())
    await county.arrange('township-a', filledSheet('township'))
    const [{ verdicts }, submitted] = await Promise.all([
      extend(),
      county.as('chair-township-a').get('assessment.submit', unit),
    ])
    expect(submitted.submission).not.toBeNull()
    const { history, selfDueAt } = await county.stored('township-a')
    const [verdict] = verdicts
    if (verdict?.kind === 'extended') expect(selfDueAt).toBe(verdict.selfDueAt)
    else expect(verdict).toMatchObject({ problem: { code: 'extension.not-needed' } })
    expect(history).toHaveLength(verdict?.kind === 'extended' ? 2 : 1)
  }
})
