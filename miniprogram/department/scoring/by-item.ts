import type { ByItem, ByItemUnit, DecidedReviews } from '#shared/contract/review-contract'
import { isOpenForReview, type standingScore } from '../../components/scoring/review-draft'

/** A unit's row with what stands in it. */
export interface StandingUnit extends ByItemUnit {
  standing: ReturnType<typeof standingScore>
}

/** The next unit after `from` that can be scored and has no 定分, else the first one; null where none is left. */
export function nextOpenUnit(units: readonly StandingUnit[], from: string | null): string | null {
  const waiting = (unit: StandingUnit) => unit.mine && isOpenForReview(unit.state) && unit.standing.kind !== 'decided'
  const place = units.findIndex(unit => unit.unitId === from)
  const next = units.slice(place + 1).find(waiting) ?? units.find(waiting)
  return next?.unitId ?? null
}

/** The units with what 定分 answered; a stale verdict brings what stands now. */
export function withDecidedUnits(byItem: ByItem, decided: DecidedReviews): ByItem {
  const { itemId } = byItem
  return {
    ...byItem,
    units: byItem.units.map(unit => {
      const stale = decided.verdicts.find(({ unitId, kind }) => kind === 'stale' && unitId === unit.unitId)
      const stands = stale?.kind === 'stale' ? stale.current : decided.items[unit.unitId]?.[itemId]
      return { ...unit, ...stands, state: decided.states[unit.unitId] ?? unit.state }
    }),
  }
}

/** The 扣分说明 of the 定分 that the page shows, with whose they are. */
export function decidedReasons(units: readonly ByItemUnit[]) {
  return units.flatMap(({ name, decision }) => (decision?.reasons ?? []).map(reason => ({ ...reason, unitName: name })))
}

/** 定分 n家，还有m家, over the units that can be scored. */
export function countDecided(units: readonly ByItemUnit[]): { decided: number; left: number } {
  const open = units.filter(unit => isOpenForReview(unit.state))
  const decided = open.filter(unit => unit.decision !== null).length
  return { decided, left: open.length - decided }
}
