import type { LastYearItem } from '#shared/contract/assessment-contract'
import { type Hundredths, printPoints } from '#shared/scoring/points'

/** 去年自评4，得分3.5; with last year's maximum where it was another than `points`. */
export function lastYearInWords({ self, released, points: then }: LastYearItem, points: Hundredths): string {
  const words = [
    ...(self ? [`自评${self.notApplicable === null ? scoreInWords(self.score) : '不涉及'}`] : []),
    ...(released ? [`得分${released.notApplicableAgreed ? '不涉及' : scoreInWords(released.score)}`] : []),
    ...(then === points ? [] : [`满分${printPoints(then)}`]),
  ]
  return `去年${words.join('，')}`
}

const scoreInWords = (score: Hundredths | null) => (score === null ? '没填' : printPoints(score))
