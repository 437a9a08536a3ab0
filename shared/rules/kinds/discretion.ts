import type { Hundredths } from '../../scoring/points'
import { noMarks, type Outcome, say, step } from '../outcome'

export function judgeDiscretion(maximum: Hundredths): Outcome {
  return {
    least: 0,
    most: maximum,
    marks: noMarks,
    steps() {
      return [step(`由责任部室评定，0 至 ${say(maximum)}`, 0)]
    },
  }
}
