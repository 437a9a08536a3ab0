import { mergeTallies } from '../scoring/tally'
import type { Assessment, Summary } from './assessment'

/** 未开始 · 填报中 · 待主席审核 · 已报送 · 待补充 · 已评 · 已核对, in this order. */
export const unitStates = [
  'not-started',
  'filling',
  'awaiting-chair',
  'submitted',
  'supplementing',
  'reviewed',
  'checked',
] as const
export type UnitState = (typeof unitStates)[number]

export const unitStateNames: Record<UnitState, string> = {
  'not-started': '未开始',
  filling: '填报中',
  'awaiting-chair': '待主席审核',
  submitted: '已报送',
  supplementing: '待补充',
  reviewed: '已评',
  checked: '已核对',
}

/** The state that people see. Derived, so it can never disagree with the figures beside it. */
export function unitState(assessment: Pick<Assessment, 'stage' | 'summary'>, itemCount: number): UnitState {
  const { stage, summary } = assessment
  if (stage === 'filling') return summary.self.count === 0 && summary.materials === 0 ? 'not-started' : 'filling'
  if (stage !== 'submitted') return stage
  if (summary.supplementsOpen > 0) return 'supplementing'
  return decidedCount(summary) === itemCount ? 'reviewed' : 'submitted'
}

/** How many items have their 定分. */
export function decidedCount(summary: Summary): number {
  return mergeTallies(Object.values(summary.byDepartment)).count
}
