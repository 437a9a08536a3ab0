import { type Problem, type ProblemCode, type ProblemDetails, problem } from '#shared/errors/problems'

/** Something without which the request cannot be answered, and what is said then. */
export class Needed<Value> {
  constructor(
    readonly value: Promise<Value | null>,
    readonly absence: Problem,
  ) {}
}

/** Loads what must be there: `needed(readCycle(cycleId), 'cycle.none')`. */
export function needed<Value, Code extends ProblemCode>(
  value: Promise<Value | null>,
  code: Code,
  ...details: ProblemDetails<Code>
): Needed<Value> {
  return new Needed(value, problem(code, ...details))
}

/** What a request loads, by name; all of it in one parallel round trip. */
export type Loads = Record<string, Promise<unknown> | Needed<unknown>>
export type Loaded<Of extends Loads> = { [Name in keyof Of]: Settled<Of[Name]> }
/** Of either kind of load: what is loaded may depend on what is asked. */
type Settled<Load> = Load extends Needed<infer Value> ? Value : Awaited<Load>

/** Waits for all of it. What is missing is reported, not thrown: who may ask is decided first. */
export async function settle<Of extends Loads>(loads: Of): Promise<{ loaded: Loaded<Of>; missing: Problem | null }> {
  let missing: Problem | null = null
  const settled = await Promise.all(
    Object.entries(loads).map(async ([name, load]) => {
      if (!(load instanceof Needed)) return [name, await load] as const
      const value = await load.value
      if (value === null) missing ??= load.absence
      return [name, value] as const
    }),
  )
  // Parsing: the entries are those of `loads`, and nothing looks at them where something is missing.
  return { loaded: Object.fromEntries(settled) as Loaded<Of>, missing }
}
