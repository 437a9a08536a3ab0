import { createHash } from 'node:crypto'
import type { VisitEntry, VisitGroupView } from '#shared/contract/visit-contract'
import { type County, cycleId } from '../county'
import { filledSheet, newId } from './sheets'

export const visitDate = '2026-12-08'
export const visitedUnits = ['township-a', 'township-b', 'system-a', 'system-b', 'party-a', 'party-b']
const memberIdOf = (openid: string) => `m-${createHash('sha256').update(openid).digest('hex').slice(0, 32)}`

/** A group of these people, made by the office as on its screen. */
export function makeVisitGroup(
  county: County,
  openids: string[],
  fields: Partial<VisitGroupView> = {},
): Promise<VisitGroupView> {
  const memberIds = openids.map(memberIdOf)
  return county.as('office').get('visit-group.save', {
    cycleId,
    groupId: newId(),
    revision: 0,
    name: '考核二组',
    leaderId: memberIds[0] ?? '',
    memberIds,
    days: [{ date: visitDate, unitIds: visitedUnits }],
    ...fields,
  })
}

/** The six units have handed in full sheets. */
export async function handIn(county: County, unitIds: readonly string[] = visitedUnits): Promise<void> {
  const audienceOf = (unitId: string) =>
    unitId.startsWith('township') ? 'township' : unitId.startsWith('system') ? 'system' : 'party-government'
  const submission = { signature: { name: '主席', memberId: 'm-0', at: 1 }, late: false }
  const reviewOpenUntil = Date.now() + 20 * 86_400_000
  await Promise.all(
    unitIds.map(unitId =>
      county.arrange(unitId, {
        ...filledSheet(audienceOf(unitId)),
        stage: 'submitted',
        submission,
        reviewOpenUntil,
        openedBy: {},
        history: [],
      }),
    ),
  )
}

/** A suggestion of full marks less `off`, seen in the originals. */
export function suggestion(unitId: string, itemId: string, score: number, off = 0): VisitEntry {
  const reasons = off > 0 ? [{ phrase: '缺会议记录', points: off }] : []
  return {
    operationId: newId(),
    unitId,
    itemId,
    looking: false,
    score: { score, notApplicableAgreed: false, reasons, seen: ['originals'], comment: '' },
  }
}
