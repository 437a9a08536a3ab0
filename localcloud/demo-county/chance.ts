/** A small seeded generator (mulberry32), so that the demo county is the same county on every machine. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of `list`. */
export function oneOf<Entry>(chance: () => number, list: readonly [Entry, ...Entry[]]): Entry {
  return list[Math.floor(chance() * list.length)] ?? list[0]
}
