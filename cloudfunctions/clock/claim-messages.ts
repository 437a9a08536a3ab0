import type { Instant } from '#shared/assessment/assessment'
import { takeCredits } from '../repositories/consents'
import { claimNotices, settlePlanned } from '../repositories/notices'
import type { KnownOfDue } from './known-of-due'
import { idsOf, ledgerOf, type Message } from './message'

/** The messages that this clock sends, and what it has got of messages that another sends. */
export interface ClaimedMessages {
  claim: string
  own: Message[]
  /** Another clock has some of these messages' notices, and sends them; `strayIds` came here all the same. */
  notOwn: Message[]
  strayIds: string[]
}

/** Claims what can be sent and settles what cannot. One round trip, two where another clock was quicker with some. */
export async function claimMessages(
  { sendable, untrue, withoutConsent }: KnownOfDue,
  now: Instant,
): Promise<ClaimedMessages> {
  const [{ claim, ids }] = await Promise.all([
    claimNotices(
      sendable.flatMap(({ notices }) => idsOf(notices)),
      now,
    ),
    takeCredits(sendable.map(ledgerOf)),
    settlePlanned(idsOf(untrue), 'untrue', now),
    settlePlanned(idsOf(withoutConsent), 'no-consent', now),
  ])
  const own = sendable.filter(({ notices }) => notices.every(({ _id }) => ids.has(_id)))
  const notOwn = sendable.filter(message => !own.includes(message))
  return { claim, own, notOwn, strayIds: notOwn.flatMap(({ notices }) => idsOf(notices).filter(id => ids.has(id))) }
}
