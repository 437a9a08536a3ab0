import { type County, cycleId, startCounty } from '../support/county'
import { savedSheet } from '../support/county/saved-sheet'
import { change, filledSheet, newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const { expectSound, logged, reset, save, verdictOf } = savedSheet(() => county)
beforeEach(reset)

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['another unit’s filler', 'filler-township-b', 'permission.denied'],
    ['the office', 'office', 'permission.denied'],
    ['a department head', 'head-welfare', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => {
    expect(await verdictOf({ changes: [change('a1-01')] }, openid)).toBe(code)
  })

  it('to a browser that nobody signed in', async () => {
    const input = { cycleId, unitId: 'township-a', changes: [change('a1-01')] }
    expect(await county.overHttp().verdict('assessment.save', input)).toBe('identity.required')
  })

  it('without telling whether a foreign unit exists', async () => {
    expect(await verdictOf({ unitId: 'no-such-unit', changes: [change('a1-01')] })).toBe('permission.denied')
  })

  it('for a cycle that is not open', async () => {
    expect(await verdictOf({ cycleId: '2031', changes: [change('a1-01')] })).toBe('cycle.none')
  })

  it.each<[string, object, object?]>([
    ['a string', { score: '1' }],
    ['an operator', { score: { $gt: 0 } }],
    ['an operator as the unit', {}, { unitId: { $gt: '' } }],
    ['an item id with a dot', { itemId: 'a1-01.self' }],
    ['an item id with a dollar', { itemId: '$where' }],
    ['a revision below zero', { revision: -1 }],
    ['an unknown field', { memberId: 'm-1' }],
    ['an operation id that is too short', { operationId: 'x' }],
  ])('for %s in it', async (_what, fields, outer = {}) => {
    expect(await verdictOf({ changes: [{ ...change('a1-01'), ...fields }], ...outer })).toBe('call.invalid-input')
  })

  it('for no change, fifty-one, or two of one item', async () => {
    expect(await verdictOf({ changes: [] })).toBe('call.invalid-input')
    expect(await verdictOf({ changes: Array.from({ length: 51 }, () => change('a1-01')) })).toBe('call.invalid-input')
    expect(await verdictOf({ changes: [change('a1-01'), change('a1-01')] })).toBe('call.invalid-input')
  })

  it('says the Chinese name of the field', async () => {
    const reply = await county
      .as('filler-township-a')
      .ask('assessment.save', { cycleId, unitId: 'township-a', changes: [change('a1-01', { revision: 0.5 })] })
    expect(reply).toMatchObject({
      ok: false,
      problem: { message: '「版本」填得不对，没有保存，您填的还在。请改过再试。' },
    })
  })

  it('after the sheet has closed', async () => {
    await county.arrange('township-a', { selfOpenUntil: Date.now() - 1 })
    expect(await verdictOf({ changes: [change('a1-01')] })).toBe('assessment.closed')
  })

  it('to the filler while the chair has the sheet, not to the chair', async () => {
    await county.arrange('township-a', { stage: 'awaiting-chair' })
    expect(await verdictOf({ changes: [change('a1-01')] })).toBe('assessment.awaiting-chair')
    expect(await verdictOf({ changes: [change('a1-01')] }, 'chair-township-a')).toBe('ok')
  })

  it('after 报送', async () => {
    await county.arrange('township-a', { stage: 'submitted' })
    expect(await verdictOf({ changes: [change('a1-01')] })).toBe('assessment.already-submitted')
  })

  it.each([
    ['preparation', 'cycle.none'],
    ['joint-review', 'assessment.closed'],
    ['archived', 'assessment.closed'],
  ] as const)('in the phase %s', async (phase, code) => {
    await county.arrangeCycle({ phase })
    expect(await verdictOf({ changes: [change('a1-01')] })).toBe(code)
    await county.arrangeCycle({ phase: 'self-assessment' })
  })
})

describe('refuses a change alone', () => {
  it.each([
    ['above the maximum', change('a1-01', { score: 350 }), 'self-score.above-maximum'],
    ['below zero', change('a1-01', { score: -50 }), 'self-score.below-zero'],
    ['off the step', change('a1-01', { score: 130 }), 'self-score.off-step'],
    ['with a fraction', change('a1-01', { score: 100.5 }), 'self-score.not-a-number'],
    ['of another annex', change('a2-01'), 'item.unknown'],
    ['不涉及 without a reason', change('a1-01', { score: null, notApplicable: ' ' }), 'not-applicable.reason-missing'],
    ['with two answers', change('a1-01', { notApplicable: '无规上企业' }), 'self-score.two-answers'],
    ['with a remark too long', change('a1-01', { remark: '长'.repeat(501) }), 'remark.too-long'],
  ])('%s', async (_what, wrong, code) => {
    const good = change('a1-02')
    const { verdicts } = await save([wrong, good])
    expect(verdicts).toMatchObject([
      { kind: 'refused', operationId: wrong.operationId, problem: { code } },
      { kind: 'saved', operationId: good.operationId, revision: 1 },
    ])
    expect(Object.keys((await expectSound()).items)).toEqual(['a1-02'])
  })
})

describe('saves', () => {
  it('items, figures and history in one write', async () => {
    const reply = await save([
      change('a1-01', { score: 250, remark: '文件见一号盒' }),
      change('a1-02', { score: null, notApplicable: '本年度主席无调整' }),
      change('a1-03', { score: null }),
    ])
    expect(reply.items['a1-01']).toEqual({
      self: {
        revision: 1,
        score: 250,
        notApplicable: null,
        remark: '文件见一号盒',
        signature: { name: '城关镇总工会填报人', at: expect.any(Number), fromPaper: false },
      },
      supplement: null,
      released: null,
    })
    expect(reply).toMatchObject({
      state: 'filling',
      summary: { self: { count: 2, scored: 250, maximum: 300, notApplicable: { 300: 1 } }, byDepartment: null },
      abilities: { 'assessment.save': true, 'assessment.send-to-chair': true },
    })
    const { history } = await expectSound()
    expect(history).toHaveLength(3)
    expect(history[0]).toMatchObject({
      itemId: 'a1-01',
      part: 'self',
      revision: 1,
      from: null,
      to: { score: 250, notApplicable: null, remark: '文件见一号盒' },
    })
  })

  it('one change after another, each upon the last', async () => {
    await save([change('a1-01', { score: 300 })])
    await save([change('a1-01', { revision: 1, score: 150 })], 'chair-township-a')
    await save([change('a1-01', { revision: 2, score: null, notApplicable: '不涉及' })])
    const { items, history, summary } = await expectSound()
    expect(items['a1-01']?.self).toMatchObject({ revision: 3, notApplicable: '不涉及' })
    expect(history.map(entry => entry.byName)).toEqual(['城关镇总工会填报人', '城关镇总工会主席', '城关镇总工会填报人'])
    expect(summary.self).toMatchObject({ count: 1, scored: 0, maximum: 0 })
  })

  it('in two round trips', async () => {
    const before = county.log.length
    await save([change('a1-01')])
    expect(logged(before)).toMatchObject([{ request: 'assessment.save', outcome: 'ok', roundTrips: 2 }])
  })
})

describe('请补充', () => {
  const supplement = { departmentId: 'general-office', reason: '缺会议记录', at: 1 }

  it('opens that item alone, until its own time', async () => {
    const { items, summary } = filledSheet('township')
    const asked = {
      ...items,
      'a1-01': { ...items['a1-01'], supplement: { ...supplement, until: Date.now() + 60_000 } },
    }
    await county.arrange('township-a', { stage: 'submitted', items: asked, summary, selfOpenUntil: 1 })
    const { verdicts } = await save([
      change('a1-01', { revision: 1, score: 250 }),
      change('a1-02', { revision: 1, score: 100 }),
    ])
    expect(verdicts).toMatchObject([
      { kind: 'saved', revision: 2 },
      { kind: 'refused', problem: { code: 'assessment.already-submitted' } },
    ])
    await expectSound()
  })

  it('is over when its time is over', async () => {
    const { items, summary } = filledSheet('township')
    const open = { ...items['a1-02'], supplement: { ...supplement, until: Date.now() + 60_000 } }
    const over = { ...items['a1-01'], supplement: { ...supplement, until: Date.now() - 1 } }
    await county.arrange('township-a', {
      stage: 'submitted',
      items: { ...items, 'a1-01': over, 'a1-02': open },
      summary,
    })
    expect((await save([change('a1-01', { revision: 1, score: 250 })])).verdicts).toMatchObject([
      { kind: 'refused', problem: { code: 'supplement.closed' } },
    ])
  })
})

it('leaves no name, id or content in the log', async () => {
  await save([change('a1-01', { remark: '只在表里' })])
  const everything = county.log.join('\n')
  expect(everything).toContain('"request":"assessment.save"')
  expect(everything).not.toMatch(/填报人|只在表里|m-[0-9a-f]{32}|filler-township-a/)
})

it('takes an operation id only once even across items', async () => {
  const operationId = newId()
  await save([change('a1-01', { operationId })])
  expect((await save([change('a1-02', { operationId })])).verdicts).toMatchObject([
    { problem: { code: 'operation.reused' } },
  ])
})
