import type { Instant } from '#shared/assessment/assessment'
import { outsideQuietHours } from '#shared/notices/when'
import { noticeTemplates } from '../infrastructure/notice-templates'
import { emptyLedgers, giveBackCredits, noteWithdrawn } from '../repositories/consents'
import { type Notice, postponeClaimed, settleClaimed } from '../repositories/notices'
import type { ClaimedMessages } from './claim-messages'
import { idsOf, ledgerOf } from './message'
import type { Outcome } from './send-claimed'

const MINUTE = 60_000
/** After five minutes, ten, twenty … while WeChat is down. */
const FIRST_PAUSE = 5 * MINUTE
const LONGEST_PAUSE = 2 * 60 * MINUTE
/** So long before it is pointless the office must know, to be able to phone. */
const TIME_TO_PHONE = 2 * 60 * MINUTE

/** Writes down what became of the messages. One round trip, two where WeChat refused some. */
export async function settleSent(
  { claim, notOwn, strayIds }: ClaimedMessages,
  outcomes: readonly Outcome[],
  now: Instant,
): Promise<void> {
  const messagesOf = (fate: Outcome['fate']) =>
    outcomes.filter(outcome => outcome.fate === fate).map(({ message }) => message)
  const noticesOf = (fate: Outcome['fate']) => messagesOf(fate).flatMap(({ notices }) => notices)
  const down = noticesOf('down')
  const hopeless = down.filter(notice => nextTry(notice, now) > notice.expiresAt - TIME_TO_PHONE)
  const again = down.filter(notice => !hopeless.includes(notice))
  await Promise.all([
    ...(['sent', 'refused', 'bad-template', 'unknown'] as const).map(fate =>
      settleClaimed(claim, idsOf(noticesOf(fate)), fate, now),
    ),
    settleClaimed(claim, idsOf(hopeless), 'given-up', now),
    ...byNextTry(again, now).map(([dueAt, notices]) => postponeClaimed(claim, idsOf(notices), dueAt)),
    postponeClaimed(claim, strayIds, now),
    // A message that was certainly not sent has used no consent.
    giveBackCredits([...messagesOf('down'), ...messagesOf('bad-template')].map(ledgerOf)),
    giveBackCredits(notOwn.map(ledgerOf)),
    voidLedgers(messagesOf('refused').map(ledgerOf), now),
  ])
}

/** WeChat knows better than the ledger: of a one-time template nothing is left, a lasting consent was taken back. */
function voidLedgers(refused: readonly string[], now: Instant): Promise<void> {
  return noticeTemplates()?.deadline.lasting ? noteWithdrawn(refused, now) : emptyLedgers(refused)
}

function nextTry({ attempts }: Notice, now: Instant): Instant {
  return outsideQuietHours(now + Math.min(FIRST_PAUSE * 2 ** attempts, LONGEST_PAUSE))
}

function byNextTry(notices: readonly Notice[], now: Instant): [Instant, Notice[]][] {
  const groups = new Map<Instant, Notice[]>()
  for (const notice of notices) {
    const dueAt = nextTry(notice, now)
    groups.set(dueAt, [...(groups.get(dueAt) ?? []), notice])
  }
  return [...groups]
}
