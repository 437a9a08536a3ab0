import type { DeductionReason } from '../assessment/assessment'
import type { Hundredths } from './points'

/** A 扣分说明 as it was given to one unit. */
export interface GivenReason extends DeductionReason {
  unitName: string
}

/** 扣分说明 that were used before, most used first; the same words with other points are another entry. */
export function usedPhrases(given: readonly DeductionReason[]): (DeductionReason & { times: number })[] {
  const used = new Map<string, DeductionReason & { times: number }>()
  for (const { phrase, points } of given) {
    const known = used.get(`${phrase}\n${points}`)
    used.set(`${phrase}\n${points}`, { phrase, points, times: (known?.times ?? 0) + 1 })
  }
  return [...used.values()].sort((a, b) => b.times - a.times)
}

/** 同样问题扣分不一: the same words for the same item, with different points, and who got which. */
export interface UnequalPhrase {
  phrase: string
  uses: { unitName: string; points: Hundredths }[]
}

/** Finds what a department would have to defend: phrases whose points differ between units, in the order of first use. */
export function unequalPhrases(given: readonly GivenReason[]): UnequalPhrase[] {
  const byPhrase = new Map<string, UnequalPhrase>()
  for (const { phrase, points, unitName } of given) {
    const known = byPhrase.get(phrase) ?? { phrase, uses: [] }
    known.uses.push({ unitName, points })
    byPhrase.set(phrase, known)
  }
  return [...byPhrase.values()].filter(({ uses }) => new Set(uses.map(use => use.points)).size > 1)
}
