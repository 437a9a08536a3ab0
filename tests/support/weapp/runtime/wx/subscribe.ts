import { answerable, asynchronous, type Options, WxFailure } from './api'
import { askWeChat } from './cloud'
import { ask as askInBox } from './dialogs'

const AT_ONCE = 3

/**
 * WeChat's box for 订阅消息: the person allows or refuses all templates in it, and WeChat, which is the cloud's side here,
 * notes it before the program hears of it.
 */
async function showBox(options: Options): Promise<object> {
  const templates = templatesOf(options)
  const isAllowed = await askInBox('发送一次以下消息', templates.join('\n'), '允许', '拒绝')
  const answers = Object.fromEntries(templates.map(id => [id, isAllowed ? 'accept' : 'reject']))
  await askWeChat('request-subscribe-message', { answers })
  return answers
}

function templatesOf({ tmplIds }: Options): string[] {
  const templates = Array.isArray(tmplIds) ? tmplIds.map(String) : []
  if (templates.length === 0) throw new WxFailure("TmplIds can't be empty", 10001)
  if (templates.length > AT_ONCE) throw new WxFailure('Templates count out of max bounds', 20003)
  return templates
}

const inTap = answerable('requestSubscribeMessage', showBox)
const notInTap = asynchronous('requestSubscribeMessage', () => {
  throw new WxFailure('can only be invoked by user TAP gesture.')
})

export const subscribeApi = {
  /** WeChat shows the box only while a tap is being answered: whoever waits for anything before is too late. */
  requestSubscribeMessage: (options: Options) => (window.event === undefined ? notInTap : inTap)(options),
}
