/** The database takes so many documents at once. */
const MOST = 100

/** Plans all of them, a hundred at a time, side by side. */
export async function planInParts<One>(all: readonly One[], plan: (part: One[]) => Promise<void>): Promise<void> {
  const parts = Array.from({ length: Math.ceil(all.length / MOST) }, (_, at) => all.slice(at * MOST, (at + 1) * MOST))
  await Promise.all(parts.map(plan))
}
