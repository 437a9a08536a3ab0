import type { Instant } from '#shared/assessment/assessment'
import { collection, command } from '../infrastructure/collection'
import { randomId } from '../infrastructure/secrets'

/** Something that only one clock does at a time, until it says that it is done or is taken for dead. */
interface Lease {
  _id: string
  holder: string
  until: Instant
}

const leases = collection<Lease>('leases')

/** Takes the lease; answers its holder's name, or null where another clock has it. One round trip, two the first time. */
export async function takeLease(name: string, now: Instant, until: Instant): Promise<string | null> {
  const holder = randomId()
  if ((await leases.update({ _id: name, until: command.lte(now) }, { holder, until })) === 1) return holder
  return (await leases.add({ _id: name, holder, until })) ? holder : null
}

/** Gives it back, unless somebody else holds it by now. One round trip. */
export async function endLease(name: string, holder: string): Promise<void> {
  await leases.update({ _id: name, holder }, { until: 0 })
}
