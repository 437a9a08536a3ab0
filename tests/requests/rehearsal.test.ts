import { type County, cycleId, startCounty } from '../support/county'
import { change } from '../support/county/sheets'

/* 演练: anybody fills a practice unit of their own by a public code; in no list, no rank, and out of reach of what is real. */
let county: County
let code: string
beforeAll(async () => {
  county = await startCounty()
  code = (await county.as('office').get('rehearsal.open', {})).code ?? ''
})
afterAll(() => county.close())

const join = (openid: string, fields: object = {}) =>
  county.as(openid).verdict('rehearsal.join', { code, audience: 'township', ...fields })
const who = (openid: string) => county.as(openid).get('identity.who-am-i', {})
async function practiceOf(openid: string): Promise<{ cycleId: string; unitId: string }> {
  const { cycle, posts } = await who(openid)
  const [post] = posts
  return { cycleId: cycle?.cycleId ?? '', unitId: post && 'unitId' in post ? post.unitId : '' }
}

describe('is opened and closed', () => {
  it.each(['rehearsal.read', 'rehearsal.open', 'rehearsal.close'])('by the office alone: %s', async name => {
    for (const openid of ['chair-township-a', 'head-welfare', 'leader'])
      expect(await county.as(openid).verdict(name, {})).toBe('permission.denied')
    expect(await county.as('nobody').verdict(name, {})).toBe('identity.not-a-member')
  })

  it('for this year’s annexes, and leaves the year itself as it is', async () => {
    const { cycle } = await who('office')
    expect(cycle?.cycleId).toBe(cycleId)
    expect(cycle?.rehearsal).toBeUndefined()
    expect(JSON.stringify(await who('chair-township-a'))).not.toContain(code)
  })
})

describe('is joined', () => {
  it('by the code as people type it, and by no other, nor from a browser', async () => {
    expect(await join('tester-1', { code: 'WRONG' })).toBe('rehearsal.unknown-code')
    expect(await join('tester-1', { code: '' })).toBe('call.invalid-input')
    expect(await join('tester-1', { audience: 'village' })).toBe('call.invalid-input')
    expect(await county.overHttp().verdict('rehearsal.join', { code, audience: 'township' })).toBe('identity.required')
    expect(await join('tester-1', { code: ` ${code.toLowerCase()} ` })).toBe('ok')
    const { cycle, posts, member } = await who('tester-1')
    expect(cycle).toMatchObject({ rehearsal: true, title: '2026年度考核演练' })
    expect(posts).toMatchObject([{ role: 'filler', unitName: '演练单位', audience: 'township' }])
    expect(member?.name).toBe('演练的人')
  })

  it('not with the code of before, nor once it is closed; who is in it goes on', async () => {
    const before = code
    code = (await county.as('office').get('rehearsal.open', {})).code ?? ''
    expect(code).not.toBe(before)
    expect(await join('tester-2', { code: before })).toBe('rehearsal.unknown-code')
    expect(await county.as('office').get('rehearsal.close', {})).toMatchObject({ code: null })
    expect(await join('tester-2')).toBe('rehearsal.unknown-code')
    expect(await county.as('tester-1').verdict('assessment.open', await practiceOf('tester-1'))).toBe('ok')
    code = (await county.as('office').get('rehearsal.open', {})).code ?? ''
  })
})

it('everybody has a unit of their own, and finds it again as they left it', async () => {
  for (const openid of ['tester-3', 'tester-4']) await join(openid)
  const [mine, theirs] = [await practiceOf('tester-3'), await practiceOf('tester-4')]
  expect(mine.unitId).not.toBe(theirs.unitId)
  const { verdicts } = await county.as('tester-3').get('assessment.save', { ...mine, changes: [change('a1-01')] })
  expect(verdicts).toMatchObject([{ kind: 'saved' }])
  expect(await county.as('tester-4').verdict('assessment.open', mine)).toBe('permission.denied')
  await county.as('tester-3').get('rehearsal.leave', {})
  expect((await who('tester-3')).posts).toEqual([])
  expect(await county.as('tester-3').verdict('assessment.open', mine)).toBe('permission.denied')
  await join('tester-3')
  expect((await county.as('tester-3').get('assessment.open', mine)).items['a1-01']?.self?.revision).toBe(1)
})

it('nothing of it is in any list of the county, and nothing real is in its reach', async () => {
  await join('tester-5', { audience: 'enterprise' })
  const practice = await practiceOf('tester-5')
  const office = county.as('office')
  const lists = [
    await office.get('office.overview', { cycleId }),
    await office.get('office.overview', { cycleId: practice.cycleId }),
    await office.get('visit-group.list', { cycleId }),
    await office.get('target.open', { cycleId }),
    await office.get('record.list', { cycleId, departmentId: null }),
    await office.get('content.list', { cycleId }),
    await county
      .as('head-organization')
      .get('review.queue', { cycleId: practice.cycleId, departmentId: 'organization' }),
    await county.as('nobody').get('rubric.list', {}),
  ]
  expect(JSON.stringify(lists)).not.toMatch(/演练单位|practice-/)
  for (const unitId of ['township-a', 'enterprise-a']) {
    expect(await county.as('tester-5').verdict('assessment.open', { cycleId, unitId })).toBe('permission.denied')
    expect(await county.as('tester-5').verdict('form.read', { cycleId, unitId, kind: 'self' })).toBe(
      'permission.denied',
    )
  }
  expect((await office.get('rehearsal.read', {})).people).toBeGreaterThanOrEqual(1)
})

it('a chair who tries it has no real post meanwhile, a box of its own, and the post again afterwards', async () => {
  const chair = 'chair-township-b'
  const real = await who(chair)
  expect(await join(chair)).toBe('ok')
  const trying = await who(chair)
  expect(trying.posts).toMatchObject([{ role: 'filler', unitName: '演练单位' }])
  expect(trying.member?.boxKey).not.toBe(real.member?.boxKey)
  const own = { cycleId, unitId: 'township-b' }
  expect(await county.as(chair).verdict('assessment.submit', own)).toBe('permission.denied')
  await county.as(chair).get('rehearsal.leave', {})
  expect(await who(chair)).toEqual(real)
  expect(await county.as(chair).verdict('assessment.open', own)).toBe('ok')
})
