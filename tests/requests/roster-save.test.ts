import { type County, cycleId, startCounty } from '../support/county'
import { change } from '../support/county/sheets'

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
  ['one unit twice', { units: [unit, { ...unit, name: '河口镇总工会' }] }],
  [
    'one department twice',
    {
      departments: [
        { departmentId: 'x', name: '甲部' },
        { departmentId: 'x', name: '乙部' },
      ],
    },
  ],
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

describe('a unit that comes while the cycle is open', () => {
  const late = { unitId: 'township-late', name: '新设镇总工会', audience: 'township', order: 7 } as const
  const sheet = { cycleId, unitId: late.unitId }

  it('takes part at once, with the year’s annex and deadlines; saved again it keeps its sheet', async () => {
    const office = county.as('office')
    await office.get('roster.save', { departments: [], units: [late] })
    const { selfOpenUntil, rubricVersionId } = await county.stored('township-b')
    expect(await county.stored(late.unitId)).toMatchObject({ selfOpenUntil, rubricVersionId, stage: 'filling' })

    const changes = [change('a1-01')]
    const { invitationCode } = await office.get('member.invite', {
      name: '新主席',
      phone: '',
      post: { role: 'chair', unitId: late.unitId },
    })
    await county.as('late-chair').get('member.join', { invitationCode })
    await county.as('late-chair').get('assessment.save', { ...sheet, changes })
    await office.get('roster.save', { departments: [], units: [{ ...late, name: '新镇总工会' }] })
    expect(await county.as('late-chair').get('assessment.open', sheet)).toMatchObject({
      unit: { name: '新镇总工会' },
      summary: { self: { count: 1 } },
    })
  })

  it('takes part from the next one on, once 评分 is over', async () => {
    await county.arrangeCycle({ phase: 'joint-review' })
    await county.as('office').get('roster.save', { departments: [], units: [{ ...late, unitId: 'too-late' }] })
    expect(await county.as('office').verdict('assessment.open', { cycleId, unitId: 'too-late' })).toBe(
      'assessment.unknown',
    )
  })
})
