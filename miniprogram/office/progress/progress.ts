import type { OverviewUnit } from '#shared/contract/office-contract'
import { audienceNames } from '#shared/rubric/audience-names'
import { type Audience, audiences as inOrder } from '#shared/rubric/rubric'

/** 应报、已报、逾期: what the office says aloud when somebody asks how far the county is. */
export interface Progress {
  due: number
  submitted: number
  /** Not submitted although the deadline has passed. */
  overdue: number
  /** Not submitted and not late, because they have 展期. */
  extended: number
  /** Of the submitted: 待补充. */
  supplementing: number
  /** Of the submitted: every item has its 定分. */
  reviewed: number
}

export function progressOf(units: readonly OverviewUnit[]): Progress {
  return {
    due: units.length,
    submitted: units.filter(isSubmitted).length,
    overdue: units.filter(unit => unit.overdue).length,
    extended: units.filter(isExtended).length,
    supplementing: units.filter(unit => unit.state === 'supplementing').length,
    reviewed: units.filter(unit => unit.score.complete).length,
  }
}

/** 开发区、乡镇 · 系统 · 党群、政府、政法系统 · 直属企业: the order of the annexes. */
export const audiences: readonly { audience: Audience; name: string }[] = inOrder.map(audience => {
  return { audience, name: audienceNames[audience] }
})

/** Which rows of the board are shown. */
export type BoardFilter = 'all' | 'not-submitted' | 'supplementing' | 'not-reviewed'

export const boardFilters: readonly { filter: BoardFilter; name: string }[] = [
  { filter: 'all', name: '全部' },
  { filter: 'not-submitted', name: '没报' },
  { filter: 'supplementing', name: '待补充' },
  { filter: 'not-reviewed', name: '没评完' },
]

const belongs: Record<BoardFilter, (unit: OverviewUnit) => boolean> = {
  all: () => true,
  'not-submitted': unit => !isSubmitted(unit),
  supplementing: unit => unit.state === 'supplementing',
  'not-reviewed': unit => isSubmitted(unit) && !unit.score.complete,
}

/** The units of one audience that a filter keeps, in the county's order, with their number in that order. */
export function boardUnits(
  units: readonly OverviewUnit[],
  audience: Audience,
  filter: BoardFilter,
): { number: number; unit: OverviewUnit }[] {
  return units
    .filter(unit => unit.audience === audience)
    .map((unit, index) => ({ number: index + 1, unit }))
    .filter(({ unit }) => belongs[filter](unit))
}

/** Has another day than the county, and that has not passed. */
export function isExtended(unit: Pick<OverviewUnit, 'submittedAt' | 'extension' | 'overdue'>): boolean {
  return unit.extension !== null && !isSubmitted(unit) && !unit.overdue
}

export function isSubmitted(unit: Pick<OverviewUnit, 'submittedAt'>): boolean {
  return unit.submittedAt !== null
}
