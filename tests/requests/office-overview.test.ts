import { type County, cycleId, startCounty, units } from '../support/county'
import { filledSheet } from '../support/county/sheets'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const overview = () => county.as('office').get('office.overview', { cycleId })

it('knows the cycle', async () => {
  expect(await county.as('office').verdict('office.overview', { cycleId: '2031' })).toBe('cycle.none')
})

it('lists the units in the county’s order, each with its chair of today', async () => {
  const { units: listed, departments } = await overview()
  expect(listed.map(({ unitId }) => unitId)).toEqual(units.map(({ unitId }) => unitId))
  expect(departments.map(({ name }) => name)).toEqual([
    '办公室',
    '组织部',
    '生产保护部',
    '保障部',
    '厂务公开办公室',
    '宣教部',
  ])
  expect(listed[0]).toMatchObject({ chair: { name: '城关镇总工会主席' }, state: 'not-started', overdue: false })
})

it('shows figures to the hundredth, who is late and who is overdue', async () => {
  const { items, summary } = filledSheet('township')
  const tally = { count: 2, scored: 450, maximum: 600, notApplicable: {} }
  await county.arrange('township-a', {
    items,
    summary: { ...summary, byDepartment: { 'general-office': tally } },
    stage: 'submitted',
    submission: { signature: { name: '主席', memberId: 'm-0', at: 5 }, late: true },
  })
  await county.arrange('township-b', { selfDueAt: Date.now() - 1 })
  const [first, second] = (await overview()).units
  expect(first).toMatchObject({
    state: 'submitted',
    submittedAt: 5,
    late: true,
    overdue: false,
    itemCount: 25,
    filled: 25,
    selfTotal: 10_000,
    selfMaximum: 10_000,
    byDepartment: { 'general-office': { decided: 2 }, welfare: { decided: 0 } },
    score: { total: 450, complete: false },
  })
  expect(second).toMatchObject({ state: 'not-started', overdue: true, late: false })
})

it('gives a leader the same figures and nothing to do', async () => {
  const { abilities } = await county.as('leader').get('office.overview', { cycleId })
  expect(abilities).toEqual({ 'office.overview': true })
})
