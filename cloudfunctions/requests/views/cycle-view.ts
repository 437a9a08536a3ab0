import type { CycleView } from '#shared/contract/cycle-contract'
import type { Cycle } from '#shared/cycle/cycle'

/** The cycle as every screen sees it; the code of a 演练 is the office's to give out. */
export function cycleView({ _id, openedAt: _openedAt, rehearsal, ...cycle }: Cycle): CycleView {
  return { cycleId: _id, ...cycle, ...(rehearsal ? { rehearsal: true } : {}) }
}
