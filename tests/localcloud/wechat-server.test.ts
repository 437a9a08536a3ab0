import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { callFunction, startTestCloud, type TestCloud } from './test-cloud'

/* WeChat's server side: what a function may ask of it, and what it pushes. */
const functionsFolder = mkdtempSync(join(tmpdir(), 'functions-'))
const openapi = ['security.msgSecCheck', 'security.mediaCheckAsync', 'security.unheardOf']
let test: TestCloud

beforeAll(async () => {
  for (const name of ['api', 'wechat-events', 'without']) {
    const outfile = join(functionsFolder, name, 'index.js')
    const entryPoints = [join(__dirname, 'function-fixture.ts')]
    buildSync({ entryPoints, outfile, bundle: true, platform: 'node', logLevel: 'error' })
  }
  writeFileSync(join(functionsFolder, 'api', 'config.json'), JSON.stringify({ permissions: { openapi } }))
  test = await startTestCloud({ functionsFolder, functionRules: { '*': { invoke: true } } })
})
afterAll(async () => {
  await test.end()
  rmSync(functionsFolder, { recursive: true })
})

/** What WeChat answers the function that this person calls. */
async function answerTo(apiName: string, requestData: object, name = 'api') {
  const data = { act: 'wechat', api: { apiName, requestData } }
  return (await callFunction(test.cloud, 'chair-a', name, data)).result.result
}
const text = { version: 2, scene: 2, openid: 'chair-a', content: '原件在1号盒' }
const picture = { version: 2, scene: 1, openid: 'chair-a', media_type: 2 }

async function addressOf(content: string): Promise<string> {
  const { fileID } = await test.app.uploadFile({ cloudPath: 'materials/one.jpg', fileContent: Buffer.from(content) })
  const { fileList } = await test.app.getTempFileURL({ fileList: [fileID] })
  return fileList[0]?.tempFileURL ?? ''
}

it.each([
  ['原件在1号盒', 'pass'],
  ['这里有违规内容样本', 'risky'],
  ['疑似内容样本', 'review'],
])('judges 「%s」: %s', async (content, suggest) => {
  expect(await answerTo('security.msgSecCheck', { ...text, content })).toMatchObject({
    errcode: 0,
    result: { suggest },
  })
})

it.each<[string, number, object]>([
  ['more than 2,500 characters', 45_002, { content: '字'.repeat(2501) }],
  ['nothing', 44_002, { content: '' }],
  ['another version', 40_097, { version: 1 }],
  ['no person', 40_003, { openid: '' }],
  ['somebody who was not there', 61_010, { openid: 'never-seen' }],
])('refuses a text with %s: %i', async (_what, errcode, changed) => {
  expect(await answerTo('security.msgSecCheck', { ...text, ...changed })).toMatchObject({ errcode })
})

it('refuses a person whose last visit is 121 minutes ago', async () => {
  test.cloud.wechat.visit('chair-b', Date.now() - 121 * 60_000)
  expect(await answerTo('security.msgSecCheck', { ...text, openid: 'chair-b' })).toMatchObject({ errcode: 61_010 })
  test.cloud.wechat.visit('chair-b', Date.now() - 119 * 60_000)
  expect(await answerTo('security.msgSecCheck', { ...text, openid: 'chair-b' })).toMatchObject({ errcode: 0 })
})

it('knows no other APIs, and none for a function that does not name them', async () => {
  expect(await answerTo('security.unheardOf', {})).toMatchObject({ errcode: -604_100 })
  expect(await answerTo('security.msgSecCheck', text, 'without')).toMatchObject({ errcode: -604_101 })
  const direct = await test.app.callWxOpenApi({ apiName: 'security.msgSecCheck', requestData: text })
  expect(direct.result).toMatchObject({ errcode: -604_101 })
})

it.each([
  ['a harmless picture', '原件', { errcode: 0, result: { suggest: 'pass' } }],
  ['a risky one', '违规内容样本', { errcode: 0, result: { suggest: 'risky' } }],
])('pushes what it thinks of %s, later, as often as told', async (_what, content, expected) => {
  const media_url = await addressOf(content)
  const { trace_id } = await answerTo('security.mediaCheckAsync', { ...picture, media_url })
  expect(test.cloud.wechat.waitingPictures()).toBe(1)
  expect(await test.cloud.wechat.pushResults(2)).toBe(1)
  const { data } = await test.app.database().collection('units').where({ 'pushed.trace_id': trace_id }).get()
  expect(data).toHaveLength(2)
  expect(data[0].pushed).toMatchObject({ Event: 'wxa_media_check', FromUserName: 'chair-a', ...expected })
  expect(JSON.parse(data[0].source)).not.toHaveProperty('WX_OPENID')
})

it('pushes that a picture could not be had', async () => {
  const media_url = `${test.cloud.address}/storage/nothing`
  const { trace_id } = await answerTo('security.mediaCheckAsync', { ...picture, media_url })
  await test.cloud.wechat.pushResults()
  const { data } = await test.app.database().collection('units').where({ 'pushed.trace_id': trace_id }).get()
  expect(data[0].pushed.errcode).toBe(-1008)
})
