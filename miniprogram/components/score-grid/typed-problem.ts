import { type Hundredths, parsePoints, printPoints } from '#shared/scoring/points'

/** Why a typed score cannot stand, in the words of the list below the grid; null where it can. */
export function typedProblem(text: string, points: Hundredths, step: Hundredths): string | null {
  const score = parsePoints(text)
  if (score === null) return '不是分数'
  if (score < 0) return '不能低于 0 分'
  if (score > points) return `不能超过 ${printPoints(points)} 分`
  return score % step === 0 ? null : `每步是 ${printPoints(step)} 分`
}
