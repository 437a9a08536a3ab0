import type { Instant } from '#shared/assessment/assessment'
import type { ShownSheet } from '../../outbox/overlay'

/** When the county last took something of this sheet, from whichever phone or paper; null for an empty sheet. */
export function lastReceived({ items, materials, sentToChair, submission }: ShownSheet): Instant | null {
  const signatures = [
    ...Object.values(items).map(({ self, waiting, trouble }) => (waiting || trouble ? null : self?.signature)),
    ...Object.values(materials).map(({ signature, waiting, trouble }) => (waiting || trouble ? null : signature)),
    sentToChair,
    submission?.signature,
  ]
  const last = Math.max(0, ...signatures.map(signature => signature?.at ?? 0))
  return last === 0 ? null : last
}
