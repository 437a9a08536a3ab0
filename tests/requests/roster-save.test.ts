import { type County, cycleId, startCounty } from '../support/county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const unit = { unitId: 'township-a', name: '城关镇总工会', audience: 'township', order: 1 }
const verdict = (input: object) => county.as('office').verdict('roster.save', { departments: [], units: [], ...input })

it.each([
  ['an audience that has no annex', { units: [{ ...unit, audience: 'school' }] }],
  ['an id with a dot', { units: [{ ...unit, unitId: 'a.b' }] }],
  ['an id that is an operator', { units: [{ ...unit, unitId: { $gt: '' } }] }],
  ['a unit without a name', { units: [{ ...unit, name: '  ' }] }],
  ['an order below zero', { units: [{ ...unit, order: -1 }] }],
  ['301 units at once', { units: Array.from({ length: 301 }, (_, index) => ({ ...unit, unitId: `u-${index}` })) }],
  ['a department without a name', { departments: [{ departmentId: 'x', name: '' }] }],
])('refuses %s', async (_what, input) => {
  expect(await verdict(input)).toBe('call.invalid-input')
})

it('renames and reorders, and removes nothing', async () => {
  const office = county.as('office')
  const before = (await office.get('office.overview', { cycleId })).units.map(({ unitId }) => unitId)
  await office.get('roster.save', {
    departments: [{ departmentId: 'welfare', name: '权益保障部' }],
    units: [{ unitId: 'township-a', name: '城关镇工会', audience: 'township', order: 99 }],
  })
  const { units, departments } = await office.get('office.overview', { cycleId })
  expect(units.map(({ unitId }) => unitId)).toEqual([...before.slice(1), 'township-a'])
  expect(units.at(-1)?.name).toBe('城关镇工会')
  expect(departments.map(({ name }) => name)).toEqual([
    '办公室',
    '组织部',
    '生产保护部',
    '权益保障部',
    '厂务公开办公室',
    '宣教部',
  ])
})
