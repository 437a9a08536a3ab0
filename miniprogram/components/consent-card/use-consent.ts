import { useState } from 'react'
import type { NoticeList } from '#shared/contract/notice-contract'
import type { TemplateName } from '#shared/notices/templates'
import { reportConsent } from '../../backend/consent-reports'
import { currentBoxKey } from '../../backend/identity'
import { useNotices } from '../../backend/use-notices'
import { consentBox } from '../../platform/consent-box'
import { storage } from '../../platform/storage'
import { leftOf, type SaidOfConsent, wordsOfOutcome } from './consent-words'

/** Once a sitting is enough: who has answered is not asked on the next page again. */
let wasAnswered = false
const refusedKey = () => `consent-refused/${currentBoxKey()}`

export interface ConsentOffer {
  /** Null where a consent lasts and was given. */
  left: number | null
  said: SaidOfConsent | null
  isBusy: boolean
  /** To be called in the tap itself. */
  open(): void
}

/**
 * 开一次微信提醒, for these kinds of messages, or all that the county has. Null where nothing is to be offered: not in WeChat, the county has no
 * templates, a lasting consent is there; and, unless the person came `onPurpose`, after a refusal or in the same sitting.
 */
export function useConsent(names: readonly TemplateName[] | undefined, onPurpose: boolean): ConsentOffer | null {
  const { output } = useNotices()
  const [isWelcome] = useState(() => onPurpose || (!wasAnswered && storage.read(refusedKey()) !== true))
  const [said, setSaid] = useState<SaidOfConsent | null>(null)
  const [isBusy, setBusy] = useState(false)
  const consents = consentsAmong(output?.consents ?? {}, names)
  const left = leftOf(consents)
  if (!consentBox.available || !isWelcome || consents.length === 0 || (left === null && !said)) return null

  const open = async () => {
    // Nothing may be awaited before this: WeChat shows its box in a tap only.
    const asked = consentBox.ask(consents.map(({ templateId }) => templateId))
    setBusy(true)
    const outcome = await asked
    const answered =
      outcome.kind === 'answered'
        ? consents.flatMap(({ name, templateId }) => {
            const answer = outcome.answers[templateId]
            return answer ? [{ template: name, answer }] : []
          })
        : []
    const accepted = answered.filter(({ answer }) => answer === 'accept').length
    const found = wordsOfOutcome(outcome, left === null ? null : left + accepted)
    if (answered.length > 0) {
      wasAnswered = true
      if (found.kind === 'refused') storage.write(refusedKey(), true)
      if (found.kind === 'accepted') storage.remove(refusedKey())
    }
    setSaid(found)
    setBusy(false)
    if (answered.length > 0) await reportConsent(answered)
  }
  return { left, said, isBusy, open: () => void open() }
}

function consentsAmong(known: NoticeList['consents'], names: readonly TemplateName[] | undefined) {
  const order: readonly TemplateName[] = names ?? ['deadline', 'supplement', 'progress']
  return order.flatMap(name => {
    const consent = known[name]
    return consent ? [{ name, ...consent }] : []
  })
}
