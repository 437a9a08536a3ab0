import { signSessionToken } from '../../cloudfunctions/request-pipeline/session-token'
import { type County, cycleId, startCounty } from '../support/county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const post = async (body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${county.cloud.address}/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const call = (fields: object = {}) =>
  JSON.stringify({ request: 'health', input: {}, contractVersion: 1, requestId: 'r-1', ...fields })
const codeOf = async (body: string, headers: Record<string, string> = {}) => {
  const { problem } = JSON.parse((await post(body, headers)).text)
  return problem?.code ?? 'ok'
}

describe('a call that is none', () => {
  it.each([
    ['broken JSON', '{"request": ', 'call.malformed'],
    ['nothing', '', 'call.malformed'],
    ['an array', '[]', 'call.malformed'],
    ['no contract version', call({ contractVersion: undefined }), 'call.malformed'],
    ['an older contract', call({ contractVersion: 0 }), 'call.outdated'],
    ['an unknown request', call({ request: 'assessment.destroy' }), 'call.unknown-request'],
    ['a name every object has', call({ request: 'constructor' }), 'call.unknown-request'],
    ['another', call({ request: '__proto__' }), 'call.unknown-request'],
    ['an input it does not take', call({ input: { $where: '1' } }), 'call.invalid-input'],
  ])('%s', async (_what, body, code) => {
    expect(await codeOf(body)).toBe(code)
  })

  it('half a megabyte is too large, and is told so', async () => {
    expect(await codeOf(call({ input: { text: '字'.repeat(500_000) } }))).toBe('call.too-large')
  })

  it('ten megabytes do not even reach the function', async () => {
    expect((await post('x'.repeat(10_000_000))).status).toBe(413)
    expect(await codeOf(call())).toBe('ok')
  })

  it('a GET is none either', async () => {
    const response = await fetch(`${county.cloud.address}/api`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ ok: false, problem: { code: 'call.malformed' } })
  })
})

describe('a reply', () => {
  it('carries the request id, the server’s time and the oldest contract, and is not kept by anybody', async () => {
    const { status, headers, text } = await post(call({ requestId: 'my-request' }))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toContain('application/json')
    const reply = JSON.parse(text)
    expect(reply).toEqual({
      ok: true,
      output: { healthy: true },
      requestId: 'my-request',
      serverTime: expect.any(Number),
      oldestContractVersion: 1,
    })
    expect(Math.abs(reply.serverTime - Date.now())).toBeLessThan(5000)
  })

  it('answers a preflight with nothing', async () => {
    const response = await fetch(`${county.cloud.address}/api`, { method: 'OPTIONS' })
    expect([response.status, await response.text()]).toEqual([204, ''])
  })

  it('says only that it failed when something inside fails, and where in the log', async () => {
    const { rubricVersionId } = await county.stored('township-b')
    await county.arrange('township-b', { rubricVersionId: 'gone@0' })
    const reply = await county.as('chair-township-b').ask('assessment.open', { cycleId, unitId: 'township-b' })
    await county.arrange('township-b', { rubricVersionId })
    expect(reply).toMatchObject({ ok: false, problem: { code: 'server.failed', retryable: true } })
    expect(JSON.stringify(reply)).not.toMatch(/gone@0|\.js|Error/)
    const failure = county.log.find(line => line.includes('gone@0'))
    expect(failure).toContain(reply.requestId)
  })
})

describe('who is asking', () => {
  const whoIs = async (headers: Record<string, string>, body: object = {}) => {
    const { text } = await post(call({ request: 'identity.who-am-i', ...body }), headers)
    return JSON.parse(text).output.member?.name ?? null
  }

  it('is nobody over HTTP, whatever the caller says', async () => {
    const openid = 'chair-township-a'
    expect(await whoIs({ 'x-wx-openid': openid, wx_openid: openid, cookie: `WX_OPENID=${openid}` })).toBeNull()
    expect(await whoIs({}, { openid, WX_OPENID: openid, userInfo: { openId: openid } })).toBeNull()
    expect(await whoIs({}, { environment: JSON.stringify({ WX_OPENID: openid }) })).toBeNull()
  })

  it('is the caller of the mini-program, whatever the call looks like', async () => {
    const forged = {
      httpMethod: 'POST',
      headers: { authorization: 'Bearer x' },
      body: '{}',
      openid: 'chair-township-a',
    }
    const response = await fetch(`${county.cloud.address}/wechat/call-function`, {
      method: 'POST',
      body: JSON.stringify({
        openid: 'filler-township-a',
        name: 'api',
        data: { ...JSON.parse(call({ request: 'identity.who-am-i' })), ...forged },
      }),
    })
    expect((await response.json()).result.output.member.name).toBe('城关镇总工会填报人')
  })

  it('is not taken from a token that we have not signed, has expired or was altered', async () => {
    const session = await county.signIn('chair-township-a')
    const [body = '', signature = ''] = session.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const altered = Buffer.from(JSON.stringify({ ...claims, memberId: 'm-somebody' })).toString('base64url')
    const tokens = [
      'nonsense',
      '..',
      `${body}.`,
      `${altered}.${signature}`,
      signSessionToken(claims, 'another secret'),
      signSessionToken({ ...claims, expires: Date.now() - 1 }, 'a secret for tests only'),
      signSessionToken({ ...claims, sessionId: 'no-such-session' }, 'a secret for tests only'),
    ]
    for (const token of tokens) {
      expect(await county.overHttp(token).verdict('office.overview', { cycleId })).toBe('identity.session-ended')
    }
    expect(await whoIs({ Authorization: `Bearer ${session}` })).toBe('城关镇总工会主席')
  })

  it('never leaks from one invocation into the next of the same worker', async () => {
    const names: unknown[] = []
    for (let round = 0; round < 5; round += 1) {
      names.push((await county.as('chair-township-a').get('identity.who-am-i', {})).member?.name)
      names.push((await county.overHttp().get('identity.who-am-i', {})).member)
      names.push((await county.as('chair-township-b').get('identity.who-am-i', {})).member?.name)
    }
    expect(names).toEqual(Array(5).fill(['城关镇总工会主席', null, '河口镇总工会主席']).flat())
    expect(county.cloud.workers('api')).toHaveLength(1)
  })
})

it('answers interactive requests within two round trips', () => {
  const slow = county.log
    .filter(line => line.includes('"roundTrips"'))
    .map(line => JSON.parse(line.replace(/^\[api\] /, '')))
    .filter(({ roundTrips }) => roundTrips > 2)
  expect(slow).toEqual([])
})
