import { outsideQuietHours } from '#shared/notices/when'
import { endLease, takeLease } from '../repositories/leases'
import { giveUpBefore, listDueNotices, type Notice, settleLost } from '../repositories/notices'
import { claimMessages } from './claim-messages'
import { knownOf } from './known-of-due'
import { sendClaimed } from './send-claimed'
import { settleSent } from './settle-sent'
import type { Step, Turn } from './step'

const AT_ONCE = 50
/** Longer than a clock lives: whoever claimed before is dead. */
const LIFE = 3 * 60_000

/**
 * Sends what is due, fifty at a time, never at night. A notice is claimed before it is sent and its credit taken in the
 * same step, so that however the clock dies no message goes out twice; those it had claimed are then of unknown fate.
 */
export const sendNotices: Step = {
  name: 'send-notices',
  async run(turn) {
    const { now } = turn
    const morning = outsideQuietHours(now)
    if (morning !== now) {
      // Nobody is woken; but of what is pointless in the morning the office must know, to be able to phone.
      await giveUpBefore(morning, now)
      return null
    }
    // What one clock has taken of a ledger another would read as used up, before it sees that the notice is claimed.
    const [holder] = await Promise.all([takeLease('send-notices', now, now + LIFE), settleLost(now - LIFE, now)])
    if (!holder) return null
    const next = await sendAll(turn)
    await endLease('send-notices', holder)
    return next
  },
}

/**
 * Three round trips for each fifty, four where somebody is among two of them in a row: which come next is read while
 * messages are out, and what became of them is written while it is read what is known of the next. The next are claimed
 * only after that, so that never more than fifty are of unknown fate.
 */
async function sendAll({ now, isTimeLeft }: Turn): Promise<string | null> {
  let due = await listDueNotices(now, AT_ONCE)
  let before: Notice[] = []
  let settle = async () => {}
  while (due.length > 0) {
    const settled = settle()
    // What is about to be written of somebody's ledger must be there before that is read again.
    if (haveOneInCommon(before, due)) await settled
    const [known] = await Promise.all([knownOf(due, now), settled])
    const claimed = await claimMessages(known, now)
    const isLast = due.length < AT_ONCE
    const [outcomes, next] = await Promise.all([
      sendClaimed(claimed, known),
      isLast ? [] : listDueNotices(now, AT_ONCE),
    ])
    settle = () => settleSent(claimed, outcomes, now)
    before = due
    due = next
    // On a line that swallows answers every fifty would be of unknown fate; the next run may find a better one.
    if (outcomes.some(({ fate }) => fate === 'unknown')) break
    if (due.length > 0 && !isTimeLeft()) {
      await settle()
      return 'more'
    }
  }
  await settle()
  return null
}

function haveOneInCommon(some: readonly Notice[], others: readonly Notice[]): boolean {
  const people = new Set(some.map(({ memberId }) => memberId))
  return others.some(({ memberId }) => people.has(memberId))
}
