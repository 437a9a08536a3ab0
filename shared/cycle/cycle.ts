import type { Instant } from '../assessment/assessment'
import type { Audience } from '../rubric/rubric'
import type { Decision } from '../rules/decided-choices'
import type { Hundredths } from '../scoring/points'
import type { NotApplicableRule } from '../scoring/tally'

/** 准备 · 自评报送 · 评分 · 联审汇总 · 得分核对 · 主席办公会审定 · 公示 · 归档: the year, in this order. */
export const phases = [
  'preparation',
  'self-assessment',
  'review',
  'joint-review',
  'score-check',
  'approval',
  'publicity',
  'archived',
] as const
export type Phase = (typeof phases)[number]

export const phaseNames: Record<Phase, string> = {
  preparation: '准备',
  'self-assessment': '自评报送',
  review: '评分',
  'joint-review': '联审汇总',
  'score-check': '得分核对',
  approval: '主席办公会审定',
  publicity: '公示',
  archived: '归档',
}

/** 考核周期: one year's assessment. `_id` is the year, 「2026」. */
export interface Cycle {
  _id: string
  /** 2026年度考核 */
  title: string
  /** 依据文号: 县工〔2026〕11号 */
  documentNumber: string
  phase: Phase
  selfDeadline: Instant
  /** Milliseconds after the deadline in which 报送 is not yet late. */
  grace: number
  /** Whether nothing can be changed or submitted after deadline + grace + extension. */
  lockAfterDeadline: boolean
  reviewDeadline: Instant
  /** 部室评分的步长: 50 (0.5 分) or 10 (0.1 分). */
  departmentStep: 10 | 50
  notApplicable: NotApplicableRule
  /** Who may 定分: the head alone, or any reviewer of the department. */
  decidedBy: 'department-head' | 'any-reviewer'
  rubricVersionIds: Record<Audience, string>
  /** What the annexes leave open, and how it was decided for this year. */
  decisions?: Decision[]
  openedAt: Instant
  /**
   * 演练: in no list and no rank of the county; `code` lets anybody join, null nobody any more; since `clearingSince` the
   * clock removes what was tried. Absent in a real year.
   */
  rehearsal?: { code: string | null; clearingSince?: Instant }
  /** What units or departments are to be told of the whole year, by the clock, in this order. */
  untold?: YearNews[]
}

/** News that concerns everybody of the county. */
export type YearNews = 'year-opened' | 'all-in' | 'released'

/** The step of a self-score: 0.5 分. */
export const selfStep: Hundredths = 50

/** When a unit's 报送 is due and until when it may change anything, copied into its assessment. */
export function deadlinesOf(
  cycle: Pick<Cycle, 'selfDeadline' | 'grace' | 'lockAfterDeadline' | 'reviewDeadline'>,
  extension = 0,
): { selfDueAt: Instant; selfOpenUntil: Instant; reviewOpenUntil: Instant } {
  const selfDueAt = cycle.selfDeadline + cycle.grace + extension
  return {
    selfDueAt,
    selfOpenUntil: cycle.lockAfterDeadline ? selfDueAt : Math.max(selfDueAt, cycle.reviewDeadline),
    reviewOpenUntil: cycle.reviewDeadline,
  }
}

/** Whether a 报送 at `at` is 逾期报送. The last moment itself is in time. */
export function isLate(at: Instant, selfDueAt: Instant): boolean {
  return at > selfDueAt
}

/** 自评 belongs to two phases: its own, and 评分 for those who are late, have an extension or are asked to supply. */
export function unitsStillFill({ phase }: Pick<Cycle, 'phase'>): boolean {
  return phase === 'self-assessment' || phase === 'review'
}

/** From 得分核对 on, units see the departments' scores and reasons. */
export function scoresReachUnits(cycle: Pick<Cycle, 'phase'>): boolean {
  return phases.indexOf(cycle.phase) >= phases.indexOf('score-check')
}
