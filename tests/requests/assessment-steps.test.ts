import type { Assessment } from '#shared/assessment/assessment'
import { type County, cycleId, startCounty } from '../support/county'
import { change, filledSheet, newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const unit = { cycleId, unitId: 'township-a' }
const filler = () => county.as('filler-township-a')
const chair = () => county.as('chair-township-a')
const arrange = (fields: Partial<Assessment> = {}) =>
  county.arrange('township-a', {
    ...filledSheet('township'),
    stage: 'filling',
    sentToChair: null,
    sentBackNote: null,
    submission: null,
    openedBy: {},
    paperSheets: [],
    history: [],
    selfDueAt: Date.now() + 86_400_000,
    selfOpenUntil: Date.now() + 86_400_000,
    ...fields,
  })
beforeEach(() => arrange())

it('goes from the filler to the chair, back, to the chair again and to the county', async () => {
  const sent = await filler().get('assessment.send-to-chair', unit)
  expect(sent).toMatchObject({ state: 'awaiting-chair', sentToChair: { name: '城关镇总工会填报人' } })
  expect(sent.abilities).toMatchObject({ 'assessment.open': true })
  expect(sent.abilities).not.toHaveProperty(['assessment.save'])

  const back = await chair().get('assessment.send-back', { ...unit, note: '第3项再核实' })
  expect(back).toMatchObject({ state: 'filling', sentToChair: null, sentBackNote: '第3项再核实' })

  await filler().get('assessment.send-to-chair', unit)
  const submitted = await chair().get('assessment.submit', unit)
  expect(submitted).toMatchObject({
    state: 'submitted',
    submission: { signature: { name: '城关镇总工会主席' }, late: false },
    sentBackNote: null,
    abilities: { 'assessment.withdraw': true },
  })
  const { history } = await county.stored('township-a')
  expect(history.map(({ byName, to }) => [byName, to])).toEqual([
    ['城关镇总工会填报人', 'awaiting-chair'],
    ['城关镇总工会主席', { stage: 'filling', note: '第3项再核实' }],
    ['城关镇总工会填报人', 'awaiting-chair'],
    ['城关镇总工会主席', { stage: 'submitted', late: false, coming: 0 }],
  ])
})

describe('assessment.submit', () => {
  it('says which items are missing, by their numbers', async () => {
    const { items, summary } = filledSheet('township')
    const { 'a1-03': _third, 'a1-25': _last, ...rest } = items
    await arrange({ items: rest, summary: { ...summary, self: { ...summary.self, count: 23 } } })
    const reply = await chair().ask('assessment.submit', unit)
    expect(reply).toMatchObject({
      problem: {
        code: 'assessment.items-missing',
        message: '还有2项没填：第3、25项。填过的都在。请填好再报送。',
        details: { numbers: [3, 25] },
      },
    })
  })

  it('after the deadline is accepted and marked late, unless the sheet is locked', async () => {
    await arrange({ selfDueAt: Date.now() - 1 })
    expect((await chair().get('assessment.submit', unit)).submission?.late).toBe(true)
    await arrange({ selfDueAt: Date.now() - 1, selfOpenUntil: Date.now() - 1 })
    expect(await chair().verdict('assessment.submit', unit)).toBe('assessment.closed')
  })

  it('twice by the same chair is the same, by another learns that it was done', async () => {
    const first = await chair().get('assessment.submit', unit)
    expect(await chair().get('assessment.submit', unit)).toEqual(first)
    await arrange({
      stage: 'submitted',
      submission: { signature: { name: '前任', memberId: 'm-0', at: 1 }, late: false },
    })
    expect(await chair().verdict('assessment.submit', unit)).toBe('assessment.already-submitted')
  })

  it('and a change of the same moment do not both win: nothing incomplete is ever handed in', async () => {
    for (let round = 0; round < 5; round += 1) {
      await arrange()
      await Promise.all([
        chair().verdict('assessment.submit', unit),
        filler().verdict('assessment.save', { ...unit, changes: [change('a1-01', { revision: 1, score: null })] }),
      ])
      const { stage, summary } = await county.stored('township-a')
      expect(stage === 'submitted' && summary.self.count < 25).toBe(false)
    }
  })
})

describe('assessment.withdraw', () => {
  it('is over once a department has opened the sheet, even in that very moment', async () => {
    await chair().get('assessment.submit', unit)
    const verdicts = await Promise.all([
      chair().verdict('assessment.withdraw', unit),
      county.as('head-welfare').verdict('review.open', { ...unit, departmentId: 'welfare' }),
    ])
    const { stage, openedBy } = await county.stored('township-a')
    expect({ verdicts, stage, isOpened: Object.keys(openedBy).length > 0 }).not.toMatchObject({
      stage: 'filling',
      isOpened: true,
    })
  })

  it('gives the sheet back to be changed and submitted again', async () => {
    await chair().get('assessment.submit', unit)
    expect(await chair().get('assessment.withdraw', unit)).toMatchObject({ state: 'filling', submission: null })
    expect(await chair().verdict('assessment.submit', unit)).toBe('ok')
  })
})

describe('a step delivered twice', () => {
  it('back to the fillers is answered as the first time', async () => {
    await filler().get('assessment.send-to-chair', unit)
    const first = await chair().get('assessment.send-back', { ...unit, note: '第3项再核实' })
    expect(await chair().get('assessment.send-back', { ...unit, note: '第3项再核实' })).toEqual(first)
    expect(await chair().verdict('assessment.send-back', { ...unit, note: '别的' })).toBe(
      'assessment.not-awaiting-chair',
    )
  })

  it('out of the county’s hands is answered as the first time', async () => {
    await chair().get('assessment.submit', unit)
    const first = await chair().get('assessment.withdraw', unit)
    expect(await chair().get('assessment.withdraw', unit)).toEqual(first)
    await arrange()
    expect(await chair().verdict('assessment.withdraw', unit)).toBe('assessment.not-submitted')
  })
})

describe('assessment.supplement', () => {
  const asked = (until: number) => {
    const { items, summary } = filledSheet('township')
    const supplement = { departmentId: 'general-office', reason: '缺会议记录', until, at: 1 }
    return arrange({
      stage: 'submitted',
      items: { ...items, 'a1-01': { ...items['a1-01'], supplement } },
      summary: { ...summary, supplementsOpen: 1 },
    })
  }

  it('is answered once, however often it is delivered', async () => {
    await asked(Date.now() + 60_000)
    const answer = { ...unit, itemId: 'a1-01', operationId: newId() }
    const first = await filler().get('assessment.supplement', answer)
    expect(first).toMatchObject({ state: 'submitted', summary: { supplementsOpen: 0 } })
    expect(await filler().get('assessment.supplement', answer)).toEqual(first)
    expect(await filler().verdict('assessment.supplement', { ...answer, operationId: newId() })).toBe(
      'supplement.not-asked',
    )
  })

  it('never answers what was asked in that very moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      await asked(Date.now() + 60_000)
      await county.arrange('township-a', { reviewOpenUntil: Date.now() + 60_000 })
      const again = { departmentId: 'general-office', reason: '还缺签到', until: Date.now() + 60_000 }
      await Promise.all([
        county
          .as('head-general-office')
          .verdict('review.return', { ...unit, ...again, itemId: 'a1-01', operationId: newId() }),
        filler().verdict('assessment.supplement', { ...unit, itemId: 'a1-01', operationId: newId() }),
      ])
      const { items, history } = await county.stored('township-a')
      const answered = history.find(({ to }) => to === 'answered')
      const isLast = items['a1-01']?.supplement?.answeredAt !== undefined
      if (answered) expect(answered.from).toMatchObject({ reason: isLast ? '还缺签到' : '缺会议记录' })
    }
  })

  it('knows its items and its time', async () => {
    await asked(Date.now() - 1)
    const verdict = (itemId: string) =>
      filler().verdict('assessment.supplement', { ...unit, itemId, operationId: newId() })
    expect(await verdict('a1-01')).toBe('supplement.closed')
    expect(await verdict('a1-02')).toBe('supplement.not-asked')
    expect(await verdict('a2-01')).toBe('item.unknown')
  })
})

describe('assessment.open', () => {
  const decision = {
    revision: 1,
    seenSelfRevision: 1,
    score: 250,
    notApplicableAgreed: false,
    reasons: [{ phrase: '少一次会议记录', points: 50 }],
    seen: ['phone-materials' as const],
    comment: '内部意见',
    signature: { name: '办公室部长', memberId: 'm-9', at: 2 },
  }
  const scored = () => {
    const { items, summary } = filledSheet('township')
    return arrange({
      stage: 'submitted',
      items: { ...items, 'a1-01': { ...items['a1-01'], reviews: { 'general-office': decision } } },
      summary: { ...summary, byDepartment: { 'general-office': { ...summary.self, count: 1, scored: 250 } } },
    })
  }

  it('shows a unit nothing of the departments before 得分核对, then score and reasons alone', async () => {
    await scored()
    const before = await chair().get('assessment.open', unit)
    expect(before.items['a1-01']?.released).toBeNull()
    expect(before.summary.byDepartment).toBeNull()
    expect(JSON.stringify(before)).not.toMatch(/少一次会议记录|内部意见/)

    await county.arrangeCycle({ phase: 'score-check' })
    const after = await chair().get('assessment.open', unit)
    await county.arrangeCycle({ phase: 'self-assessment' })
    expect(after.items['a1-01']?.released).toEqual({
      departmentId: 'general-office',
      score: 250,
      notApplicableAgreed: false,
      reasons: decision.reasons,
    })
    expect(JSON.stringify(after)).not.toMatch(/内部意见|办公室部长|m-9|memberId|history|bodyHash/)
  })

  it('shows the office the scores at any time, and lets it do nothing with them here', async () => {
    await scored()
    const sheet = await county.as('office').get('assessment.open', unit)
    expect(sheet.items['a1-01']?.released?.score).toBe(250)
    expect(sheet.abilities).not.toHaveProperty(['assessment.save'])
  })

  it('is one load: a single round trip', async () => {
    const from = county.log.length
    await chair().get('assessment.open', unit)
    const [line = ''] = county.log.slice(from)
    expect(JSON.parse(line.replace(/^\[api\] /, ''))).toMatchObject({ request: 'assessment.open', roundTrips: 1 })
  })
})
