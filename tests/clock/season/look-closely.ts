import { whatIsTold } from '#shared/notices/what-is-told'
import { nextReminder } from '#shared/notices/when'
import { cycleId } from '../../support/county/snapshot'
import { call, type NearClock } from './near-clock'
import type { Season, SeasonCounts } from './season'

const MINUTE = 60_000

/**
 * Everybody of a unit that is due then and has not handed in: reminded of this very day, or on the office's list. Where
 * the day was granted so late that no reminder was left, it is the extension itself that had to be told.
 */
export async function checkDeadline(season: Season, due: number): Promise<void> {
  const { clock, units, counts, dueAt } = season
  const listed = await listedNow(clock)
  const sent = await noticesWhere(clock, { fate: 'sent', expiresAt: due })
  const told = (kind: string) => new Set(sent.filter(of => of.kind === kind).map(({ memberId }) => memberId))
  const [reminded, extended] = [told('deadline-near'), told('extended')]
  const sheets = await sheetsOf(clock)
  for (const { unitId, people } of units) {
    const own = dueAt.get(unitId)
    if (own?.at !== due || sheets.get(unitId)?.submission) continue
    const isReminded = nextReminder(due, own.since) !== null
    for (const { memberId } of people)
      count(counts, (isReminded ? reminded : extended).has(memberId), listed.has(memberId))
  }
}

/** The same for what had to be supplied by now. */
export async function checkSupplements(season: Season, every: number): Promise<void> {
  const { clock, units, asked, counts } = season
  const due = asked.filter(({ until }) => until - clock.now() < every * 2 * MINUTE && until > clock.now())
  if (due.length === 0) return
  season.asked = asked.filter(one => !due.includes(one))
  const listed = await listedNow(clock)
  const sent = await noticesWhere(clock, { kind: 'returned', fate: 'sent' })
  for (const { unitId, at } of due) {
    const told = new Set(sent.filter(of => of.unitId === unitId && of.occasion === at).map(({ memberId }) => memberId))
    const people = units.find(unit => unit.unitId === unitId)?.people ?? []
    for (const { memberId } of people) count(counts, told.has(memberId), listed.has(memberId))
  }
}

function count(counts: SeasonCounts, isTold: boolean, isListed: boolean): void {
  if (isTold) counts.toldBefore += 1
  else if (isListed) counts.listedBefore += 1
  else counts.missed += 1
}

async function listedNow(clock: NearClock): Promise<Set<string>> {
  const reply = await call(clock, 'office', 'notice.unreached', { cycleId })
  if (!reply.ok || !('people' in reply.output)) throw new Error('the office sees no list')
  return new Set((reply.output.people as { memberId: string }[]).map(({ memberId }) => memberId))
}

/** At the end: what WeChat delivered against what was planned. */
export async function closeSeason({ clock, counts, units }: Season): Promise<void> {
  const all = await noticesWhere(clock, {})
  const messages = clock.wechat.messages()
  counts.notices = all.length
  counts.delivered = messages.length
  counts.refused = clock.answers.get(43_101) ?? 0
  counts.unknown = all.filter(({ fate }) => fate === 'unknown').length
  const people = units.flatMap(unit => unit.people)
  // A message is one claim of one person's notices; more messages than claims that went out would be some told twice.
  for (const { memberId, openid } of people) {
    const own = all.filter(notice => notice.memberId === memberId)
    const claims = new Set(own.filter(({ fate }) => fate === 'sent' || fate === 'unknown').map(of => of.claimedBy))
    const shown = messages.filter(message => message.openid === openid)
    counts.toldTwice += Math.max(0, shown.length - claims.size)
    // A day that was granted, changed and granted again is told as often: each is a claim of its own, counted above.
    const words = shown
      .filter(({ lines }) => lines[0]?.[1] !== whatIsTold.extended.about)
      .map(({ lines, page }) => JSON.stringify([lines, page]))
    counts.toldTwice += words.length - new Set(words).size
  }
  // WeChat gives nothing away without a consent: it refuses, and a refusal is an attempt upon a ledger that was wrong.
  counts.withoutConsent = counts.refused
}

type StoredNotice = {
  memberId: string
  unitId: string
  kind: string
  fate: string
  occasion: number
  claimedBy: string | null
}

async function noticesWhere({ database }: NearClock, conditions: object): Promise<StoredNotice[]> {
  const found: StoredNotice[] = []
  for (;;) {
    const query = database.collection('notices').where(conditions).skip(found.length).limit(1000)
    const { data } = await query.get()
    found.push(...data)
    if (data.length < 1000) return found
  }
}

async function sheetsOf({ database }: NearClock): Promise<Map<string, { submission: unknown }>> {
  const { data } = await database.collection('assessments').field({ unitId: true, submission: true }).limit(1000).get()
  return new Map(data.map((sheet: { unitId: string; submission: unknown }) => [sheet.unitId, sheet]))
}
