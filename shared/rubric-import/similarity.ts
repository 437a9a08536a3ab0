/**
 * How alike two wordings are, from 0 to 1: the share of neighbouring pairs of characters that they have in common (Dice).
 * Insensitive to clauses that change places, as they do when a duty is reworded.
 */
export function similarity(a: string, b: string): number {
  const [pairsOfA, pairsOfB] = [pairsOf(a), pairsOf(b)]
  const total = sizeOf(pairsOfA) + sizeOf(pairsOfB)
  if (total === 0) return a === b ? 1 : 0
  let common = 0
  for (const [pair, times] of pairsOfA) common += Math.min(times, pairsOfB.get(pair) ?? 0)
  return (2 * common) / total
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

function sizeOf(pairs: ReadonlyMap<string, number>): number {
  let size = 0
  for (const times of pairs.values()) size += times
  return size
}
