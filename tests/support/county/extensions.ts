import type { RequestInput } from '#shared/contract/api-contract'
import { dayText } from '#shared/cycle/beijing-time'
import { type County, cycleId } from '../county'
import { newId } from './sheets'

const DAY = 86_400_000
type Asked = RequestInput<'assessment.extend'>

export const inDays = (days: number) => dayText(Date.now() + days * DAY)

/** 展期 in a county of tests: three units on one deadline, and the office that grants. */
export function extensions(county: () => County) {
  const asked = (fields: Partial<Asked> = {}): Asked => ({
    ...{ cycleId, operationId: newId(), unitIds: ['township-a'], until: inDays(12), reason: '换届，主席未到任' },
    ...fields,
  })
  return {
    asked,
    extend: (fields: Partial<Asked> = {}) => county().as('office').get('assessment.extend', asked(fields)),

    /** The county's deadline with grace is `dueAt`, 评分 ends in thirty days, and nobody has an extension. */
    async arrange(dueAt: number, { grace = 0, lock = false } = {}): Promise<void> {
      const reviewDeadline = Date.now() + 30 * DAY
      const cycle = { selfDeadline: dueAt - grace, grace, lockAfterDeadline: lock, reviewDeadline }
      await county().arrangeCycle({ phase: 'self-assessment', ...cycle })
      const { database } = county()
      for (const unitId of ['township-a', 'township-b', 'system-a']) {
        await county().arrange(unitId, {
          ...{ stage: 'filling', submission: null, sentToChair: null, openedBy: {}, history: [], manifest: [] },
          ...{ selfDueAt: dueAt, selfOpenUntil: lock ? dueAt : reviewDeadline, reviewOpenUntil: reviewDeadline },
          untold: null,
        })
        const sheet = database.collection('assessments').doc(`${cycleId}:${unitId}`)
        await sheet.update({ extension: database.command.remove() })
      }
    },

    /** The unit as the office's overview shows it. */
    async rowOf(unitId: string) {
      const { units, abilities } = await county().as('office').get('office.overview', { cycleId })
      expect(abilities['assessment.extend']).toBe(true)
      return units.find(unit => unit.unitId === unitId)
    },
  }
}
