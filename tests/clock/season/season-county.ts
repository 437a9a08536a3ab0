import { assessmentId } from '#shared/assessment/assessment'
import { deadlinesOf } from '#shared/cycle/cycle'
import { nextReminder } from '#shared/notices/when'
import { cycleId } from '../../support/county/snapshot'
import type { NearClock } from './near-clock'

const DAY = 86_400_000

export interface SeasonUnit {
  unitId: string
  /** Chair first. */
  people: { openid: string; memberId: string }[]
}

/** A county of so many units on its first day: nobody has begun, nobody was told anything. */
export async function foundSeason(
  clock: NearClock,
  { units, selfDays, reviewDays }: { units: number; selfDays: number; reviewDays: number },
): Promise<SeasonUnit[]> {
  const { database } = clock
  // Only now: repositories hold the connection that they find when they are loaded.
  const { memberIdOf } = await import('../../../cloudfunctions/repositories/members')
  const { shippedVersionOf } = await import('../../../cloudfunctions/repositories/rubric-versions')
  const openedAt = clock.now()
  const cycle = {
    _id: cycleId,
    ...{ title: '2027年度考核', documentNumber: '县工〔2027〕1号', phase: 'self-assessment' as const },
    ...{ selfDeadline: openedAt + selfDays * DAY, grace: 0, lockAfterDeadline: false },
    ...{ reviewDeadline: openedAt + reviewDays * DAY, departmentStep: 50 as const, notApplicable: 'full' as const },
    decidedBy: 'any-reviewer' as const,
    openedAt,
    untold: ['year-opened' as const],
  }
  const { _id: _, ...fields } = cycle
  await database.collection('cycles').doc(cycleId).update(fields)
  for (const name of ['assessments', 'units', 'notices', 'consents']) {
    await database
      .collection(name)
      .where({ _id: database.command.neq('') })
      .remove()
  }
  const rubricVersionId = shippedVersionOf('township')
  const made = Array.from({ length: units }, (_unused, at): SeasonUnit => {
    const unitId = `u-${String(at).padStart(4, '0')}`
    const openids = ['chair', ...(at % 3 === 0 ? [] : ['filler'])].map(role => `${role}-${unitId}`)
    return { unitId, people: openids.map(openid => ({ openid, memberId: memberIdOf(openid) })) }
  })
  for (let from = 0; from < made.length; from += 50) {
    const part = made.slice(from, from + 50)
    await database.collection('units').add(
      part.map(({ unitId }, index) => ({
        ...{ _id: unitId, name: `第${from + index + 1}单位工会`, audience: 'township', order: from + index },
      })),
    )
    await database.collection('members').add(
      part.flatMap(({ unitId, people }) =>
        people.map(({ openid, memberId }, index) => ({
          ...{ _id: memberId, openid, name: openid, phone: '13800000000', joinedAt: openedAt, revision: 1 },
          posts: [{ role: index === 0 ? 'chair' : 'filler', unitId, from: openedAt, to: null, invitationId: null }],
        })),
      ),
    )
    await database.collection('assessments').add(
      part.map(({ unitId }) => ({
        ...{ _id: assessmentId(cycleId, unitId), cycleId, unitId, rubricVersionId, stage: 'filling' },
        ...deadlinesOf(cycle),
        remindAt: nextReminder(deadlinesOf(cycle).selfDueAt, openedAt),
        ...{ sentToChair: null, sentBackNote: null, submission: null, openedBy: {}, items: {}, materials: {} },
        paperSheets: [],
        summary: {
          ...{ self: { count: 0, scored: 0, maximum: 0, notApplicable: {} }, byDepartment: {}, supplementsOpen: 0 },
          ...{ doubtsOpen: 0, doubtsAnswered: 0, materials: 0 },
        },
        history: [],
      })),
    )
  }
  return made
}
