import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { callFunction, refusalOf, startTestCloud, type TestCloud } from './test-cloud'

const functionsFolder = mkdtempSync(join(tmpdir(), 'functions-'))
let test: TestCloud

/** Builds as a deployment would: one file, with the SDK inside. */
beforeAll(async () => {
  for (const name of ['api', 'internal', 'clock']) {
    buildSync({
      entryPoints: [join(__dirname, 'function-fixture.ts')],
      outfile: join(functionsFolder, name, 'index.js'),
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    })
  }
  const trigger = { name: 'hourly', type: 'timer', config: '0 0 * * * * *' }
  writeFileSync(join(functionsFolder, 'clock', 'config.json'), JSON.stringify({ triggers: [trigger] }))
  writeFileSync(join(functionsFolder, 'api', 'config.json'), JSON.stringify({ timeout: 1 }))
  mkdirSync(join(functionsFolder, 'broken'))
  writeFileSync(join(functionsFolder, 'broken', 'index.js'), 'throw new Error("cannot load")')
  test = await startTestCloud({
    functionsFolder,
    functionEnvironment: { api: { GREETING: '您好' } },
    workersPerFunction: 1,
  })
})
afterAll(async () => {
  await test.end()
  rmSync(functionsFolder, { recursive: true })
})

const asChair = async (data: object) => (await callFunction(test.cloud, 'chair-a', 'api', data)).result
const overHttp = (path: string, init?: RequestInit) => fetch(`${test.cloud.address}${path}`, init)

describe('identity', () => {
  it('is each invocation’s own, while the process keeps the one before: chair A, HTTP, chair B in one worker', async () => {
    const first = await asChair({})
    expect(first).toMatchObject({
      own: { openid: 'chair-a', appId: 'wx1234567890abcdef', source: 'wx_client' },
      throughSdk: 'chair-a',
      timeZone: 'UTC',
      greeting: '您好',
    })
    const forged = {
      method: 'POST',
      headers: { 'x-wx-openid': 'chair-b', 'content-type': 'application/json' },
      body: '{"userInfo":{"openId":"chair-b"}}',
    }
    const anonymous = await (await overHttp('/api', forged)).json()
    expect(anonymous.own).toEqual({ source: 'http' })
    // The trap, reproduced: whoever reads these is somebody else.
    expect([anonymous.leftInProcess, anonymous.throughSdk]).toEqual(['chair-a', 'chair-a'])
    const second = (await callFunction(test.cloud, 'chair-b', 'api', {})).result
    expect(second).toMatchObject({ own: { openid: 'chair-b' }, throughSdk: 'chair-b', leftInProcess: 'chair-b' })
    expect(new Set([first.process, anonymous.process, second.process]).size).toBe(1)
  })

  it('is written into the event by the platform, over what a client sends', async () => {
    const { event } = await asChair({ userInfo: { openId: 'somebody else' }, WX_OPENID: 'somebody else' })
    expect(event.userInfo).toEqual({ appId: 'wx1234567890abcdef', openId: 'chair-a' })
  })

  it('does not travel from one function to another', async () => {
    expect(await asChair({ act: 'call' })).toMatchObject({ event: { from: 'api' }, own: { source: 'wx_client,scf' } })
    const { own, leftInProcess } = await asChair({ act: 'call' })
    expect([own.openid, leftInProcess]).toEqual([undefined, undefined])
  })

  it('is nobody’s when a timer fires', async () => {
    expect(await test.cloud.fireTimer('clock')).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'hourly' },
      own: { source: 'timer' },
    })
    await expect(test.cloud.fireTimer('api')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })
})

describe('calling', () => {
  it('is allowed to clients only where a rule says so', async () => {
    expect(await callFunction(test.cloud, 'chair-a', 'internal', {})).toMatchObject({
      errCode: -1,
      code: 'PERMISSION_DENIED',
    })
    expect(await callFunction(test.cloud, undefined, 'api', {})).toMatchObject({ code: 'PERMISSION_DENIED' })
    expect(await callFunction(test.cloud, 'chair-a', 'nothing', {})).toMatchObject({ code: 'PERMISSION_DENIED' })
    expect((await test.app.callFunction({ name: 'internal', data: { n: 1 } })).result).toMatchObject({
      event: { n: 1 },
    })
    expect((await refusalOf(test.app.callFunction({ name: 'nothing', data: {} }))).code).toBe('FUNCTION_NOT_FOUND')
  })

  it('reaches the database of the same cloud', async () => {
    expect(await asChair({ act: 'add' })).toMatchObject({ id: 'from-function' })
    expect((await test.app.database().collection('units').count()).total).toBe(1)
  })

  it('takes 100 KB from a mini-program and no more', async () => {
    const large = { text: 'x'.repeat(101 * 1024) }
    expect(await callFunction(test.cloud, 'chair-a', 'api', large)).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' })
    expect((await asChair({ text: 'x'.repeat(99 * 1024) })).event.text).toHaveLength(99 * 1024)
  })
})

describe('a worker', () => {
  it('answers an error when the function throws, and lives on', async () => {
    const before = await asChair({})
    expect(await callFunction(test.cloud, 'chair-a', 'api', { act: 'throw' })).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('Error: went wrong'),
    })
    const after = await asChair({})
    expect([after.process, after.invocations]).toEqual([before.process, before.invocations + 2])
  })

  it.each([
    ['crashes', { act: 'crash' }, { errCode: -504002, code: 'FUNCTIONS_EXECUTE_FAIL' }],
    [
      'takes too long',
      { act: 'sleep', ms: 5000 },
      { errCode: -504003, errMsg: expect.stringContaining('timed out after 1 seconds') },
    ],
  ])('that %s is replaced', async (_what, data, refusal) => {
    const before = await asChair({})
    const waiting = [callFunction(test.cloud, 'chair-a', 'api', data), asChair({})] as const
    expect(await waiting[0]).toMatchObject(refusal)
    const after = await waiting[1]
    expect(after.process).not.toBe(before.process)
    expect(after.invocations).toBe(1)
    expect(test.cloud.workers('api')).toEqual([after.process])
  })

  it('that cannot load its function answers an error', async () => {
    expect((await refusalOf(test.app.callFunction({ name: 'broken', data: {} }))).message).toMatch(/cannot load/)
  })
})

describe('HTTP access', () => {
  it('hands the function an event and lets it answer', async () => {
    const answer = await overHttp('/api/sheets/one?unit=%E5%9F%8E%E5%85%B3', {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    })
    expect((await answer.json()).event).toMatchObject({
      path: '/sheets/one',
      httpMethod: 'POST',
      queryStringParameters: { unit: '城关' },
      headers: { 'content-type': 'application/json' },
      requestContext: { envId: 'county-test' },
      body: '{"a":1}',
      isBase64Encoded: false,
    })
    const binary = await overHttp('/api', {
      method: 'POST',
      body: Buffer.from([0, 255]),
      headers: { 'content-type': 'image/png' },
    })
    expect((await binary.json()).event).toMatchObject({ body: 'AP8=', isBase64Encoded: true })
  })

  it('lets the function say status, headers and bytes', async () => {
    const answer = await overHttp('/api/picture')
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-own')]).toEqual([
      201,
      'image/png',
      'yes',
    ])
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 1, 2])
  })

  it('refuses a body of 10 MB', async () => {
    const answer = await overHttp('/api', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024) })
    expect([answer.status, await answer.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'EXCEED_MAX_PAYLOAD_SIZE' }),
    ])
  })
})

describe('several workers', () => {
  it('serve one function at the same time, and a changed bundle only after a restart', async () => {
    await test.restart({ workersPerFunction: 2, functionEnvironment: {} })
    writeFileSync(join(functionsFolder, 'internal', 'index.js'), 'exports.main = () => "changed"')
    const call = async () => (await test.app.callFunction({ name: 'internal', data: { act: 'sleep', ms: 150 } })).result
    const answers = await Promise.all([call(), call(), call(), call()])
    expect(new Set(answers.map(answer => JSON.parse(JSON.stringify(answer)).process)).size).toBe(2)
    await test.restart()
    expect(await call()).toBe('changed')
  })
})
