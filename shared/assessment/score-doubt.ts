import type { DepartmentId } from '../rubric/rubric'
import { printPoints } from '../scoring/points'
import type { ReviewScore } from './assessment'
import type { Signature } from './signature'

/** 疑问: the unit asks the department to look at its score again (「这项请再看看」). Not 有出入, which doubts a record. */
export interface ScoreDoubt {
  /** Counts everything that became of it from 1, so that nobody answers words that meanwhile are others. */
  revision: number
  /** Whose score it is, and who answers. */
  departmentId: DepartmentId
  text: string
  signature: Signature
  state: 'open' | 'withdrawn' | 'answered'
  answer: ScoreDoubtAnswer | null
}

/** 维持 with words, or another score, whose 扣分说明 are words enough. */
export interface ScoreDoubtAnswer {
  kind: 'kept' | 'changed'
  text: string
  signature: Signature
}

type Doubted = { doubt?: Pick<ScoreDoubt, 'state'> } | undefined

export function isDoubtOpen(assessed: Doubted): boolean {
  return assessed?.doubt?.state === 'open'
}

export function isDoubtAnswered(assessed: Doubted): boolean {
  return assessed?.doubt?.state === 'answered'
}

/** 维持4分 · 改为4.5分 · 同意不涉及: what the answer came to, by the score that stands with it. */
export function outcomeOf(
  { kind }: Pick<ScoreDoubtAnswer, 'kind'>,
  standing: Pick<ReviewScore, 'score' | 'notApplicableAgreed'> | null | undefined,
): string {
  const verb = kind === 'kept' ? '维持' : '改为'
  if (standing?.notApplicableAgreed) return `${verb}不涉及`
  return typeof standing?.score === 'number' ? `${verb}${printPoints(standing.score)}分` : verb
}
