/**
 * Points as integer hundredths: 4.5 分 is 450. Binary fractions never touch a score, so a total is what a hand
 * calculator gives. Everything stored, sent and computed is hundredths; only these two functions know the decimal form.
 */
export type Hundredths = number

/** Prints points as the county writes them: 450 → 「4.5」, 500 → 「5」, 0 → 「0」, 5 → 「0.05」. No trailing zeros. */
export function printPoints(points: Hundredths): string {
  const sign = points < 0 ? '−' : ''
  const whole = Math.floor(Math.abs(points) / 100)
  const rest = Math.abs(points) % 100
  if (rest === 0) return `${sign}${whole}`
  return `${sign}${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`
}

/** Full-width digits and stops, as a Chinese keyboard in full-width mode types them, in the order of ０–９ and ．。 */
const FULL_WIDTH = /[０-９．。]/g

/**
 * Reads what a person typed or pasted as points. Answers null for anything that is not a plain decimal number with at
 * most two places (「五分」, 「1e3」, 「4.555」, 「」), so that nothing is guessed and nothing is silently rounded.
 */
export function parsePoints(text: string): Hundredths | null {
  const plain = text
    .trim()
    .replace(FULL_WIDTH, c => (c === '．' || c === '。' ? '.' : String(c.charCodeAt(0) - 0xff10)))
  const match = /^([-−]?)(\d{1,4})(?:\.(\d{0,2}))?$/.exec(plain)
  if (!match) return null
  const hundredths = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] && hundredths > 0 ? -hundredths : hundredths
}

/** Rounds a computed number of hundredths half up; used once, at the item, never on a sum. */
export function roundHalfUp(hundredths: number): Hundredths {
  return Math.floor(hundredths + 0.5)
}
