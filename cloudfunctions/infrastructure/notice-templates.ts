import { parseTemplates, type Templates } from '#shared/notices/templates'

let known: Templates | null | undefined

/** The county's templates of 订阅消息 as deployed; null where it has none. */
export function noticeTemplates(): Templates | null {
  known = known === undefined ? parseTemplates(process.env.NOTICE_TEMPLATES) : known
  return known
}
