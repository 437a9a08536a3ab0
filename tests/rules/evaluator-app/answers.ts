import type { Item } from '#shared/rubric/rubric'
import { evaluateItem } from '#shared/rules/evaluate'
import { countedIn, targetsIn } from '#shared/rules/measures'
import type { CountyRecord, UnitRecords } from '#shared/rules/unit-records'

// Bundled twice, for the function and for the mini-program, so it asks nothing of either: plain data in, text out.

/** Units that each item is asked about. */
const units = 12

/** Everything that the evaluator says of an item over the records of some units, as one text. */
export function answersTo(item: Item, seed: number): string {
  const draw = drawFrom(seed + 1)
  return JSON.stringify(
    Array.from({ length: units }, () => {
      const { figure, bound, marks, facts, trail } = evaluateItem(item, recordsFor(item, draw))
      return { figure, bound, marks, facts, trail: trail() }
    }),
  )
}

type Draw = <Value>(from: readonly Value[]) => Value | undefined

/** Ordinary counts and bounds of the rules many times, and now and then what no county would keep. */
const amounts = [
  ...[0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 10, 11, 19, 20, 70, 79.9, 80, 85, 94.999, 95, 100, 100, 1_000, 100_000],
  ...[0.1, 1 / 3, 0.5, -0, -1, 1e-9, 9_999_999.99, 10_000_000, 1e308],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.MIN_VALUE],
]
const sources = ['县总签到记录', '宣教部采用稿件记录', '']
const whats = ['3月12日主席会议：主席', '', '“引号”\\\n\u2028😀', '0.1']

function recordsFor(item: Item, draw: Draw): UnitRecords {
  return {
    counts: some([...countedIn(item).map(({ measure }) => measure), '__proto__'], draw, () => recordOf(draw)),
    targets: some(targetsIn(item), draw, () => draw(amounts) ?? 0),
    scores: some(['self', 'second', 'total', 'key', 'daily'], draw, () => scoreOf(draw)),
    subordinates: some(['branches'], draw, () => list(draw, () => scoreOf(draw))),
    group: draw([null, '农场', '局直', 'toString', '__proto__']) ?? null,
    place: draw([null, 1, 2, 3, 4]) ?? null,
  }
}

function recordOf(draw: Draw): CountyRecord {
  const entries = list(draw, () => ({
    what: draw(whats) ?? '',
    count: draw(amounts) ?? 0,
    ...draw([{}, { date: '2026-03-12' }, { date: '', entryId: 'e-1' }]),
  }))
  return { source: draw(sources) ?? '', entries }
}

const scoreOf = (draw: Draw) =>
  50 * (draw([0, 1, 20, 179, 180, 199, 200, 250]) ?? 0) + (draw([0, 0, 1, 0.5, -9e9]) ?? 0)

function some<Value>(names: readonly string[], draw: Draw, make: () => Value): Map<string, Value> {
  const drawn = new Map<string, Value>()
  for (const name of names) if (draw([true, true, true, true, false])) drawn.set(name, make())
  return drawn
}

function list<Value>(draw: Draw, make: () => Value): Value[] {
  return Array.from({ length: draw([0, 1, 1, 1, 2, 3]) ?? 0 }, make)
}

/** The same choices wherever it runs: a counter, mixed in whole 32-bit numbers (mulberry32). */
function drawFrom(seed: number): Draw {
  let state = seed
  return from => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return from[((mixed ^ (mixed >>> 14)) >>> 0) % from.length]
  }
}
