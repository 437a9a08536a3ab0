import { type County, cycleId, startCounty } from '../support/county'
import { handIn, makeVisitGroup, suggestion, visitDate } from '../support/county/visits'

let county: County
let groupId: string
const [liu, wang] = ['reviewer-welfare', 'reviewer-publicity']
beforeAll(async () => {
  county = await startCounty()
  await handIn(county)
  groupId = (await makeVisitGroup(county, [liu, wang])).groupId
})
afterAll(() => county.close())

const save = (openid: string, ...entries: ReturnType<typeof suggestion>[]) =>
  county.as(openid).get('visit.save', { cycleId, groupId, entries })
const review = (openid: string, departmentId: string, unitId = 'township-a') =>
  county.as(openid).get('review.open', { cycleId, departmentId, unitId })
const suggestedTo = async (openid: string, departmentId: string, itemId: string) =>
  (await review(openid, departmentId)).items.find(item => item.itemId === itemId)?.suggestions

describe('is refused', () => {
  it.each([
    ['a stranger', 'nobody', 'identity.not-a-member'],
    ['the unit', 'chair-township-a', 'permission.denied'],
    ['the office', 'office', 'permission.denied'],
    ['a reviewer of no group', 'reviewer-openness', 'permission.denied'],
  ])('to %s', async (_who, openid, code) => {
    const input = { cycleId, groupId, entries: [suggestion('township-a', 'a1-01', 300)] }
    expect(await county.as(openid).verdict('visit.save', input)).toBe(code)
  })

  it.each([
    ['nothing', []],
    ['a score in words', [{ ...suggestion('township-a', 'a1-01', 300), score: { score: '4.5' } }]],
    ['an operator for a unit', [{ ...suggestion('township-a', 'a1-01', 300), unitId: { $gt: '' } }]],
  ])('of %s', async (_what, entries) =>
    expect(await county.as(liu).verdict('visit.save', { cycleId, groupId, entries })).toBe('call.invalid-input'),
  )

  it('entry by entry, for a unit of another group and for an item of another annex', async () => {
    const { verdicts } = await save(
      liu,
      suggestion('enterprise-a', 'a4-01', 100),
      suggestion('township-a', 'a4-01', 100),
      suggestion('township-a', 'a1-02', 250, 50),
    )
    const told = verdicts.map(verdict => (verdict.kind === 'refused' ? verdict.problem.code : verdict.kind))
    expect(told).toEqual(['visit.not-your-unit', 'item.unknown', 'kept'])
  })
})

it('shows the item’s department what two members suggest, and neither the unit nor another department', async () => {
  await save(liu, suggestion('township-a', 'a1-01', 250, 50))
  await save(wang, suggestion('township-a', 'a1-01', 200, 100))
  const suggestions = await suggestedTo('head-general-office', 'general-office', 'a1-01')
  expect(suggestions?.map(({ groupName, memberName, score }) => [groupName, memberName, score.score])).toEqual([
    ['考核二组', '保障部评分人', 250],
    ['考核二组', '宣教部评分人', 200],
  ])
  expect(JSON.stringify(await review('head-welfare', 'welfare'))).not.toContain('缺会议记录')
  const sheet = await county.as('chair-township-a').get('assessment.open', { cycleId, unitId: 'township-a' })
  expect(JSON.stringify(sheet)).not.toMatch(/缺会议记录|评分人|考核二组/)
  const stored = await county.stored('township-a')
  expect(stored.items['a1-01']?.reviews).toBeUndefined()
  expect(stored.history).toEqual([])
})

it('shows the same down all units of the item', async () => {
  const { rubricVersionId } = await county.stored('township-a')
  const input = { cycleId, departmentId: 'general-office', rubricVersionId, itemId: 'a1-01' }
  const { units } = await county.as('head-general-office').get('review.by-item', input)
  expect(units.map(unit => unit.suggestions?.length ?? 0)).toEqual([2, 0])
})

it('the latest of each member stands; an old delivery that comes again changes nothing', async () => {
  const first = suggestion('township-b', 'a1-01', 250, 50)
  const second = suggestion('township-b', 'a1-01', 300)
  await save(liu, first)
  await save(liu, second)
  await save(liu, first)
  const { items } = await review('head-general-office', 'general-office', 'township-b')
  const [only, ...others] = items.find(item => item.itemId === 'a1-01')?.suggestions ?? []
  expect([only?.score.score, others]).toEqual([300, []])
})

it('two deliveries of one person at once both count', async () => {
  const entries = ['a1-01', 'a1-02', 'a1-03', 'a1-04'].map(itemId =>
    suggestion('system-a', itemId.replace('a1', 'a2'), 100),
  )
  await Promise.all(entries.map(entry => save(liu, entry)))
  const { data } = await county.database.collection('visit-drafts').where({ unitId: 'system-a' }).get()
  expect(Object.keys(data[0].items).sort()).toEqual(['a2-01', 'a2-02', 'a2-03', 'a2-04'])
})

it('「我来看」 reaches the others of the group', async () => {
  await save(liu, { ...suggestion('party-a', 'a3-01', 0), looking: true, score: null })
  const { others } = await save(wang, suggestion('party-a', 'a3-02', 100))
  expect(others).toEqual([{ unitId: 'party-a', itemId: 'a3-01', memberName: '保障部评分人' }])
})

it('a pack holds the day’s units with their self-scores, and nothing of who has not handed in', async () => {
  await county.arrange('system-b', { stage: 'filling' })
  const made = await county.as(liu).get('visit.pack', { cycleId, groupId, date: visitDate })
  const bytes = Buffer.from(await (await fetch(made.address)).arrayBuffer())
  expect(bytes.length).toBe(made.bytes)
  const pack = JSON.parse(bytes.toString())
  expect(pack.units.map((unit: { name: string }) => unit.name)).toEqual([
    '城关镇总工会',
    '河口镇总工会',
    '教育系统工会',
    '卫生系统工会',
    '县委办工会',
    '县法院工会',
  ])
  expect(pack.units[0].self['a1-01'].score).toBe(300)
  expect(pack.units[3]).toMatchObject({ handedIn: false, self: {}, materials: {} })
  expect(await county.as(liu).verdict('visit.pack', { cycleId, groupId, date: '2026-12-09' })).toBe('visit.no-units')
})
