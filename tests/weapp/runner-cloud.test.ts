import { createServer } from 'node:http'
import { openBrowser } from '../support/browser'
import { nativeWeapp } from '../support/weapp/native-weapp'
import { openWeapp, type Weapp, type WeappOptions } from '../support/weapp/run-weapp'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

async function open(options: Omit<WeappOptions, 'browser'> = {}): Promise<Weapp> {
  const weapp = await openWeapp({ browser: await openBrowser(), ...options })
  opened.push(weapp)
  return weapp
}

describe('the cloud', () => {
  const call = {
    wxml: '<view id="call" bindtap="call">呼叫</view><view>{{answer}}</view><view>{{network}}</view>',
    js: `Page({ data: { answer: '', network: '' },
      onLoad() { wx.cloud.init(); wx.onNetworkStatusChange(({ networkType }) => this.setData({ network: '网络 ' + networkType })) },
      call() {
        this.setData({ answer: '正在' })
        wx.cloud.callFunction({ name: 'api', data: { n: 1 } })
          .then(({ result }) => this.setData({ answer: '回答 ' + JSON.stringify(result) }), ({ errCode, errMsg }) => this.setData({ answer: errCode + ' ' + errMsg }))
      } })`,
  }

  async function gateway(): Promise<{ address: string; received: string[] }> {
    const received: string[] = []
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const part of request) body += part
      received.push(`${request.url} ${body}`)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ result: { times: received.length } }))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    opened.push({ close: () => new Promise(resolve => server.close(() => resolve())) })
    const bound = server.address()
    if (bound === null || typeof bound === 'string') throw new Error('no port')
    return { address: `http://127.0.0.1:${bound.port}`, received }
  }

  test('is called as the person who holds the phone, and fails without signal', async () => {
    const cloud = await gateway()
    const weapp = await open({ dist: nativeWeapp({ 'pages/call': call }), cloud, openid: 'openid-of-li' })
    await weapp.start()
    await weapp.tap('呼叫')
    await weapp.waitForText('回答 {"times":1}')
    expect(cloud.received).toEqual(['/wechat/call-function {"openid":"openid-of-li","name":"api","data":{"n":1}}'])
    await weapp.setOnline(false)
    await weapp.waitForText('网络 none')
    await weapp.tap('呼叫')
    await weapp.waitForText('-1 cloud.callFunction:fail request:fail')
    expect(cloud.received).toHaveLength(1)
  })

  test('may do what was asked and its answer be lost, or be slow', async () => {
    const cloud = await gateway()
    const weapp = await open({ dist: nativeWeapp({ 'pages/call': call }), cloud })
    await weapp.start()
    await weapp.setNetwork('reply-lost')
    await weapp.tap('呼叫')
    await weapp.waitForText('request:fail')
    expect(cloud.received).toHaveLength(1)
    await weapp.setNetwork('held')
    await weapp.tap('呼叫')
    await weapp.waitForText('正在')
    await weapp.setNetwork('online')
    await weapp.waitForText('回答 {"times":2}')
  })
})
