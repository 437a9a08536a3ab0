/** The largest count that the county takes: 任务数, 数量. */
const largest = 1_000_000

/** What a typed text says as a count: a number with at most two places, none (null), or why it says nothing. */
export function readCount(text: string): { number: number | null } | { why: string } {
  const plain = text.normalize('NFKC').replace(/[\s,，]/g, '')
  if (plain === '') return { number: null }
  if (!/^\d+(\.\d*)?$/.test(plain)) return { why: '不是数' }
  if (!/^\d+(\.\d{0,2})?$/.test(plain)) return { why: '最多两位小数' }
  const number = Number(plain)
  return number > largest ? { why: `不能超过 ${largest}` } : { number }
}

/**
 * A day as people write it, 3月12日, 3-12, 3.12, 2026年3月12日, 20260312, as YYYY-MM-DD; without a year it is the
 * cycle's. Empty stays empty; null where it is no day.
 */
export function readDay(text: string, year: number): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return ''
  const written =
    /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (!written) return null
  const [, ownYear, month, day] = written
  const date = new Date(Date.UTC(Number(ownYear ?? year), Number(month) - 1, Number(day)))
  // A day that no month has turns into another.
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
    ? date.toISOString().slice(0, 10)
    : null
}

/** 2026, of 2026 and of 2026-drill. */
export function yearOf(cycleId: string): number {
  return Number(cycleId.slice(0, 4))
}
