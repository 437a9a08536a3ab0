import { useState } from 'react'
import type { NoticeList } from '#shared/contract/notice-contract'
import type { TemplateName } from '#shared/notices/templates'
import { reportConsent } from '../../backend/consent-reports'
import { currentBoxKey } from '../../backend/identity'
import { useNotices } from '../../backend/use-notices'
import type { BoxOutcome, ConsentAnswer } from '../../platform/capabilities'
import { consentBox } from '../../platform/consent-box'
import { storage } from '../../platform/storage'
import { leftOf, type SaidOfConsent, wordsOfOutcome } from './consent-words'

/** Once a sitting is enough: who has answered is not asked on the next page again. */
let wasAnswered = false
const refusedKey = () => `consent-refused/${currentBoxKey()}`

export interface ConsentOffer {
  /** How many messages may still be sent; null where a consent lasts. */
  left: number | null
  /** Agreed to once, until it is taken back. */
  isLasting: boolean
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
  const [outcome, setOutcome] = useState<BoxOutcome | null>(null)
  /** Allowed in the box, and not yet among what the county has counted. */
  const [uncounted, setUncounted] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const consents = consentsAmong(output?.consents ?? {}, names)
  const counted = leftOf(consents)
  if (!consentBox.available || !isWelcome || consents.length === 0 || (counted === null && !outcome)) return null
  const isLasting = consents.some(({ lasting }) => lasting)
  const left = counted === null || isLasting ? null : counted + uncounted

  const open = async () => {
    // Nothing may be awaited before this: WeChat shows its box in a tap only.
    const asked = consentBox.ask(consents.map(({ templateId }) => templateId))
    setBusy(true)
    const found = await asked
    const said = found.kind === 'answered' ? answersOf(consents, found.answers) : []
    const accepted = said.filter(({ answer }) => answer === 'accept').length
    if (said.length > 0) rememberAnswer(wordsOfOutcome(found, null).kind)
    setUncounted(accepted)
    setOutcome(found)
    setBusy(false)
    if (said.length > 0 && (await reportConsent(said))) setUncounted(0)
  }
  return { left, isLasting, said: outcome && wordsOfOutcome(outcome, left), isBusy, open: () => void open() }
}

/** After a refusal nobody is asked again, here or after a restart, until they come to it on purpose. */
function rememberAnswer(kind: SaidOfConsent['kind']): void {
  wasAnswered = true
  if (kind === 'refused') storage.write(refusedKey(), true)
  if (kind === 'accepted') storage.remove(refusedKey())
}

type AskedConsent = ReturnType<typeof consentsAmong>[number]

function answersOf(consents: readonly AskedConsent[], answers: Record<string, ConsentAnswer>) {
  return consents.flatMap(({ name, templateId }) => {
    const answer = answers[templateId]
    return answer ? [{ template: name, answer }] : []
  })
}

function consentsAmong(known: NoticeList['consents'], names: readonly TemplateName[] | undefined) {
  const order: readonly TemplateName[] = names ?? ['deadline', 'supplement', 'progress']
  return order.flatMap(name => {
    const consent = known[name]
    return consent ? [{ name, ...consent }] : []
  })
}
