import type { CycleView } from '#shared/contract/cycle-contract'
import type { OverviewUnit } from '#shared/contract/office-contract'

/** 15 December 2026, 18:00 in Beijing. */
export const deadline = Date.UTC(2026, 11, 15, 10)

export const cycle: CycleView = {
  cycleId: '2026',
  title: '2026年度考核',
  documentNumber: '县工〔2026〕11号',
  phase: 'self-assessment',
  selfDeadline: deadline,
  grace: 0,
  lockAfterDeadline: false,
  reviewDeadline: deadline + 10 * 86_400_000,
  departmentStep: 50,
  notApplicable: 'full',
  decidedBy: 'any-reviewer',
  rubricVersionIds: {
    township: 'township@2026',
    system: 'system@2026',
    'party-government': 'party-government@2026',
    enterprise: 'enterprise@2026',
  },
}

/** A unit that has submitted in time and is not scored; `known` says what is different. */
export function overviewUnit(name: string, known: Partial<OverviewUnit> = {}): OverviewUnit {
  return {
    unitId: name,
    name,
    audience: 'township',
    chair: { name: '王海涛', phone: '138 0000 0312' },
    state: 'submitted',
    submittedAt: deadline - 3_600_000,
    late: false,
    dueAt: deadline,
    extension: null,
    overdue: false,
    fromPaper: false,
    itemCount: 25,
    filled: 25,
    selfTotal: 9650,
    selfMaximum: 10000,
    byDepartment: {},
    score: { total: 0, complete: false },
    ...known,
  }
}

export const notSubmitted = { state: 'filling', submittedAt: null } as const
export const overdue = { ...notSubmitted, overdue: true } as const
