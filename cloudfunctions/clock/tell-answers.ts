import { textKey } from '../repositories/content-checks'
import { listPeopleOf } from '../repositories/members'
import { planNotices } from '../repositories/notices'
import { listUntoldAnswers, noteAnswersTold } from '../repositories/record-doubts'
import { readUnits } from '../repositories/units'
import { planInParts } from './plan-in-parts'
import { peopleFor, planFor } from './plan-notice'
import type { Step } from './step'

const ANSWERS = 50

/** 有出入 was answered: who said so hears it, whether the record was corrected or explained. */
export const tellAnswers: Step = {
  name: 'tell-answers',
  async run({ now }) {
    const answered = await listUntoldAnswers(ANSWERS)
    if (answered.length === 0) return null
    const unitIds = [...new Set(answered.map(({ unitId }) => unitId))]
    const [people, units] = await Promise.all([listPeopleOf(unitIds), readUnits(unitIds)])
    const unitNames = new Map(units.map(({ _id, name }) => [_id, name]))
    const planned = answered.flatMap(({ cycleId, unitId, answer }) => {
      if (!answer) return []
      const { by, text, signature } = answer
      return planFor(
        peopleFor('doubt-answered', unitId, people, now),
        {
          ...{ kind: 'doubt-answered' as const, cycleId, unitId, itemId: null, occasion: signature.at },
          unitName: unitNames.get(unitId) ?? '',
          facts: { by, text },
          quotes: { key: textKey({ side: by, text }), text },
        },
        now,
      )
    })
    await planInParts(planned, planNotices)
    await noteAnswersTold(answered.map(({ _id }) => _id))
    return answered.length < ANSWERS ? null : 'more'
  },
}
