import fc from 'fast-check'
import { shippedRubrics } from '#rubrics/shipped-rubrics'
import type { AssessedItem, Decision, SelfScore } from '#shared/assessment/assessment'
import { type Item, itemsOf, type Rubric } from '#shared/rubric/rubric'

const signature = { name: '李晓燕', memberId: 'm-1', at: 0 }

/** One of the four annexes of the source. */
export const anyRubric: fc.Arbitrary<Rubric> = fc.constantFrom(...shippedRubrics)

/** A score of `item` in whole steps, between nothing and its maximum. */
export const scoreOf = (item: Item, step: number) =>
  fc.integer({ min: 0, max: item.points / step }).map(steps => steps * step)

const selfOf = (item: Item): fc.Arbitrary<SelfScore> =>
  fc
    .oneof(
      scoreOf(item, 50).map(score => ({ score, notApplicable: null })),
      fc.constant({ score: null, notApplicable: '辖区无规模以上企业' }),
      fc.constant({ score: null, notApplicable: null }),
    )
    .map(answer => ({ ...answer, revision: 1, remark: '', signature }))

const decisionOf = (item: Item): fc.Arbitrary<Decision> =>
  fc
    .oneof(
      scoreOf(item, 10).map(score => ({ score, notApplicableAgreed: false })),
      fc.constant({ score: null, notApplicableAgreed: true }),
    )
    .map(answer => ({ ...answer, revision: 1, reasons: [], seen: [], comment: '', seenSelfRevision: 1, signature }))

/** Items of a sheet of `rubric`, anything between untouched and fully decided. */
export function itemsOfSheet(rubric: Rubric): fc.Arbitrary<Record<string, AssessedItem>> {
  const entries = itemsOf(rubric).map(item =>
    fc
      .record({
        self: fc.option(selfOf(item), { nil: undefined }),
        decision: fc.option(decisionOf(item), { nil: undefined }),
      })
      .map(({ self, decision }): [string, AssessedItem] => [
        item.id,
        { ...(self ? { self } : {}), ...(decision ? { reviews: { [item.department]: decision } } : {}) },
      ]),
  )
  return fc.tuple(...entries).map(pairs => Object.fromEntries(pairs))
}

/** A rubric and the items of one of its sheets. */
export const anySheet = anyRubric.chain(rubric => itemsOfSheet(rubric).map(items => ({ rubric, items })))
