import * as v from 'valibot'
import type { Instant } from '#shared/assessment/assessment'
import { type TemplateName, type Templates, templateNames } from '#shared/notices/templates'
import type { ConsentAnswer } from '../repositories/consents'

const Entry = v.object({
  TemplateId: v.string(),
  SubscribeStatusString: v.picklist(['accept', 'reject']),
})

/** A person answered WeChat's box, or changed their mind in the settings. One entry comes bare, several as a list. */
const SubscriptionEvent = v.object({
  MsgType: v.literal('event'),
  Event: v.picklist(['subscribe_msg_popup_event', 'subscribe_msg_change_event']),
  FromUserName: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  CreateTime: v.pipe(v.union([v.number(), v.pipe(v.string(), v.transform(Number))]), v.integer(), v.minValue(0)),
  List: v.union([
    v.array(Entry),
    v.pipe(
      Entry,
      v.transform(entry => [entry]),
    ),
  ]),
})

export interface PushedAnswer {
  openid: string
  template: TemplateName
  answer: ConsentAnswer
  by: 'pushed'
  tellingId: string
  counts: boolean
  isTakenBack: boolean
  at: Instant
}

/** What the push says of our templates; nothing where it is none of these events or of templates that we do not have. */
export function readSubscriptions(event: unknown, templates: Templates | null): PushedAnswer[] {
  const parsed = v.safeParse(SubscriptionEvent, event)
  if (!parsed.success || !templates) return []
  const { Event, FromUserName: openid, CreateTime, List } = parsed.output
  return List.flatMap(({ TemplateId, SubscribeStatusString: answer }) => {
    const template = templateNames.find(name => templates[name].templateId === TemplateId)
    if (!template) return []
    const isPopup = Event === 'subscribe_msg_popup_event'
    const counts = isPopup && answer === 'accept'
    const isTakenBack = !isPopup && answer === 'reject'
    const tellingId = `${isPopup ? 'popup' : 'change'}-${CreateTime}`
    return [{ openid, template, answer, by: 'pushed' as const, tellingId, counts, isTakenBack, at: CreateTime * 1000 }]
  })
}
