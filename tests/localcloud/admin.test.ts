import * as cloudbase from '@cloudbase/node-sdk'
import { sign } from '@cloudbase/signature-nodejs'
import { refusalOf, startTestCloud, type TestCloud } from './test-cloud'

let test: TestCloud
beforeAll(async () => {
  test = await startTestCloud()
})
afterAll(() => test.end())

interface Sent {
  parameters?: Record<string, unknown>
  signed?: Record<string, unknown>
  timestamp?: number
  secretKey?: string
  secretId?: string
  authorization?: string
}

/** A request signed by hand, so that each part of the signature can be wrong on its own. */
async function send({ parameters = {}, ...wrong }: Sent) {
  const body = { action: 'database.calculateDocument', envName: 'county-test', collectionName: 'units', ...parameters }
  const { TENCENTCLOUD_SECRETID: secretId = '', TENCENTCLOUD_SECRETKEY: secretKey = '' } = test.cloud.environment
  const url = `${test.cloud.adminUrl}?env=county-test&seqId=1`
  const headers = { 'content-type': 'application/json', host: new URL(url).host }
  const { authorization, timestamp } = sign({
    secretId: wrong.secretId ?? secretId,
    secretKey: wrong.secretKey ?? secretKey,
    method: 'post',
    url,
    params: wrong.signed ?? body,
    headers,
    withSignedParams: true,
    timestamp: wrong.timestamp ?? Math.floor(Date.now() / 1000),
  })
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, authorization: wrong.authorization ?? authorization, 'x-timestamp': String(timestamp) },
    body: JSON.stringify(body),
  })
  return { status: response.status, answer: await response.json() }
}

it('answers what is rightly signed', async () => {
  expect(await send({})).toEqual({ status: 200, answer: { requestId: expect.any(String), data: { total: 0 } } })
})

it.each<[string, Sent]>([
  ['no signature', { authorization: '' }],
  ['an access key in its place', { authorization: 'Bearer something' }],
  ['another secret key', { secretKey: 'another' }],
  ['another secret id', { secretId: 'AKIDanother' }],
  [
    'other content than was signed',
    { signed: { action: 'database.getDocument', envName: 'county-test', collectionName: 'units' } },
  ],
  ['an old signature', { timestamp: Math.floor(Date.now() / 1000) - 601 }],
  ['a signature from the future', { timestamp: Math.floor(Date.now() / 1000) + 3600 }],
])('refuses %s with a code, under HTTP 200', async (_what, sent) => {
  expect(await send(sent)).toEqual({
    status: 200,
    answer: { code: 'SIGN_PARAM_INVALID', message: expect.any(String), requestId: expect.any(String) },
  })
})

it.each(['wx.api', 'database.getInTransaction', 'toString', '__proto__'])('does not answer %s', async action => {
  expect((await send({ parameters: { action } })).answer).toMatchObject({ code: expect.stringMatching(/^INVALID_/) })
})

it('refuses another environment', async () => {
  expect((await send({ parameters: { envName: 'another' } })).answer.code).toBe('INVALID_ENV')
  const other = cloudbase.init({ env: 'another' })
  expect((await refusalOf(other.database().collection('units').get())).code).toBe('INVALID_ENV')
})

it('refuses bodies that are no JSON objects', async () => {
  for (const body of ['', 'no json', '[]', 'null']) {
    const response = await fetch(test.cloud.adminUrl, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
  }
})

it.each<[string, Record<string, unknown>]>([
  ['a query that is no EJSON', { query: '{' }],
  ['a query that is no text', { query: { _id: 'a' } }],
  ['a query that is no object', { query: '[1]' }],
  ['no collection', { collectionName: '' }],
  ['a strange name of a collection', { collectionName: '../units' }],
])('refuses %s', async (_what, parameters) => {
  expect((await send({ parameters })).answer.code).toBe('INVALID_PARAM')
})
