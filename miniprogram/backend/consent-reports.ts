import type { RecordConsent } from '#shared/contract/notice-contract'
import { network } from '../platform/network'
import { random } from '../platform/random'
import { storage } from '../platform/storage'
import { ask } from './ask'
import { currentBoxKey } from './identity'
import { changeNotices } from './known-notices'

/*
 * What a person answered in WeChat's box and the county has not heard yet. It stays on the phone under an operation id and
 * is told again until it is heard; the county counts it once. Should it be lost all the same, WeChat's own push tells the
 * county.
 */
const keyOf = (boxKey: string) => `consent-reports/${boxKey}`
let sending: Promise<void> | null = null

network.subscribe(() => {
  if (network.online()) void sendReports()
})

/** Keeps the answers and tells them; true once the county has heard everything. */
export async function reportConsent(said: RecordConsent['answers']): Promise<boolean> {
  const boxKey = currentBoxKey()
  storage.write(keyOf(boxKey), [...read(boxKey), { operationId: random.newId(), answers: said }])
  // A sending that began before does not know of this one.
  await sending
  await sendReports()
  return read(boxKey).length === 0
}

/** Tells what waits, the oldest first. Never throws. */
export function sendReports(): Promise<void> {
  sending ??= send().finally(() => {
    sending = null
  })
  return sending
}

async function send(): Promise<void> {
  const boxKey = currentBoxKey()
  for (const report of read(boxKey)) {
    const asked = await ask('consent.record', report)
    if (!asked.ok && asked.problem.retryable) return
    const others = read(boxKey).filter(({ operationId }) => operationId !== report.operationId)
    if (others.length === 0) storage.remove(keyOf(boxKey))
    else storage.write(keyOf(boxKey), others)
    // Every page that says 「还可提醒几次」 says the new number.
    if (asked.ok) changeNotices(list => ({ ...list, ...asked.output }))
  }
}

function read(boxKey: string): RecordConsent[] {
  const stored = storage.read(keyOf(boxKey))
  return Array.isArray(stored) ? stored : []
}
