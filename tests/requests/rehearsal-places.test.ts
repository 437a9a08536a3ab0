import { dayText } from '#shared/cycle/beijing-time'
import { entriesPerDay } from '#shared/cycle/rehearsal'
import { type County, startCounty, units } from '../support/county'
import { picture, registration, upload } from '../support/county/files'
import { change } from '../support/county/sheets'

/* A public code may reach anybody: a 演练 has as many places as the county's units have posts, and is cleared by the office. */

const all = units.length * 5
const rehearsalId = '2026-drill'
let county: County
let code: string
beforeAll(async () => {
  county = await startCounty()
  code = (await county.as('office').get('rehearsal.open', {})).code ?? ''
})
afterAll(() => county.close())

const office = () => county.as('office')
const join = (openid: string, audience = 'township') => county.as(openid).verdict('rehearsal.join', { code, audience })
/** What the refused person reads. */
async function words(openid: string): Promise<string | null> {
  const reply = await county.as(openid).ask('rehearsal.join', { code, audience: 'township' })
  return reply.ok ? null : reply.problem.message
}
const places = () => county.database.collection('rehearsal-places')
const taken = async () => (await office().get('rehearsal.read', {})).places.taken
async function practiceOf(openid: string) {
  const { cycle, posts } = await county.as(openid).get('identity.who-am-i', {})
  const [post] = posts
  return { cycleId: cycle?.cycleId ?? '', unitId: post && 'unitId' in post ? post.unitId : '' }
}

/** Places of people whom nobody knows. */
async function fill(until: number): Promise<void> {
  const day = dayText(Date.now())
  const missing = until - (await taken())
  const added = Array.from({ length: missing }, (_, at) => {
    const memberId = `m-${String(at).padStart(32, '0')}`
    return { _id: `${rehearsalId}:${memberId}`, cycleId: rehearsalId, memberId, day, entries: 1, takenAt: 1 }
  })
  // The driver's types know one document to add, the driver itself takes many.
  for (let from = 0; from < missing; from += 100) await places().add(added.slice(from, from + 100) as never)
}

it('says how many places there are, and from which units', async () => {
  const read = await office().get('rehearsal.read', {})
  expect(read).toEqual({ code, people: 0, places: { taken: 0, all, units: units.length }, isClearing: false })
})

it('one person has one place, whatever they try, and is let in twenty times a day', async () => {
  expect(await join('tester-1')).toBe('ok')
  expect(await join('tester-1', 'enterprise')).toBe('ok')
  expect(await taken()).toBe(1)
  const today = dayText(Date.now())
  const mine = places().where({ takenAt: county.database.command.gt(1) })
  await mine.update({ entries: entriesPerDay - 1 })
  expect(await join('tester-1')).toBe('ok')
  expect(await join('tester-1')).toBe('rehearsal.too-often')
  expect(await words('tester-1')).toBe('今天进出演练已经 20 次，练过的都在。请明天再进来接着练。')
  // What was begun goes on; and the next day they come in again.
  expect(await county.as('tester-1').verdict('assessment.open', await practiceOf('tester-1'))).toBe('ok')
  await mine.update({ day: '2020-01-01' })
  expect(await join('tester-1')).toBe('ok')
  expect((await mine.get()).data).toMatchObject([{ day: today, entries: 1 }])
})

it('the last place is given once, also to many at once; who has one still comes in', async () => {
  await fill(all - 1)
  const verdicts = await Promise.all(['tester-2', 'tester-3', 'tester-4'].map(openid => join(openid)))
  expect(verdicts.filter(verdict => verdict === 'ok').length).toBeLessThanOrEqual(1)
  for (const openid of ['tester-2', 'tester-3', 'tester-4', 'tester-5']) await join(openid)
  expect(await taken()).toBe(all)
  expect(await join('tester-6')).toBe('rehearsal.full')
  expect(await words('tester-6')).toBe(`演练的 ${all} 个名额满了，演练没有开始。请考核办先清除旧的演练，再来练。`)
  expect(await taken()).toBe(all)
  expect((await county.as('tester-6').get('identity.who-am-i', {})).member).toBeNull()
  expect(await join('tester-1')).toBe('ok')
})

it('is cleared by the office alone', async () => {
  for (const openid of ['chair-township-a', 'head-welfare', 'leader', 'tester-1'])
    expect(await county.as(openid).verdict('rehearsal.clear', {})).toBe('permission.denied')
  expect(await county.as('nobody').verdict('rehearsal.clear', {})).toBe('identity.not-a-member')
})

it('cleared, nothing of it is left, and everything real is; then it is opened again', async () => {
  const chair = 'chair-township-b'
  await places().where({ takenAt: 1 }).remove()
  const { posts, member } = await county.as(chair).get('identity.who-am-i', {})
  expect(await join(chair)).toBe('ok')
  const practice = await practiceOf(chair)
  await county.as(chair).get('assessment.save', { ...practice, changes: [change('a1-01')] })
  const mine = await practiceOf('tester-1')
  const { content, ...announced } = picture(1)
  const { tickets } = await county.as('tester-1').get('material.ticket', { ...mine, files: [announced] })
  const [{ ticketId, path } = { ticketId: '', path: '' }] = tickets
  await upload(county, 'tester-1', path, content)
  const files = [{ ticketId, thumbnailTicketId: null }]
  await county.as('tester-1').get('material.register', registration({ ...mine, files, items: ['a1-01'] }))
  const members = (await county.database.collection('members').limit(1000).get()).data.length
  const lying = () => county.cloud.storage.paths().filter(path => path.includes('/practice-'))
  expect(lying()).toHaveLength(1)

  const before = county.log.length
  expect(await office().get('rehearsal.clear', {})).toMatchObject({ code: null, isClearing: true })
  expect(county.log.slice(before).join()).toContain('"roundTrips":2')
  expect(await join('tester-7')).toBe('rehearsal.unknown-code')
  expect(await office().verdict('rehearsal.open', {})).toBe('rehearsal.clearing')
  expect(await office().get('rehearsal.close', {})).toMatchObject({ code: null, isClearing: true })

  await county.cloud.fireTimer('clock')
  expect(await office().get('rehearsal.read', {})).toMatchObject({
    code: null,
    people: 0,
    places: { taken: 0 },
    isClearing: false,
  })
  expect(lying()).toEqual([])
  const { database } = county
  for (const name of ['assessments', 'file-hashes', 'content-checks'])
    expect(JSON.stringify((await database.collection(name).limit(1000).get()).data)).not.toContain('practice-')
  expect((await database.collection('units').limit(1000).get()).data).toHaveLength(units.length)
  expect(await county.as(chair).get('identity.who-am-i', {})).toMatchObject({ posts, member })
  expect((await county.as('tester-1').get('identity.who-am-i', {})).member).toBeNull()
  const left = (await database.collection('members').limit(1000).get()).data
  expect(left.filter(({ name }) => name === '演练的人')).toEqual([])
  expect(left.length).toBeLessThan(members)
  expect(await county.as(chair).verdict('assessment.open', { cycleId: '2026', unitId: 'township-b' })).toBe('ok')

  code = (await office().get('rehearsal.open', {})).code ?? ''
  expect(await join('tester-7')).toBe('ok')
  expect(await taken()).toBe(1)
})

it('who has taken a real post meanwhile stays a member', async () => {
  await join('tester-8')
  const member = county.database
    .collection('members')
    .where({ 'rehearsal.unitId': (await practiceOf('tester-8')).unitId })
  const post = { role: 'filler', unitId: 'township-a', from: 1, to: null, invitationId: null }
  await member.update({ posts: county.database.command.push([post]) })
  await office().get('rehearsal.clear', {})
  await county.cloud.fireTimer('clock')
  expect((await county.as('tester-8').get('identity.who-am-i', {})).posts).toMatchObject([{ unitId: 'township-a' }])
})
