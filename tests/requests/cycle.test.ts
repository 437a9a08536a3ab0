import { type County, startCounty, units } from '../support/county'
import { newId } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const opening = {
  cycleId: '2027',
  title: '2027年度考核',
  documentNumber: '县工〔2027〕3号',
  selfDeadline: Date.now() + 1000,
  graceHours: 48,
  lockAfterDeadline: true,
  reviewDeadline: Date.now() + 500_000_000,
  departmentStep: 10,
  notApplicable: 'rescale',
  decidedBy: 'any-reviewer',
} as const
const open = (fields: object = {}) => county.as('office').verdict('cycle.open', { ...opening, ...fields })

describe('cycle.open', () => {
  it.each([
    ['no year', { cycleId: 'next' }],
    ['half a grace', { graceHours: 0.5 }],
    ['a step that is none', { departmentStep: 25 }],
    ['scoring that ends before submitting does', { reviewDeadline: opening.selfDeadline - 1 }],
    ['an operator', { selfDeadline: { $gt: 0 } }],
  ])('refuses %s', async (_what, fields) => {
    expect(await open(fields)).toBe('call.invalid-input')
  })

  it('gives every unit its sheet, with the annex of its audience and the deadlines', async () => {
    const { cycle, assessments } = await county.as('office').get('cycle.open', opening)
    expect([cycle.phase, assessments]).toEqual(['self-assessment', units.length])
    const { data } = await county.database.collection('assessments').where({ cycleId: '2027' }).get()
    expect(data).toHaveLength(units.length)
    for (const { unitId, audience } of units) {
      expect(data.find((sheet: { unitId: string }) => sheet.unitId === unitId)).toMatchObject({
        _id: `2027:${unitId}`,
        rubricVersionId: cycle.rubricVersionIds[audience],
        stage: 'filling',
        selfDueAt: opening.selfDeadline + 48 * 3_600_000,
        selfOpenUntil: opening.selfDeadline + 48 * 3_600_000,
        reviewOpenUntil: opening.reviewDeadline,
        items: {},
        history: [],
      })
    }
  })

  it('opens a year once', async () => {
    expect(await open({ title: 'again' })).toBe('cycle.exists')
  })

  it('freezes the words: a version in the database holds what the annex said', async () => {
    const { data } = await county.database.collection('rubric-versions').get()
    const { rubrics } = await county.overHttp().get('rubric.list', {})
    expect(data.map(({ _id }: { _id: string }) => _id).sort()).toEqual(
      rubrics.map(({ rubricVersionId }) => rubricVersionId).sort(),
    )
  })

  it('goes on where it broke off, with the deadlines of the last attempt', async () => {
    const cycleId = '2028'
    const half = { ...(await county.stored('township-a')), _id: `${cycleId}:township-a`, cycleId, selfDueAt: 1 }
    await county.database.collection('assessments').add(half)
    expect(await open({ cycleId })).toBe('ok')
    const { data } = await county.database.collection('assessments').where({ cycleId }).get()
    expect(data).toHaveLength(units.length)
    expect(new Set(data.map(({ selfDueAt }: { selfDueAt: number }) => selfDueAt)).size).toBe(1)
  })

  it('of two who open it at once with other deadlines, one does, and every sheet has the deadlines of that one', async () => {
    for (const cycleId of ['2041', '2042', '2043', '2044', '2045', '2046']) {
      const begun = units.map(({ unitId }) => ({ _id: `${cycleId}:${unitId}`, cycleId, unitId, selfDueAt: 1 }))
      await county.database.collection('assessments').add(begun)
      const deadlines = [0, 1, 2, 3].map(later => opening.selfDeadline + later)
      const verdicts = await Promise.all(deadlines.map(selfDeadline => open({ cycleId, selfDeadline, graceHours: 0 })))
      expect(verdicts.sort()).toEqual(['cycle.exists', 'cycle.exists', 'cycle.exists', 'ok'])
      const { data: cycles } = await county.database.collection('cycles').doc(cycleId).get()
      const { data: sheets } = await county.database.collection('assessments').where({ cycleId }).get()
      expect(new Set(sheets.map(({ selfDueAt }: { selfDueAt: number }) => selfDueAt))).toEqual(
        new Set([cycles[0].selfDeadline]),
      )
    }
  })

  it('gives a whole county of 300 units its sheets', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      unitId: `unit-${index}`,
      name: `第${index}单位`,
      audience: 'enterprise' as const,
      order: 100 + index,
    }))
    const office = county.as('office')
    expect(await office.get('roster.save', { departments: [], units: many })).toEqual({ departments: 0, units: 300 })
    expect((await office.get('cycle.open', { ...opening, cycleId: '2029' })).assessments).toBe(308)
    const overview = await office.get('office.overview', { cycleId: '2029' })
    expect(overview.units).toHaveLength(308)
    expect(overview.units.at(-1)).toMatchObject({ unitId: 'unit-299', state: 'not-started' })
  })
})

describe('cycle.change-phase', () => {
  it('knows the cycle and the phase', async () => {
    const verdict = (input: object) => county.as('office').verdict('cycle.change-phase', input)
    expect(await verdict({ cycleId: '2040', phase: 'review' })).toBe('cycle.none')
    expect(await verdict({ cycleId: '2026', phase: 'party' })).toBe('call.invalid-input')
  })

  it('moves the year on, and back', async () => {
    const office = county.as('office')
    for (const phase of ['review', 'self-assessment'] as const) {
      expect((await office.get('cycle.change-phase', { cycleId: '2026', phase })).cycle.phase).toBe(phase)
    }
    const operationId = newId()
    const change = { operationId, itemId: 'a1-01', revision: 0, score: 100, notApplicable: null, remark: '' }
    expect(
      await county
        .as('chair-township-a')
        .verdict('assessment.save', { cycleId: '2026', unitId: 'township-a', changes: [change] }),
    ).toBe('ok')
  })
})
