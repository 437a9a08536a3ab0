import type { Instant } from '#shared/assessment/assessment'
import type { TemplateName } from '#shared/notices/templates'
import { collection, command } from '../infrastructure/collection'

/** What a person said when asked for one template, in WeChat's words. */
export type ConsentAnswer = 'accept' | 'reject' | 'ban' | 'filter'

/**
 * 订阅: one person's ledger of one template. WeChat never says how many messages may still be sent, so it is counted: what
 * the phone reported and what WeChat pushed are the same consents told twice, and the greater of the two is right.
 */
export interface Consent {
  /** `memberId:template` */
  _id: string
  memberId: string
  template: TemplateName
  reported: number
  pushed: number
  used: number
  /** The last answer; null where only counting began. Of a long-term template it alone decides. */
  answer: ConsentAnswer | null
  /** Operations and pushes that were counted, the latest 40: repeated ones count once. */
  counted: string[]
  at: Instant
}

const consents = collection<Consent>('consents')

export const consentId = (memberId: string, template: TemplateName) => `${memberId}:${template}`

/** How many messages may be sent by this ledger; of a long-term template as many as one likes until it is taken back. */
export function creditsOf(consent: Pick<Consent, 'reported' | 'pushed' | 'used' | 'answer'>, lasting: boolean): number {
  if (lasting) return consent.answer === 'accept' ? Number.POSITIVE_INFINITY : 0
  return Math.max(0, Math.max(consent.reported, consent.pushed) - consent.used)
}

/** Those ledgers. One round trip, none where none is asked for. */
export async function readConsents(consentIds: readonly string[]): Promise<Map<string, Consent>> {
  if (consentIds.length === 0) return new Map()
  const found = await consents.list({ _id: command.in([...consentIds]) })
  return new Map(found.map(consent => [consent._id, consent]))
}

/** All that one person ever said. One round trip. */
export function consentsOf(memberId: string): Promise<Consent[]> {
  return consents.list({ memberId })
}

interface Said {
  memberId: string
  template: TemplateName
  answer: ConsentAnswer
  /** The phone that asked, or WeChat's push about the same tap. */
  by: 'reported' | 'pushed'
  /** Names the telling, so that a repeated one counts once. */
  tellingId: string
  /** Whether it allows one message more; a change in the settings allows none. */
  counts: boolean
  /** Every consent that was left is void: the person took it back in the settings. */
  isTakenBack?: boolean
  at: Instant
}

/** Counts what a person said, once. Two round trips at most, three where it is the first of this ledger. */
export async function noteAnswer(said: Said): Promise<void> {
  const { memberId, template, answer, by, tellingId, at, counts, isTakenBack } = said
  const _id = consentId(memberId, template)
  const change = () =>
    consents.update(
      { _id, counted: command.nin([tellingId]) },
      {
        answer,
        at,
        counted: command.push({ each: [tellingId], slice: -40 }),
        ...(counts ? { [by]: command.inc(1) } : {}),
      },
    )
  if ((await change()) === 0) {
    const fresh: Consent = {
      ...{ _id, memberId, template, reported: 0, pushed: 0, used: 0, answer: null, counted: [], at },
    }
    // Where it stood already, the telling was counted before.
    if (await consents.add(fresh)) await change()
  }
  if (isTakenBack) await emptyLedgers([_id])
}

/** One message of each of these ledgers is being sent. One round trip. */
export async function takeCredits(consentIds: readonly string[]): Promise<void> {
  if (consentIds.length > 0) await consents.update({ _id: command.in([...consentIds]) }, { used: command.inc(1) })
}

/** They were not sent after all. One round trip. */
export async function giveBackCredits(consentIds: readonly string[]): Promise<void> {
  if (consentIds.length > 0) await consents.update({ _id: command.in([...consentIds]) }, { used: command.inc(-1) })
}

/** WeChat says that nothing is left (43101): it knows better than the ledger. Two round trips. */
export async function emptyLedgers(consentIds: readonly string[]): Promise<void> {
  const known = await readConsents(consentIds)
  await Promise.all(
    [...known.values()].map(({ _id, reported, pushed }) =>
      // A consent given in this very moment keeps its count.
      consents.update({ _id, reported, pushed }, { used: Math.max(reported, pushed) }),
    ),
  )
}

/** WeChat refuses what was consented to for good: it was taken back, and we have not heard. One round trip. */
export async function noteWithdrawn(consentIds: readonly string[], at: Instant): Promise<void> {
  // Whoever has consented anew since then keeps that.
  if (consentIds.length > 0)
    await consents.update({ _id: command.in([...consentIds]), at: command.lte(at) }, { answer: 'reject', at })
}
