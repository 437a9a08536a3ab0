import type { SavedTargets, TargetCell, TargetTable } from '#shared/contract/target-contract'
import type { MeasureId } from '#shared/rules/rule'
import { readCount } from '../../records/typed-values'

/** A cell whose text the county does not have yet, upon the number that stood there when it was typed. */
export interface TypedTarget {
  unitId: string
  measure: MeasureId
  text: string
  from: number | null
}
/** By `targetKey`. */
export type TypedTargets = Readonly<Record<string, TypedTarget>>
export type TargetPlace = Pick<TypedTarget, 'unitId' | 'measure'>

export function targetKey({ unitId, measure }: TargetPlace): string {
  return `${unitId}:${measure}`
}

/** What the table holds in this cell; undefined where the unit's annex does not ask for it. */
export function standingTarget(table: TargetTable, { unitId, measure }: TargetPlace): number | null | undefined {
  const unit = table.units.find(row => row.unitId === unitId)
  const place = table.measures.findIndex(described => described.measure === measure)
  if (!unit || !table.measures[place]?.items.some(({ audience }) => audience === unit.audience)) return undefined
  return unit.numbers[place] ?? null
}

/**
 * How a typed cell stands to the table: `ready` to be saved; `bad`, no number; `stale`, somebody changed the cell since it
 * was typed, so that a person looks at both; `same`, nothing to save.
 */
export type TypedState = 'ready' | 'bad' | 'stale' | 'same'
export function typedState(typed: TypedTarget, table: TargetTable): TypedState {
  const read = readCount(typed.text)
  if ('why' in read) return 'bad'
  const standing = standingTarget(table, typed) ?? null
  if (read.number === standing) return 'same'
  return typed.from === standing ? 'ready' : 'stale'
}

/** One call takes so many. */
const MOST_CELLS = 500

/** What can be saved now. */
export function readyCells(typed: TypedTargets, table: TargetTable): TargetCell[] {
  return Object.values(typed)
    .filter(cell => typedState(cell, table) === 'ready')
    .slice(0, MOST_CELLS)
    .flatMap(({ unitId, measure, text, from }) => {
      const read = readCount(text)
      return 'why' in read ? [] : [{ unitId, measure, from, to: read.number }]
    })
}

/** The typed cells with these texts. Each stands upon what the table holds now: the person sees it while typing. */
export function withTyped(
  typed: TypedTargets,
  texts: readonly (TargetPlace & { text: string })[],
  table: TargetTable,
): TypedTargets {
  const added = texts.map(({ unitId, measure, text }) => {
    const from = standingTarget(table, { unitId, measure }) ?? null
    return [targetKey({ unitId, measure }), { unitId, measure, text, from }] as const
  })
  return { ...typed, ...Object.fromEntries(added) }
}

/** Without the cells that say what stands, except those of which a change is under way. */
export function withoutSame(typed: TypedTargets, table: TargetTable, underWay: readonly TargetCell[]): TypedTargets {
  const keep = new Set(underWay.map(targetKey))
  return Object.fromEntries(
    Object.entries(typed).filter(([key, cell]) => keep.has(key) || typedState(cell, table) !== 'same'),
  )
}

/** Brings the answer to saved cells into the table and the typed cells. What was typed meanwhile waits upon what stands. */
export function settle(
  before: { table: TargetTable; typed: TypedTargets },
  sent: readonly TargetCell[],
  { revision, stale }: SavedTargets,
): { table: TargetTable; typed: TypedTargets } {
  const refused = new Map(stale.map(cell => [targetKey(cell), cell.current]))
  const standing = new Map(sent.map(cell => [targetKey(cell), refused.get(targetKey(cell)) ?? null]))
  for (const cell of sent) if (!refused.has(targetKey(cell))) standing.set(targetKey(cell), cell.to)
  const { measures, units } = before.table
  const table = {
    ...before.table,
    revision,
    units: units.map(unit => {
      const numbers = unit.numbers.map((number, place) => {
        const key = targetKey({ unitId: unit.unitId, measure: measures[place]?.measure ?? '' })
        return standing.has(key) ? (standing.get(key) ?? null) : number
      })
      return numbers.some((number, place) => number !== unit.numbers[place]) ? { ...unit, numbers } : unit
    }),
  }
  const saved = new Map(sent.filter(cell => !refused.has(targetKey(cell))).map(cell => [targetKey(cell), cell.to]))
  const typed = Object.fromEntries(
    Object.entries(before.typed).map(([key, cell]) => {
      const now = saved.get(key)
      return [key, now === undefined ? cell : { ...cell, from: now }]
    }),
  )
  return { table, typed: withoutSame(typed, table, []) }
}
