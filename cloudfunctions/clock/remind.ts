import { unitsStillFill } from '#shared/cycle/cycle'
import { nextReminder } from '#shared/notices/when'
import { itemsOf } from '#shared/rubric/rubric'
import { listToRemind, noteReminded } from '../repositories/assessment-news'
import { currentCycle } from '../repositories/cycles'
import { listPeopleOf } from '../repositories/members'
import { planNotices } from '../repositories/notices'
import { readRubricVersions } from '../repositories/rubric-versions'
import { readUnits } from '../repositories/units'
import { planInParts } from './plan-in-parts'
import { peopleFor, planFor } from './plan-notice'
import type { Step } from './step'

const SHEETS = 50

/**
 * 7, 3, 1 days and the last morning before a deadline, only to those who are not done. Each sheet says when it is
 * reminded next; that moves on only after its notices are planned, so a clock that dies in between plans the same again.
 */
export const remind: Step = {
  name: 'remind',
  async run({ now }) {
    const rows = await listToRemind(now, SHEETS)
    if (rows.length === 0) return null
    const unitIds = rows.map(({ unitId }) => unitId)
    const [cycle, people, units, rubrics] = await Promise.all([
      currentCycle(),
      listPeopleOf(unitIds),
      readUnits(unitIds),
      readRubricVersions(rows.map(({ rubricVersionId }) => rubricVersionId)),
    ])
    const nameOf = new Map(units.map(unit => [unit._id, unit.name]))
    const planned = rows.flatMap(row => {
      const { cycleId, unitId, selfDueAt, remindAt } = row
      if (cycle?._id !== cycleId || !unitsStillFill(cycle) || now >= selfDueAt || typeof remindAt !== 'number')
        return []
      const rubric = rubrics.get(row.rubricVersionId)
      const unfilled = rubric ? itemsOf(rubric).length - row.summary.self.count : 0
      const facts = { cycle: cycle.title, until: selfDueAt, unfilled, withChair: row.stage === 'awaiting-chair', now }
      return planFor(
        peopleFor('deadline-near', unitId, people, now),
        {
          ...{ kind: 'deadline-near' as const, cycleId, unitId, itemId: null, occasion: remindAt },
          ...{ facts, unitName: nameOf.get(unitId) ?? '', expiresAt: selfDueAt },
        },
        now,
      )
    })
    await planInParts(planned, planNotices)
    await Promise.all(
      [...new Set(rows.map(({ selfDueAt }) => selfDueAt))].map(dueAt =>
        noteReminded(
          rows.filter(({ selfDueAt }) => selfDueAt === dueAt),
          dueAt,
          nextReminder(dueAt, now),
        ),
      ),
    )
    return rows.length < SHEETS ? null : 'more'
  },
}
