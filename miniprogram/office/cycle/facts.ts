import type { CycleView } from '#shared/contract/cycle-contract'
import { printClock, printWeekday } from '#shared/cycle/beijing-time'
import { printPoints } from '#shared/scoring/points'

export const notApplicableNames: Record<CycleView['notApplicable'], string> = {
  full: '按满分计入',
  rescale: '按其余各项的得分率折算',
  zero: '按0分计入',
}

export const decidedByNames: Record<CycleView['decidedBy'], string> = {
  'department-head': '部室负责人',
  'any-reviewer': '部室里的评分人',
}

/** What was fixed when the year began. */
export function factsOf(cycle: CycleView): { name: string; value: string }[] {
  const hours = cycle.grace / 3_600_000
  const moment = (instant: number) => `${printWeekday(instant)} ${printClock(instant)}`
  return [
    { name: '依据文号', value: cycle.documentNumber },
    { name: '自评报送截止', value: moment(cycle.selfDeadline) },
    { name: '宽限', value: hours === 0 ? '没有' : `${hours}小时` },
    { name: '截止以后', value: cycle.lockAfterDeadline ? '不能再报送' : '还能报送，记逾期报送' },
    { name: '评分截止', value: moment(cycle.reviewDeadline) },
    { name: '部室评分每步', value: `${printPoints(cycle.departmentStep)} 分` },
    { name: '不涉及', value: notApplicableNames[cycle.notApplicable] },
    { name: '谁能定分', value: decidedByNames[cycle.decidedBy] },
  ]
}
