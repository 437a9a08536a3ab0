import { noticeTemplates } from '../infrastructure/notice-templates'
import { noteAnswer } from '../repositories/consents'
import { keepResult } from '../repositories/content-checks'
import { memberIdOf } from '../repositories/members'
import { readMediaCheck } from './read-event'
import { readSubscriptions } from './read-subscriptions'

/** The function to which WeChat pushes its messages. What is not known here is acknowledged and left alone. */
export async function main(event: unknown): Promise<string> {
  const result = readMediaCheck(event)
  if (result) await keepResult(result.traceId, result.state)
  const said = readSubscriptions(event, noticeTemplates())
  await Promise.all(said.map(({ openid, ...answer }) => noteAnswer({ memberId: memberIdOf(openid), ...answer })))
  return 'success'
}
