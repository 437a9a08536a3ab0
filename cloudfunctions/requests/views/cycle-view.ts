import type { CycleView } from '#shared/contract/cycle-contract'
import type { Cycle } from '#shared/cycle/cycle'

/** The cycle as every screen sees it. */
export function cycleView({ _id, openedAt: _openedAt, ...cycle }: Cycle): CycleView {
  return { cycleId: _id, ...cycle }
}
