import type { Instant } from '#shared/assessment/assessment'
import { printTimeField } from '#shared/cycle/beijing-time'
import { fieldKindOf, longestIn, type Template } from '#shared/notices/templates'
import { whatIsTold } from '#shared/notices/what-is-told'
import { consentId } from '../repositories/consents'
import type { Notice } from '../repositories/notices'
import { fitWords } from './fit-words'

/** What one person is sent at once: the first of its notices speaks, the others are counted. */
export interface Message {
  memberId: string
  template: Notice['template']
  notices: [Notice, ...Notice[]]
}

export const idsOf = (notices: readonly Notice[]) => notices.map(({ _id }) => _id)

/** The ledger whose consent the message uses. */
export const ledgerOf = ({ memberId, template }: Message) => consentId(memberId, template)

/** What is asked of a person comes before news. */
const urgency = { supplement: 0, deadline: 1, progress: 2 } as const

/** Several at once become one: a message a person, about what is most urgent among them. */
export function bundle(due: readonly Notice[]): Message[] {
  const byPerson = new Map<string, Notice[]>()
  for (const notice of due) byPerson.set(notice.memberId, [...(byPerson.get(notice.memberId) ?? []), notice])
  return [...byPerson.entries()].flatMap(([memberId, all]) => {
    const [first, ...others] = all.sort((a, b) => urgency[a.template] - urgency[b.template] || a.time - b.time)
    return first ? [{ memberId, template: first.template, notices: [first, ...others] as Message['notices'] }] : []
  })
}

/** As `subscribeMessage.send` takes it with what its first notice says, every field fitted to what WeChat allows there. */
export function bodyOf(message: Message, said: string, template: Template, openid: string) {
  const [first] = message.notices
  const others = message.notices.length - 1
  const words = others === 0 ? said : `${countedWords(others)}${said}`
  const parts: Record<string, string | Instant> = {
    about: whatIsTold[first.kind].about,
    until: first.time,
    at: first.time,
    words,
  }
  const data = Object.entries(template.fields).map(([part, key]) => [
    key,
    { value: fieldValue(key, parts[part] ?? '') },
  ])
  return {
    touser: openid,
    template_id: template.templateId,
    page: first.page.replace(/^\//, ''),
    data: Object.fromEntries(data),
    lang: 'zh_CN',
  }
}

const countedWords = (others: number) => `共${others + 1}条，`

function fieldValue(key: string, value: string | Instant): string {
  const kind = fieldKindOf(key)
  if (typeof value === 'number') return kind === 'date' || kind === 'time' ? printTimeField(value) : ''
  return fitWords(value, longestIn(key))
}
