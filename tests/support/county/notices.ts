import { type County, cycleId } from '../county'
import { newId } from './sheets'

const THREE_DAYS = 3 * 86_400_000

/** The office's department asks for these items again, and the clock tells it: in the app at any hour. */
export async function askAgain(county: County, unitId: string, reasons: Record<string, string>): Promise<void> {
  for (const [itemId, reason] of Object.entries(reasons))
    await county.as('head-general-office').get('review.return', {
      ...{ cycleId, departmentId: 'general-office', unitId, itemId, operationId: newId(), reason },
      until: Date.now() + THREE_DAYS,
    })
  await county.cloud.fireTimer('clock')
}

/** Makes it the morning after: no message went out, for nobody had agreed to any. */
export async function leaveUnreached(county: County): Promise<void> {
  const told = county.database.collection('notices').where({ kind: 'returned' })
  await told.update({ fate: 'no-consent', settledAt: Date.now() })
}
