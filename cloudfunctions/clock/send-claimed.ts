import type { NoticeFate } from '#shared/notices/notice'
import { noticeTemplates } from '../infrastructure/notice-templates'
import { askWeChat, neverArrived } from '../infrastructure/wechat'
import type { ClaimedMessages } from './claim-messages'
import type { KnownOfDue } from './known-of-due'
import { bodyOf, type Message } from './message'

const REFUSED = 43_101
/** 40003 · 40037 · 41030 · 47003: an openid, a template, a page, a field that WeChat does not take. */
const UNKNOWN_OPENID = 40_003

/** What became of a message; `down` was certainly not sent and is tried again, `unknown` may have been and is not. */
export interface Outcome {
  message: Message
  fate: Extract<NoticeFate, 'sent' | 'refused' | 'bad-template' | 'unknown'> | 'down'
}

/** Hands the messages to WeChat, all side by side: one round trip. */
export function sendClaimed({ own }: ClaimedMessages, { members, wordsOf }: KnownOfDue): Promise<Outcome[]> {
  const templates = noticeTemplates()
  return Promise.all(
    own.map(async (message): Promise<Outcome> => {
      const openid = members.get(message.memberId)?.openid
      const template = templates?.[message.template]
      if (!openid || !template) return { message, fate: 'bad-template' }
      const body = bodyOf(message, wordsOf(message.notices[0]), template, openid)
      return { message, fate: await fateOfSending(body) }
    }),
  )
}

async function fateOfSending(body: object): Promise<Outcome['fate']> {
  try {
    const answer = await askWeChat('subscribeMessage.send', body)
    return answer === null ? 'down' : fateOf(answer.errcode)
  } catch (reason) {
    return neverArrived(reason) ? 'down' : 'unknown'
  }
}

function fateOf(errcode: number): Outcome['fate'] {
  if (errcode === 0) return 'sent'
  return errcode === REFUSED || errcode === UNKNOWN_OPENID ? 'refused' : 'bad-template'
}
