/* A function as the project deploys one: bundled with the SDK inside, whose behaviour in a reused worker is the question. */
import * as cloudbase from '@cloudbase/node-sdk'

interface Wish {
  act?: 'throw' | 'crash' | 'sleep' | 'add' | 'call' | 'wechat'
  /** What WeChat pushes. */
  MsgType?: string
  api?: Parameters<typeof app.callWxOpenApi>[0]
  ms?: number
  path?: string
}
type Context = Parameters<typeof cloudbase.getCloudbaseContext>[0]

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV })
let invocations = 0

export async function main(event: Wish, context: Context) {
  invocations += 1
  if (event.act === 'throw') throw new Error('went wrong')
  if (event.act === 'crash') process.exit(7)
  if (event.act === 'sleep') await new Promise(resolve => setTimeout(resolve, event.ms))
  if (event.act === 'add') return app.database().collection('units').add({ _id: 'from-function' })
  if (event.act === 'call') return (await app.callFunction({ name: 'internal', data: { from: 'api' } })).result
  if (event.act === 'wechat' && event.api) return app.callWxOpenApi(event.api)
  if (event.MsgType) return app.database().collection('units').add({ pushed: event, source: context?.environment })
  if (event.path === '/picture') {
    return {
      statusCode: 201,
      headers: { 'content-type': 'image/png', 'x-own': 'yes' },
      body: 'AAEC',
      isBase64Encoded: true,
    }
  }
  const environment = JSON.parse(context?.environment ?? '{}')
  return {
    event,
    invocations,
    process: process.pid,
    timeZone: process.env.TZ,
    greeting: process.env.GREETING,
    /** What this invocation really brings. */
    own: { openid: environment.WX_OPENID, appId: environment.WX_APPID, source: environment.TCB_SOURCE },
    /** What careless code would take for it. */
    leftInProcess: process.env.WX_OPENID,
    throughSdk: cloudbase.getCloudbaseContext(context).WX_OPENID,
  }
}
