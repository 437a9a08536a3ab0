import { summarize } from '#shared/assessment/summarize'
import type { SelfScoreChange } from '#shared/contract/assessment-contract'
import { type County, cycleId } from '../county'
import { rubricOf } from './sheets'

const township = rubricOf('township')

/** The sheet of `township-a`, as tests of saving work on it. Call `reset` before each. */
export function savedSheet(county: () => County) {
  return {
    reset: () =>
      county().arrange('township-a', {
        stage: 'filling',
        submission: null,
        items: {},
        history: [],
        summary: summarize(township, { items: {}, materials: {} }),
        selfOpenUntil: Date.now() + 86_400_000,
      }),
    save: (changes: SelfScoreChange[], openid = 'filler-township-a', unitId = 'township-a') =>
      county().as(openid).get('assessment.save', { cycleId, unitId, changes }),
    verdictOf: (input: object, openid = 'filler-township-a') =>
      county()
        .as(openid)
        .verdict('assessment.save', { cycleId, unitId: 'township-a', ...input }),
    /** What is stored after all: history and summary follow the items. */
    async expectSound() {
      const stored = await county().stored('township-a')
      expect(withoutZeros(stored.summary.self)).toEqual(withoutZeros(summarize(township, stored).self))
      return stored
    },
    logged: (from: number): Record<string, unknown>[] =>
      county()
        .log.slice(from)
        .map(line => JSON.parse(line.replace(/^\[api\] /, ''))),
  }
}

const withoutZeros = ({ notApplicable, ...tally }: ReturnType<typeof summarize>['self']) => ({
  ...tally,
  notApplicable: Object.fromEntries(Object.entries(notApplicable).filter(([, count]) => count !== 0)),
})
