import { dayText } from '#shared/cycle/beijing-time'
import { extensionDays } from '#shared/cycle/extension'
import { newId } from '../../support/county/sheets'
import { cycleId } from '../../support/county/snapshot'
import { call } from './near-clock'
import type { Season } from './season'

const DAY = 86_400_000
/** How often the office extends somebody; how many units at once, at most; how seldom it takes one back instead. */
const EXTENSIONS_A_DAY = 1
const AT_ONCE = 4
const TAKEN_BACK = 0.15

/** The office gives some of those that have not handed in another day, or takes it back; others meanwhile hand in. */
export async function extendSome(season: Season): Promise<void> {
  const { clock, chance, units, handedIn, dueAt, deadline, reviewDeadline, counts } = season
  if (chance() >= (EXTENSIONS_A_DAY * season.every) / (24 * 60)) return
  const now = clock.now()
  const cycle = { selfDeadline: deadline, grace: 0, lockAfterDeadline: false, reviewDeadline }
  const days = extensionDays(cycle, now)
  const open = units.filter(({ unitId }) => !handedIn.has(unitId))
  if (!days || open.length === 0) return
  const first = Math.floor(chance() * open.length)
  const chosen = open.slice(first, first + 1 + Math.floor(chance() * AT_ONCE)).map(({ unitId }) => unitId)
  const length = Date.parse(days.last) - Date.parse(days.first)
  // Mostly a few days, now and then as many as there are.
  const until = dayText(Date.parse(days.first) + Math.min(length, Math.floor(chance() ** 2 * 14) * DAY))
  const takesBack = chance() < TAKEN_BACK && now < deadline
  const reply = await call(clock, 'office', 'assessment.extend', {
    ...{ cycleId, unitIds: chosen, operationId: newId(), reason: '换届' },
    until: takesBack ? null : until,
  })
  if (!reply.ok || !('verdicts' in reply.output))
    throw new Error(`the office could not extend: ${JSON.stringify(reply)}`)
  for (const verdict of reply.output.verdicts) {
    if (!('selfDueAt' in verdict)) continue
    dueAt.set(verdict.unitId, {
      at: verdict.selfDueAt,
      since: verdict.kind === 'extended' ? now : sinceOf(season, verdict.unitId),
    })
    if (verdict.kind === 'extended') counts.extended += 1
  }
}

const sinceOf = ({ dueAt }: Season, unitId: string) => dueAt.get(unitId)?.since ?? 0
