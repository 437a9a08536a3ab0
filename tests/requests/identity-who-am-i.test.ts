import { type County, startCounty } from '../support/county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

it('answers a stranger with the county and nothing else', async () => {
  expect(await county.as('nobody').get('identity.who-am-i', {})).toMatchObject({
    countyName: '南江县总工会',
    officePhone: '0000-1234567',
    member: null,
    posts: [],
    cycle: { cycleId: '2026', title: '2026年度考核', phase: 'self-assessment' },
    abilities: {},
  })
})

it('answers with the posts of today, their names and states', async () => {
  const chair = await county.as('chair-township-a').get('identity.who-am-i', {})
  expect(chair.posts).toEqual([
    { role: 'chair', unitId: 'township-a', unitName: '城关镇总工会', audience: 'township', state: 'not-started' },
  ])
  expect(chair.abilities).toEqual({})
  expect((await county.as('head-welfare').get('identity.who-am-i', {})).posts).toEqual([
    { role: 'department-head', departmentId: 'welfare', departmentName: '保障部' },
  ])
})

it('says what the office and a leader may do', async () => {
  expect((await county.as('office').get('identity.who-am-i', {})).abilities).toMatchObject({
    'office.overview': true,
    'cycle.open': true,
    'roster.save': true,
  })
  expect((await county.as('leader').get('identity.who-am-i', {})).abilities).toEqual({ 'office.overview': true })
})

it('gives each person a box key that stays and does not say who it is', async () => {
  const keyOf = async (openid: string) => (await county.as(openid).get('identity.who-am-i', {})).member?.boxKey
  const key = await keyOf('office')
  expect(await keyOf('office')).toBe(key)
  expect(await keyOf('leader')).not.toBe(key)
  const { data } = await county.database.collection('members').limit(1000).get()
  expect(JSON.stringify(data)).not.toContain(key)
})

it('answers before there is a county at all', async () => {
  const { database } = county
  await Promise.all(['counties', 'cycles', 'members'].map(name => database.collection(name).where({}).remove()))
  expect(await county.as('office').get('identity.who-am-i', {})).toEqual({
    countyName: null,
    officePhone: '',
    member: null,
    posts: [],
    cycle: null,
    abilities: {},
  })
})
