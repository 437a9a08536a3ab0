import type { BuildName } from '../../localcloud/builds'

/** One measured figure against its budget of the design. */
export interface Figure {
  /** What was measured, as the row of the table says it. */
  what: string
  measured: number
  budget: number
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

export function holds(figure: Figure): boolean {
  return figure.bound === 'most' ? figure.measured <= figure.budget : figure.measured >= figure.budget
}

/** Prints the table, then one JSON object on the last line: the figure nearest to, or furthest over, its budget. */
export function report(name: string, figures: Figure[]): boolean {
  console.table(
    Object.fromEntries(
      figures.map(figure => [
        figure.what,
        {
          measured: figure.measured,
          [figure.bound === 'most' ? '≤' : '≥']: figure.budget,
          unit: figure.unit,
          holds: holds(figure),
        },
      ]),
    ),
  )
  const [tightest] = [...figures].sort((a, b) => strain(b) - strain(a))
  const all = figures.every(holds)
  if (tightest) {
    const { measured, budget, unit } = tightest
    console.log(JSON.stringify({ bench: name, measured, budget, unit, holds: all }))
  }
  return all
}

const strain = ({ measured, budget, bound }: Figure) => (bound === 'most' ? measured / budget : budget / measured)

export const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10
