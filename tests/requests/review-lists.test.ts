import { type County, cycleId, startCounty } from '../support/county'
import { deduction } from '../support/county/decisions'
import { registration } from '../support/county/files'
import { filledSheet, rubricOf } from '../support/county/sheets'

const rubric = rubricOf('township')
const departmentId = 'general-office'
let county: County
let rubricVersionId: string
beforeAll(async () => {
  county = await startCounty()
  const materials = registration({ items: ['a1-01', 'a1-05'] })
  await county.as('filler-township-a').get('material.register', materials)
  const { summary } = await county.stored('township-a')
  for (const unitId of ['township-a', 'township-b']) {
    const filled = filledSheet('township')
    await county.arrange(unitId, {
      ...filled,
      summary: { ...filled.summary, materials: unitId === 'township-a' ? summary.materials : 0 },
      stage: unitId === 'township-a' ? 'submitted' : 'filling',
    })
  }
  rubricVersionId = (await county.stored('township-a')).rubricVersionId
})
afterAll(() => county.close())

describe.each([
  ['review.queue', () => ({ cycleId, departmentId })],
  ['review.by-item', () => ({ cycleId, departmentId, rubricVersionId, itemId: 'a1-01' })],
] as const)('%s', (name, input) => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['a unit', 'chair-township-a', 'permission.denied'],
    ['the office', 'office', 'permission.denied'],
    ['another department', 'head-welfare', 'permission.denied'],
  ])('is refused to %s', async (_who, openid, code) => {
    expect(await county.as(openid).verdict(name, input())).toBe(code)
  })

  it('is refused for a cycle that is not open', async () => {
    const verdict = await county.as('head-general-office').verdict(name, { ...input(), cycleId: '2031' })
    expect(verdict).toBe('cycle.none')
  })

  it('takes two round trips', async () => {
    const before = county.log.length
    expect(await county.as('reviewer-general-office').verdict(name, input())).toBe('ok')
    expect(county.log.slice(before).join()).toContain('"roundTrips":2')
  })
})

describe('the queue', () => {
  it('lists the units that have items of this department, in the county’s order, with what is done', async () => {
    const decisions = [deduction(rubric, 'a1-01', 50)]
    await county.as('head-general-office').get('review.decide', { cycleId, departmentId, decisions })
    const { operationId: _o, revision: _r, seenSelfRevision: _s, ...draft } = deduction(rubric, 'a1-02', 50)
    await county.as('reviewer-general-office').get('review.draft', { cycleId, departmentId, drafts: [draft] })
    const queue = await county.as('reviewer-general-office').get('review.queue', { cycleId, departmentId })
    expect(queue.units.map(unit => unit.unitId)).toEqual([
      'township-a',
      'township-b',
      'system-a',
      'system-b',
      'party-a',
      'party-b',
      'enterprise-a',
      'enterprise-b',
    ])
    expect(queue.units[0]).toMatchObject({ state: 'submitted', items: 6, decided: 1, drafts: 1 })
    expect(queue.units[1]).toMatchObject({ state: 'filling', items: 6, decided: 0, drafts: 0 })
    const ofHead = await county.as('head-general-office').get('review.queue', { cycleId, departmentId })
    expect(ofHead.units[0]).toMatchObject({ decided: 1, drafts: 0 })
  })

  it('lists the items of every annex, with how many units have them decided', async () => {
    const { items } = await county.as('reviewer-general-office').get('review.queue', { cycleId, departmentId })
    expect(items.find(item => item.itemId === 'a1-01')).toMatchObject({
      number: 1,
      points: 300,
      submitted: 1,
      decided: 1,
    })
    expect(items.find(item => item.itemId === 'a2-01')).toMatchObject({ audience: 'system', submitted: 0, decided: 0 })
  })

  it('leaves out the units in whose annex the department has no item', async () => {
    const asked = { cycleId, departmentId: 'production' }
    const { units } = await county.as('head-production').get('review.queue', asked)
    expect(units.some(unit => unit.audience === 'party-government')).toBe(false)
  })
})

describe('one item down all units', () => {
  const byItem = (itemId = 'a1-01', openid = 'reviewer-general-office', department = departmentId) =>
    county.as(openid).get('review.by-item', { cycleId, departmentId: department, rubricVersionId, itemId })

  it('is refused for an item of another department or annex', async () => {
    const ask = (itemId: string) =>
      county.as('reviewer-general-office').verdict('review.by-item', { cycleId, departmentId, rubricVersionId, itemId })
    expect(await ask('a1-05')).toBe('permission.denied')
    expect(await ask('a3-01')).toBe('item.unknown')
    const unknown = { cycleId, departmentId, rubricVersionId: 'township@000000000000', itemId: 'a1-01' }
    expect(await county.as('reviewer-general-office').verdict('review.by-item', unknown)).toBe('rubric.unknown')
  })

  it('shows what the units of that annex say and how much proves it', async () => {
    const { units } = await byItem()
    expect(units.map(unit => unit.unitId)).toEqual(['township-a', 'township-b'])
    expect(units[0]).toMatchObject({ self: { score: 300 }, mine: true, materials: 1, files: 0 })
  })

  it('keeps what a unit has not handed in to itself', async () => {
    const { units } = await byItem()
    expect(units[1]).toMatchObject({ state: 'filling', self: null, decision: null, materials: 0 })
  })

  it('points out the same words with other points', async () => {
    await county.arrange('township-b', { stage: 'submitted' })
    const decisions = [{ ...deduction(rubric, 'a1-01', 100), unitId: 'township-b' }]
    await county.as('head-general-office').get('review.decide', { cycleId, departmentId, decisions })
    const { unequal, phrases } = await byItem()
    expect(unequal).toEqual([
      {
        phrase: '资料不齐',
        uses: [
          { unitName: '城关镇总工会', points: 50 },
          { unitName: '河口镇总工会', points: 100 },
        ],
      },
    ])
    expect(phrases).toHaveLength(2)
  })
})
