import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { AssessedItem } from '#shared/assessment/assessment'
import { summarize } from '#shared/assessment/summarize'
import { itemsOf, type Rubric } from '#shared/rubric/rubric'
import { checkSelfScore } from '#shared/scoring/check-self-score'
import { totalOf } from '#shared/scoring/tally'
import type { Benchmark } from './benchmark'

const signature = { name: '李晓燕', memberId: 'm-1', at: 0 }

/** Check and totals of a 25-item sheet on one core; a guard against accidental complexity. */
const scoring: Benchmark = {
  name: 'scoring',
  needs: [],
  measure: async () => {
    const [rubric] = shippedRubrics
    if (!rubric) throw new Error('annex 1 is missing')
    const sheets = Array.from({ length: 200 }, (_, seed) => sheetOf(rubric, seed))
    const items = itemsOf(rubric)
    let refused = 0
    let points = 0
    const run = (sheet: Record<string, AssessedItem>) => {
      for (const item of items) {
        const self = sheet[item.id]?.self
        if (self && checkSelfScore(item, self)) refused += 1
      }
      points += totalOf(summarize(rubric, { items: sheet, materials: {} }).self, 'rescale')
    }
    for (let round = 0; round < 50; round += 1) sheets.forEach(run)
    const started = performance.now()
    const rounds = 1000
    for (let round = 0; round < rounds; round += 1) sheets.forEach(run)
    const seconds = (performance.now() - started) / 1000
    if (refused > 0 || points === 0) throw new Error('the measured sheets must be valid')
    return [
      {
        what: 'check and totals, 25 items',
        measured: Math.round((rounds * sheets.length) / seconds),
        budget: 200_000,
        unit: 'sheets/s',
        bound: 'least',
      },
    ]
  },
}

function sheetOf(rubric: Rubric, seed: number): Record<string, AssessedItem> {
  return Object.fromEntries(
    itemsOf(rubric).map((item, index) => {
      const notApplicable = (seed + index) % 20 === 0 ? '辖区无规模以上企业' : null
      const score = notApplicable ? null : item.points - 50 * ((seed + index) % 3)
      return [item.id, { self: { revision: 1, score, notApplicable, remark: '发卡486张', signature } }]
    }),
  )
}

export default scoring
