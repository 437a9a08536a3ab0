import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PageHandler } from '../options'
import type { SubscribeTemplate, Subscriptions } from '../wechat/subscriptions'
import { DemoPhone } from './phone'
import type { DemoPerson } from './roster'

export interface PhonePlan {
  address: () => string
  people: () => DemoPerson[]
  /** The newest code shown on a computer screen that nobody has scanned yet; null where no sign-in page is open. */
  codeOnScreen: () => Promise<string | null>
  /** 订阅消息 as WeChat knows them: what phones show, and how many may still be sent. */
  subscriptions: () => Pick<Subscriptions, 'messages' | 'left'>
  templates: Record<string, SubscribeTemplate>
}

/**
 * The page that plays the phone: a person chooses whom to be, and that person's phone scans the code on the computer's
 * screen. It asks `sign-in.confirm` as that openid, as the mini-program does; the product has no demo login.
 */
export function phonePages(plan: PhonePlan): Record<string, PageHandler> {
  const html = pageNamed('phone-page.html')
  const messages = pageNamed('phone-messages.html')
  return {
    '/phone': (_request, response) => answer(response, 'text/html; charset=utf-8', html),
    '/phone/people': (_request, response) => answerJson(response, plan.people()),
    // Somebody else is about to use this browser: the last person signs out first, unsent changes stay in their box.
    '/phone/sign-in-page': (_request, response) =>
      answer(
        response,
        'text/html; charset=utf-8',
        "<script>localStorage.removeItem('union-assessment/session');location.replace('/')</script>",
      ),
    '/phone/messages': (_request, response) => answer(response, 'text/html; charset=utf-8', messages),
    '/phone/messages-of': async (request, response) => answerJson(response, messagesOf(plan, await bodyOf(request))),
    '/phone/scan': async (request, response) => answerJson(response, await scan(plan, await bodyOf(request))),
  }
}

const pageNamed = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

/** What this person's WeChat shows, the newest first, and what it may still be sent. */
function messagesOf({ people, subscriptions, templates }: PhonePlan, { openid }: { openid?: unknown }): object {
  const person = people().find(candidate => candidate.openid === openid) ?? {
    openid: '',
    name: '没有这个人',
    title: '',
  }
  return {
    person: { name: person.name, title: person.title },
    templates: Object.entries(templates).map(([templateId, { title, lasting = false }]) => ({
      ...{ templateId, title, lasting },
      left: subscriptions().left(person.openid, templateId),
    })),
    messages: [...subscriptions().messages(person.openid)].reverse(),
  }
}

async function scan(
  plan: PhonePlan,
  { openid }: { openid?: unknown },
): Promise<{ confirmed: boolean; message: string }> {
  const person = plan.people().find(candidate => candidate.openid === openid)
  if (!person) return { confirmed: false, message: '没有这个人，请刷新这一页。' }
  const code = await codeWithin(plan, 10_000)
  if (!code) return { confirmed: false, message: `没有等着扫码的登录页。请先打开 ${plan.address()}/ ，再点一次。` }
  try {
    const { name } = await new DemoPhone(plan.address(), person.openid).ask('sign-in.confirm', { ticketId: code })
    return { confirmed: true, message: `${name}（${person.title}）已登录，请看登录页那个标签页。` }
  } catch (error) {
    return { confirmed: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** The sign-in page may still be opening: looks again until it shows a code. */
async function codeWithin(plan: PhonePlan, milliseconds: number): Promise<string | null> {
  const until = Date.now() + milliseconds
  for (;;) {
    const code = await plan.codeOnScreen()
    if (code || Date.now() > until) return code
    await new Promise(resolve => setTimeout(resolve, 300))
  }
}

async function bodyOf(request: IncomingMessage): Promise<{ openid?: unknown }> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const body: unknown = JSON.parse(Buffer.concat(parts).toString() || '{}')
  return typeof body === 'object' && body !== null ? body : {}
}

function answer(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
const answerJson = (response: ServerResponse, body: unknown) =>
  answer(response, 'application/json', JSON.stringify(body))
