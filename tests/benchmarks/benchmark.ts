import type { BuildName } from '../../localcloud/builds'

/** One measured figure against its budget of the design. */
export interface Figure {
  /** What was measured, as the row of the table says it. */
  what: string
  measured: number
  /** Absent where a figure only stands beside the others, to compare with. */
  budget?: number
  unit: string
  /** `most`: the budget is an upper bound; `least`: a lower one. */
  bound: 'most' | 'least'
}

export interface Benchmark {
  name: string
  /** What must be built before it can be measured. */
  needs: BuildName[]
  measure: () => Promise<Figure[]>
}

export function holds({ measured, budget, bound }: Figure): boolean {
  return budget === undefined || (bound === 'most' ? measured <= budget : measured >= budget)
}

/** Prints the table, then one JSON object on the last line: the figure nearest to, or furthest over, its budget. */
export function report(name: string, figures: Figure[]): boolean {
  console.table(Object.fromEntries(figures.map(figure => [figure.what, rowOf(figure)])))
  const [tightest] = [...figures].sort((a, b) => strain(b) - strain(a))
  const all = figures.every(holds)
  if (tightest) {
    const { measured, budget, unit } = tightest
    console.log(JSON.stringify({ bench: name, measured, budget, unit, holds: all }))
  }
  return all
}

function rowOf(figure: Figure) {
  const { measured, budget, unit, bound } = figure
  return budget === undefined
    ? { measured, unit }
    : { measured, [bound === 'most' ? '≤' : '≥']: budget, unit, holds: holds(figure) }
}

function strain({ measured, budget, bound }: Figure): number {
  if (budget === undefined) return 0
  return bound === 'most' ? measured / budget : budget / measured
}

export const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10
