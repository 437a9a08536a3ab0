import type { Instant } from '#shared/assessment/assessment'
import { type NoticeFate, type NoticeKind, type NoticeSubject, unreachedFates } from '#shared/notices/notice'
import type { TemplateName } from '#shared/notices/templates'
import { whatIsTold } from '#shared/notices/what-is-told'
import { collection, command } from '../infrastructure/collection'
import { randomId, sha256Hex } from '../infrastructure/secrets'

/** One thing that one person is told: in the app always, by WeChat where a consent is left. */
export interface Notice extends NoticeSubject {
  /** Made of what is told and to whom, so that it is planned once however often it is planned. */
  _id: string
  memberId: string
  /** The unit's, for the office's list; empty for departments. */
  unitName: string
  words: string
  /**
   * Whose words stand in it: others read them only while they are not held. Of a notice that somebody's own words are held
   * only which; the text is empty.
   */
  quotes?: { key: string; text: string }
  page: string
  template: TemplateName
  /** What WeChat's field of a time shows. */
  time: Instant
  plannedAt: Instant
  /** When its message is sent: never at night. */
  dueAt: Instant
  /** After this nobody need be told any more. */
  expiresAt: Instant
  fate: NoticeFate
  attempts: number
  claimedBy: string | null
  claimedAt: Instant | null
  /** When its fate was settled. */
  settledAt: Instant | null
  readAt: Instant | null
  /** 已电话: the office has phoned, by whom and when. */
  phoned: { by: string; at: Instant } | null
  /** When it was counted for what the office is told of the unreached; missing or null before. */
  countedAt?: Instant | null
}

const notices = collection<Notice>('notices')

/** What the app shows of one person's notices; older ones are history. */
const SHOWN = 100

export function noticeId(memberId: string, { kind, cycleId, unitId, itemId, occasion }: NoticeSubject): string {
  return `n-${sha256Hex([memberId, kind, cycleId, unitId, itemId, occasion].join('|')).slice(0, 40)}`
}

/** Plans those that are not planned. At most 100; two round trips, more only where another clock plans the same. */
export async function planNotices(planned: Notice[]): Promise<void> {
  if (planned.length === 0) return
  const known = await notices.list({ _id: command.in(planned.map(({ _id }) => _id)) }, { fields: ['cycleId'] })
  const knownIds = new Set(known.map(({ _id }) => _id))
  const fresh = planned.filter(({ _id }) => !knownIds.has(_id))
  if (fresh.length === 0 || (await notices.addAll(fresh))) return
  await Promise.all(fresh.map(notice => notices.add(notice)))
}

/** What is due, the longest waiting first. One round trip. */
export function listDueNotices(now: Instant, limit: number): Promise<Notice[]> {
  return notices.list(
    { fate: 'planned', dueAt: command.lte(now) },
    { orderBy: { field: 'dueAt', direction: 'asc' }, limit },
  )
}

/**
 * Makes those of the notices that are still planned this caller's own: whoever asks at the same time gets others. Answers
 * the ids that it got. One round trip, two where somebody else was quicker with some.
 */
export async function claimNotices(ids: readonly string[], now: Instant): Promise<{ claim: string; ids: Set<string> }> {
  const claim = randomId()
  if (ids.length === 0) return { claim, ids: new Set() }
  const changed = await notices.update(
    { _id: command.in([...ids]), fate: 'planned' },
    { fate: 'claimed', claimedBy: claim, claimedAt: now, attempts: command.inc(1) },
  )
  if (changed === ids.length) return { claim, ids: new Set(ids) }
  const own = changed === 0 ? [] : await notices.list({ claimedBy: claim }, { fields: ['cycleId'] })
  return { claim, ids: new Set(own.map(({ _id }) => _id)) }
}

/** Settles planned ones without sending anything. One round trip. */
export async function settlePlanned(ids: readonly string[], fate: NoticeFate, now: Instant): Promise<void> {
  if (ids.length > 0) await notices.update({ _id: command.in([...ids]), fate: 'planned' }, { fate, settledAt: now })
}

/** Of those that are still planned nothing is sent that would be pointless by then. One round trip. */
export async function giveUpBefore(morning: Instant, now: Instant): Promise<void> {
  await notices.update({ fate: 'planned', expiresAt: command.lte(morning) }, { fate: 'given-up', settledAt: now })
}

/** What became of claimed ones. One round trip. */
export async function settleClaimed(
  claim: string,
  ids: readonly string[],
  fate: NoticeFate,
  now: Instant,
): Promise<void> {
  if (ids.length > 0)
    await notices.update({ _id: command.in([...ids]), claimedBy: claim, fate: 'claimed' }, { fate, settledAt: now })
}

/** WeChat could not answer: to be tried again. One round trip. */
export async function postponeClaimed(claim: string, ids: readonly string[], dueAt: Instant): Promise<void> {
  if (ids.length > 0)
    await notices.update(
      { _id: command.in([...ids]), claimedBy: claim, fate: 'claimed' },
      { fate: 'planned', dueAt, claimedBy: null },
    )
}

/** Nobody knows whether these were sent: their clock died. They are not sent again. One round trip. */
export function settleLost(claimedBefore: Instant, now: Instant): Promise<number> {
  return notices.update({ fate: 'claimed', claimedAt: command.lt(claimedBefore) }, { fate: 'unknown', settledAt: now })
}

/** What was told in the same moment: by item, the same for everybody, and always the same. */
export function byItem(a: Notice, b: Notice): number {
  const [first, second] = [a, b].map(({ unitId, itemId, _id }) => [unitId, itemId, _id].join(' '))
  return String(first) < String(second) ? -1 : 1
}

/** One person's, the newest first. One round trip. */
export async function noticesOf(memberId: string): Promise<Notice[]> {
  const newest = { orderBy: { field: 'plannedAt', direction: 'desc' }, limit: SHOWN } as const
  const found = await notices.list({ memberId }, newest)
  return found.sort((a, b) => b.plannedAt - a.plannedAt || byItem(a, b))
}

/** Marks the person's own as read. One round trip. */
export async function noteRead(memberId: string, ids: readonly string[], at: Instant): Promise<void> {
  await notices.update({ _id: command.in([...ids]), memberId, readAt: command.in([null]) }, { readAt: at })
}

const kindsToReach = Object.entries(whatIsTold).flatMap(([kind, { mustReach }]) => (mustReach ? [kind] : []))
const unreached = () => ({ fate: command.in([...unreachedFates]), kind: command.in(kindsToReach) })

/** What nobody could be told by WeChat and somebody should phone about. One round trip. */
export function listUnreached(cycleId: string): Promise<Notice[]> {
  return notices.list({ cycleId, ...unreached() })
}

/** One of those that the office was never told of, if there are any. One round trip. */
export async function findUncounted(now: Instant): Promise<Pick<Notice, '_id'> | null> {
  const open = { expiresAt: command.gt(now), phoned: command.in([null]), countedAt: command.in([null]) }
  const [found] = await notices.list({ ...unreached(), ...open }, { fields: ['cycleId'], limit: 1 })
  return found ?? null
}

/** The office was told of these, or need not be. One round trip. */
export async function noteCounted(ids: readonly string[], now: Instant): Promise<void> {
  await notices.update({ _id: command.in([...ids]) }, { countedAt: now })
}

/** Whether anybody was to be told this on that occasion. One round trip. */
export async function wasPlanned(kind: NoticeKind, occasion: Instant): Promise<boolean> {
  return (await notices.list({ kind, occasion }, { fields: ['cycleId'], limit: 1 })).length > 0
}

/** 已电话, once for all that the person was not told. One round trip. */
export async function notePhoned(
  cycleId: string,
  ids: readonly string[],
  phoned: NonNullable<Notice['phoned']>,
): Promise<void> {
  await notices.update(
    { _id: command.in([...ids]), cycleId, phoned: command.in([null]) },
    { phoned: command.set(phoned) },
  )
}
