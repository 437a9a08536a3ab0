import { readSignInCode } from '#shared/contract/sign-in-code'
import { type County, startCounty } from '../support/county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const start = () => county.overHttp().get('sign-in.start', {})
const confirm = (ticketId: string, openid = 'chair-township-a') =>
  county.as(openid).verdict('sign-in.confirm', { ticketId })
const take = (ticketId: string, claim: string) => county.overHttp().verdict('sign-in.take', { ticketId, claim })
/** As if more than two minutes had passed. */
const expire = (ticketId: string) =>
  county.database
    .collection('sign-in-tickets')
    .doc(ticketId)
    .update({ expiresAt: Date.now() - 1 })

describe('confirming is refused', () => {
  it('to a stranger, and to a computer', async () => {
    const { ticketId } = await start()
    expect(await confirm(ticketId, 'nobody')).toBe('identity.not-a-member')
    expect(await county.overHttp().verdict('sign-in.confirm', { ticketId })).toBe('identity.required')
    const session = await county.signIn('office')
    expect(await county.overHttp(session).verdict('sign-in.confirm', { ticketId })).toBe('permission.denied')
  })

  it('for a code that is not ours', async () => {
    expect(await confirm('no-such-ticket')).toBe('sign-in.unknown')
    expect(await county.as('office').verdict('sign-in.confirm', { ticketId: { $gt: '' } })).toBe('call.invalid-input')
  })

  it('after two minutes', async () => {
    const { ticketId, expiresAt } = await start()
    expect(Math.round((expiresAt - Date.now()) / 1000)).toBe(120)
    await expire(ticketId)
    expect(await confirm(ticketId)).toBe('sign-in.expired')
  })

  it('to a second person', async () => {
    const { ticketId } = await start()
    expect(await confirm(ticketId)).toBe('ok')
    expect(await confirm(ticketId, 'office')).toBe('sign-in.used')
    expect(await confirm(ticketId)).toBe('ok')
  })
})

describe('taking is refused', () => {
  it('without the claim, which only the computer has', async () => {
    const { ticketId, claim } = await start()
    await confirm(ticketId)
    expect(await take(ticketId, 'guessed')).toBe('sign-in.unknown')
    expect(await take('no-such-ticket', claim)).toBe('sign-in.unknown')
  })

  it('after two minutes, confirmed or not', async () => {
    const { ticketId, claim } = await start()
    await confirm(ticketId)
    await expire(ticketId)
    expect(await take(ticketId, claim)).toBe('sign-in.expired')
  })

  it('a second time, also at the same moment', async () => {
    const { ticketId, claim } = await start()
    await confirm(ticketId)
    const verdicts = await Promise.all([take(ticketId, claim), take(ticketId, claim), take(ticketId, claim)])
    expect(verdicts.sort()).toEqual(['ok', 'sign-in.used', 'sign-in.used'])
    expect(await confirm(ticketId)).toBe('sign-in.used')
  })
})

it('waits until the phone has confirmed, and is then the person of the phone', async () => {
  const { ticketId, claim, code } = await start()
  expect(readSignInCode(code)).toBe(ticketId)
  expect(await county.overHttp().get('sign-in.take', { ticketId, claim })).toEqual({ waiting: true })
  expect(await county.as('chair-township-a').get('sign-in.confirm', { ticketId })).toEqual({ name: '城关镇总工会主席' })
  const taken = await county.overHttp().get('sign-in.take', { ticketId, claim })
  if (taken.waiting) throw new Error('still waiting')
  const onThePc = await county.overHttp(taken.session).get('identity.who-am-i', {})
  expect(onThePc).toEqual(await county.as('chair-township-a').get('identity.who-am-i', {}))
})

it('ends when it is ended, on that computer alone', async () => {
  const [first, second] = [await county.signIn('office'), await county.signIn('office')]
  expect(await county.overHttp(first).get('sign-in.end', {})).toEqual({})
  expect(await county.overHttp(first).verdict('member.list', { unitId: null })).toBe('identity.session-ended')
  expect((await county.overHttp(first).get('identity.who-am-i', {})).member).toBeNull()
  expect(await county.overHttp(second).verdict('member.list', { unitId: null })).toBe('ok')
  expect(await county.overHttp(first).verdict('sign-in.end', {})).toBe('ok')
})

it('stores neither the claim nor anything that signs in', async () => {
  const { claim } = await start()
  const session = await county.signIn('office')
  for (const name of ['sign-in-tickets', 'sessions']) {
    const { data } = await county.database.collection(name).limit(1000).get()
    expect(JSON.stringify(data)).not.toContain(claim)
    expect(JSON.stringify(data)).not.toContain(session)
  }
})
