import type { Fields } from '../fields'
import { isFields } from '../fields'
import { granted, refusal, type WeChatAnswer, type WeChatApis } from './open-api'

/** A template as WeChat's console shows it: its fields, and whether one consent lasts. */
export interface SubscribeTemplate {
  title: string
  /** `thing1` and its name: 事项. */
  fields: Record<string, string>
  lasting?: boolean
}

/** A message as the person's phone shows it. */
export interface ShownMessage {
  openid: string
  templateId: string
  title: string
  /** By the field's name, in the template's order. */
  lines: [name: string, value: string][]
  page: string
  at: number
}

export type SubscribeAnswer = 'accept' | 'reject'

/** What each kind of field takes, as WeChat checks it. */
const forms: Record<string, RegExp> = {
  thing: /^.{1,20}$/su,
  phrase: /^[\u4e00-\u9fa5]{1,5}$/,
  name: /^([\u4e00-\u9fa5·]{1,10}|[A-Za-z ]{1,20})$/,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/,
}
const MINUTE = 60_000

/** 订阅消息: consents a person and template, one of them used by each message; the messages that phones then show. */
export class Subscriptions {
  private readonly consents = new Map<string, number>()
  private readonly shown: ShownMessage[] = []
  private sentAt: number[] = []
  private isDown = false

  /**
   * @param push hands an event to the function that is set for message push.
   * @param perMinute how many messages WeChat takes in a minute.
   */
  constructor(
    private readonly templates: Record<string, SubscribeTemplate>,
    private readonly push: (event: Fields) => Promise<void>,
    private readonly perMinute = 3000,
    private readonly now: () => number = Date.now,
  ) {}

  readonly apis: WeChatApis = { 'subscribeMessage.send': data => this.send(data) }

  /** The person answers WeChat's box. Whoever owns the program hears it from the phone, and from WeChat. */
  async answer(openid: string, answers: Record<string, SubscribeAnswer>): Promise<void> {
    for (const [templateId, answer] of Object.entries(answers)) {
      const key = `${openid} ${templateId}`
      const isLasting = this.templates[templateId]?.lasting === true
      if (answer === 'accept') this.consents.set(key, isLasting ? 1 : (this.consents.get(key) ?? 0) + 1)
      // Of one-time consents those given before stay; of a lasting one the last answer is what holds.
      else if (isLasting) this.consents.delete(key)
    }
    await this.tell(openid, 'subscribe_msg_popup_event', answers)
  }

  /** The person switches the template off in the settings of WeChat: every consent is void. */
  async takeBack(openid: string, templateId: string): Promise<void> {
    this.consents.delete(`${openid} ${templateId}`)
    await this.tell(openid, 'subscribe_msg_change_event', { [templateId]: 'reject' })
  }

  /** The person switches the template on again in the settings: a lasting consent is there again, one-time ones are not. */
  async giveAgain(openid: string, templateId: string): Promise<void> {
    if (this.templates[templateId]?.lasting) this.consents.set(`${openid} ${templateId}`, 1)
    await this.tell(openid, 'subscribe_msg_change_event', { [templateId]: 'accept' })
  }

  /** WeChat answers nothing but 「system error」 until told otherwise. */
  setDown(isDown: boolean): void {
    this.isDown = isDown
  }

  /** What that phone shows, the newest last; everybody's where nobody is named. */
  messages(openid?: string): readonly ShownMessage[] {
    return openid === undefined ? this.shown : this.shown.filter(message => message.openid === openid)
  }

  /** How many messages may still be sent, 1 while a lasting consent is there; nobody but WeChat knows. */
  left(openid: string, templateId: string): number {
    return this.consents.get(`${openid} ${templateId}`) ?? 0
  }

  private send({ touser, template_id, page, data }: Fields): WeChatAnswer {
    if (this.isDown) return refusal(-1, 'system error')
    this.sentAt = this.sentAt.filter(at => at > this.now() - MINUTE)
    if (this.sentAt.length >= this.perMinute)
      return refusal(45_011, 'api minute-quota reach limit  mustslower  retry next minute')
    if (typeof touser !== 'string' || touser === '') return refusal(40_003, 'invalid openid')
    const templateId = String(template_id)
    const template = Object.hasOwn(this.templates, templateId) ? this.templates[templateId] : undefined
    if (!template) return refusal(40_037, 'invalid template_id')
    if (page !== undefined && (typeof page !== 'string' || page.startsWith('/'))) return refusal(41_030, 'invalid page')
    const wrong = wrongField(template, data)
    if (wrong) return refusal(47_003, `argument invalid! data.${wrong}.value invalid`)
    const key = `${touser} ${templateId}`
    const left = this.consents.get(key) ?? 0
    if (left === 0) return refusal(43_101, 'user refuse to accept the msg')
    if (!template.lasting) this.consents.set(key, left - 1)
    this.sentAt.push(this.now())
    const values = isFields(data) ? data : {}
    const lines = Object.entries(template.fields).map(([field, name]): [string, string] => {
      const value = values[field]
      return [name, isFields(value) ? String(value.value) : '']
    })
    const { title } = template
    this.shown.push({ openid: touser, templateId, title, lines, page: String(page ?? ''), at: this.now() })
    return granted({ msgid: this.shown.length })
  }

  private async tell(openid: string, event: string, answers: Record<string, SubscribeAnswer>): Promise<void> {
    const list = Object.entries(answers).map(([TemplateId, SubscribeStatusString]) => ({
      ...{ TemplateId, SubscribeStatusString },
      ...(event === 'subscribe_msg_popup_event' ? { PopupScene: '0' } : {}),
    }))
    await this.push({
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(this.now() / 1000),
      MsgType: 'event',
      Event: event,
      List: list.length === 1 ? list[0] : list,
    })
  }
}

/** The first field that WeChat would not take, or null. */
function wrongField({ fields }: SubscribeTemplate, data: unknown): string | null {
  if (!isFields(data)) return Object.keys(fields)[0] ?? ''
  const unknown = Object.keys(data).find(field => !Object.hasOwn(fields, field))
  if (unknown) return unknown
  const wrong = Object.keys(fields).find(field => {
    const value = data[field]
    const form = forms[field.replace(/\d+$/, '')]
    return !isFields(value) || typeof value.value !== 'string' || !form?.test(value.value)
  })
  return wrong ?? null
}
