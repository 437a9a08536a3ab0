import type { DecisionChange } from '#shared/contract/review-contract'
import { arrange } from '../requests/matrix/states'
import { type County, cycleId } from '../support/county'
import { decision } from '../support/county/decisions'
import { change, rubricOf } from '../support/county/sheets'

const unitId = 'township-a'
const rubric = rubricOf('township')

/** Two people save the same items and different ones at the same time, one of them twice. Who loses twice is told 正忙. */
export async function collideOnSelfScores(county: County): Promise<number> {
  await arrange(county, 'filling')
  const saves = [
    [change('a1-01', { revision: 1 }), change('a1-02', { revision: 1 })],
    [change('a1-02', { revision: 1 }), change('a1-03', { revision: 1 })],
    [change('a1-03', { revision: 1 }), change('a1-01', { revision: 1 })],
    [change('a1-04', { revision: 1 })],
  ]
  const sent = [...saves, ...saves.slice(0, 1)]
  await Promise.all(
    sent.map((changes, place) => {
      const openid = place % 2 === 0 ? 'filler-township-a' : 'chair-township-a'
      return county.as(openid).verdict('assessment.save', { cycleId, unitId, changes })
    }),
  )
  return sent.length
}

/** Two departments decide at the same time, one of them from several machines, one of which sends twice. */
export async function collideOnDecisions(county: County): Promise<number> {
  await arrange(county, 'submitted')
  const head = (departmentId: string, decisions: DecisionChange[]) =>
    county.as(`head-${departmentId}`).verdict('review.decide', { cycleId, departmentId, decisions })
  const twice = [decision(rubric, 'a1-01'), decision(rubric, 'a1-02')]
  await Promise.all([
    head('general-office', twice),
    head('general-office', twice),
    head('general-office', [decision(rubric, 'a1-03'), decision(rubric, 'a1-04')]),
    head('general-office', [decision(rubric, 'a1-04'), decision(rubric, 'a1-18')]),
    head('organization', [decision(rubric, 'a1-05')]),
  ])
  return 5
}
