import type { NoticeList } from '#shared/contract/notice-contract'
import { templateNames } from '#shared/notices/templates'
import { noticeTemplates } from '../../infrastructure/notice-templates'
import { type Consent, consentId, creditsOf } from '../../repositories/consents'

const unsaid = { reported: 0, pushed: 0, used: 0, answer: null }

/** What may be asked, and how many messages are left by the ledger. */
export function consentViews(memberId: string, consents: readonly Consent[]): NoticeList['consents'] {
  const templates = noticeTemplates()
  if (!templates) return {}
  const known = new Map(consents.map(consent => [consent._id, consent]))
  return Object.fromEntries(
    templateNames.map(name => {
      const { templateId, lasting } = templates[name]
      const left = creditsOf(known.get(consentId(memberId, name)) ?? unsaid, lasting)
      return [name, { templateId, lasting, left: Number.isFinite(left) ? left : null }]
    }),
  )
}
