import type { PictureAdjustment, PictureEdge } from '../../platform/capabilities'

export const untouched: PictureAdjustment = { turns: 0, trim: { top: 0, right: 0, bottom: 0, left: 0 } }

/** One press takes so much of a side away; four presses are a margin. */
const step = 0.04
/** What is left of a side can still be seen and touched. */
const leastLeft = 0.2

/** A quarter to the right or to the left. What was taken away stays away: the edges turn with the picture. */
export function turned({ turns, trim }: PictureAdjustment, way: 'left' | 'right'): PictureAdjustment {
  const { top, right, bottom, left } = trim
  if (way === 'right')
    return { turns: quarters(turns + 1), trim: { top: left, right: top, bottom: right, left: bottom } }
  return { turns: quarters(turns + 3), trim: { top: right, right: bottom, bottom: left, left: top } }
}

/** Takes a strip off one edge; answers the same where hardly anything would be left. */
export function trimmed(adjustment: PictureAdjustment, edge: PictureEdge): PictureAdjustment {
  const trim = { ...adjustment.trim, [edge]: adjustment.trim[edge] + step }
  const left = Math.min(1 - trim.left - trim.right, 1 - trim.top - trim.bottom)
  return left < leastLeft ? adjustment : { ...adjustment, trim }
}

const allQuarters = [0, 1, 2, 3] as const
const quarters = (turns: number) => allQuarters[turns % 4] ?? 0

/** Where in a square stage the part that stays is seen, in hundredths of the stage; the picture fills it as far as it can. */
export function frameOf({ turns, trim }: PictureAdjustment, lying: { width: number; height: number }) {
  const [width, height] = turns % 2 === 0 ? [lying.width, lying.height] : [lying.height, lying.width]
  const longest = Math.max(width, height)
  const shown = { width: (100 * width) / longest, height: (100 * height) / longest }
  return {
    left: (100 - shown.width) / 2 + shown.width * trim.left,
    top: (100 - shown.height) / 2 + shown.height * trim.top,
    width: shown.width * (1 - trim.left - trim.right),
    height: shown.height * (1 - trim.top - trim.bottom),
  }
}
