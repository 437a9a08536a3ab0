import { AsyncLocalStorage } from 'node:async_hooks'
import {
  demoNoticeTemplates,
  demoTemplates,
  lastingNoticeTemplates,
  lastingTemplates,
} from '../../../localcloud/demo-county/notice-templates'
import type { WeChatAnswer } from '../../../localcloud/wechat/open-api'
import { Subscriptions } from '../../../localcloud/wechat/subscriptions'
import { type NearCounty, openNearCounty } from '../../support/county/near-county'
import { newId } from '../../support/county/sheets'

/** So many calls to the database and to WeChat one run of the clock still makes before it is killed. */
interface Life {
  left: number
}

/** The county in this process on a clock of its own, with WeChat beside it, and its timer, which may be killed anywhere. */
export interface NearClock extends NearCounty {
  wechat: Subscriptions
  /** How WeChat is reached: not at all, or so that its answers do not come back. */
  line: 'whole' | 'cut' | 'swallows-answers'
  /** Told before WeChat looks at a message. */
  onSend: (openid: string, page: string, time: string) => void
  now(): number
  setTime(at: number): void
  /** One invocation of the clock; with `calls`, it is killed after so many and never answers. */
  fire(calls?: number): Promise<void>
  /** Told what WeChat pushes; false loses the push. */
  hearsPushes: (event: unknown) => boolean
  /** What `subscribeMessage.send` was asked, and how WeChat answered, by its number. */
  answers: Map<number, number>
}

/** With `lasting` its templates are 长期订阅. */
export async function openNearClock(begin: number, { lasting = false } = {}): Promise<NearClock> {
  const lives = new AsyncLocalStorage<Life>()
  const forever = new Promise<never>(() => {})
  const gate = async () => {
    const life = lives.getStore()
    if (!life) return
    if (life.left <= 0) await forever
    life.left -= 1
  }
  process.env.NOTICE_TEMPLATES = lasting ? lastingNoticeTemplates : demoNoticeTemplates
  const county = await openNearCounty(gate)
  const realNow = Date.now
  let at = begin
  Date.now = () => at
  // Functions write a log line a step, which would be all there is to see.
  const say = console.log
  console.log = () => {}
  const { cloud } = await import('../../../cloudfunctions/infrastructure/cloud')
  const { runSteps } = await import('../../../cloudfunctions/clock/run-steps')
  const { steps } = await import('../../../cloudfunctions/clock/steps')
  const { main: hear } = await import('../../../cloudfunctions/wechat-events/index')
  const answers = new Map<number, number>()
  const push = async (event: unknown) => {
    if (clock.hearsPushes(event)) await hear(event)
  }
  const wechat = new Subscriptions(lasting ? lastingTemplates : demoTemplates, push, 3000, () => at)
  const callWxOpenApi = async ({ apiName, requestData }: { apiName: string; requestData: Record<string, unknown> }) => {
    await gate()
    const api = wechat.apis[apiName]
    if (!api) return { result: { errcode: -604_100, errmsg: 'API not found' } }
    if (clock.line === 'cut') throw failed('ECONNREFUSED')
    clock.onSend(String(requestData.touser), String(requestData.page), timeIn(requestData.data))
    const answer: WeChatAnswer = await api(requestData)
    answers.set(answer.errcode, (answers.get(answer.errcode) ?? 0) + 1)
    if (clock.line === 'swallows-answers') throw failed('ESOCKETTIMEDOUT')
    // Killed here, the message is out and nobody has written it down.
    await gate()
    return { result: answer }
  }
  Object.assign(cloud, { callWxOpenApi })
  const clock: NearClock = {
    ...county,
    wechat,
    answers,
    line: 'whole',
    onSend: () => {},
    hearsPushes: () => true,
    now: () => at,
    setTime(time) {
      at = time
    },
    async fire(calls) {
      const life = { left: calls ?? Number.POSITIVE_INFINITY }
      const run = lives.run(life, () => runSteps(steps, 60_000))
      // A killed run never answers; everything that it still does happens within a few turns of the event loop.
      let isOver = false
      void run.finally(() => {
        isOver = true
      })
      const dead = (async () => {
        while (life.left > 0 && !isOver) await new Promise(resolve => setImmediate(resolve))
        for (let turn = 0; turn < 20; turn += 1) await new Promise(resolve => setImmediate(resolve))
      })()
      await (calls === undefined ? run : Promise.race([run, dead]))
    },
    close() {
      console.log = say
      Date.now = realNow
      county.close()
    },
  }
  return clock
}

/** What the message's field of a time says. */
function timeIn(data: unknown): string {
  const fields = typeof data === 'object' && data !== null ? Object.entries(data) : []
  return fields.find(([key]) => /^(time|date)\d+$/.test(key))?.[1]?.value ?? ''
}

/** As the SDK throws where a request gets no answer. */
const failed = (code: string) => Object.assign(new Error(code), { code })

/** Asks the county from the phone of `openid`. */
export function call(clock: NearClock, openid: string, request: string, input: object) {
  // Which input belongs to which request, the server's schema decides here and no type.
  return clock.call(openid, { request, input, contractVersion: 1, requestId: newId() } as never)
}
