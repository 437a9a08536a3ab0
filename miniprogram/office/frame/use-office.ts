import type { RequestName } from '#shared/contract/api-contract'
import type { CycleView } from '#shared/contract/cycle-contract'
import type { Overview } from '#shared/contract/office-contract'
import { useIdentity } from '../../backend/identity'
import { type Requested, useRequest } from '../../backend/use-request'

export interface Office {
  /** `none`: no cycle was opened yet. `strange`: the person's posts do not include this. */
  status: 'loading' | 'ready' | 'failed' | 'none' | 'strange'
  cycle: CycleView | null
  overview: Requested<'office.overview'>
}

/** The county's year as the office's pages share it: one request, one answer on all of them. */
export function useOffice(): Office & { units: Overview['units'] } {
  const { whoAmI, status } = useIdentity()
  const cycle = whoAmI?.cycle ?? null
  const overview = useRequest('office.overview', cycle ? { cycleId: cycle.cycleId } : null, { keep: true })
  const units = overview.output?.units ?? []
  if (!whoAmI) return { status: status === 'failed' ? 'failed' : 'loading', cycle, overview, units }
  if (overview.problem?.code === 'permission.denied' || overview.problem?.code === 'identity.required')
    return { status: 'strange', cycle, overview, units }
  if (!cycle) return { status: 'none', cycle, overview, units }
  return { status: overview.status, cycle: overview.output?.cycle ?? cycle, overview, units }
}

/** The same word for a request of its own, on a page that does not need the year. */
export function statusOf({ status, problem }: Pick<Requested<RequestName>, 'status' | 'problem'>): Office['status'] {
  const isStrange = problem?.code === 'permission.denied' || problem?.code === 'identity.required'
  return isStrange ? 'strange' : status
}
