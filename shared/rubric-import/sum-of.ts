/** Points as people write them, added without binary fractions; what has no points counts nothing. */
export function sumOf(items: readonly { points: number | null }[]): number {
  return items.reduce((sum, { points }) => sum + Math.round((points ?? 0) * 100), 0) / 100
}
