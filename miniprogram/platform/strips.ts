import type { Size } from './orientation'

/** A strip of a picture, in pixels from its top. */
export interface Strip {
  top: number
  height: number
}

/** Taller than so many widths, a picture is no photograph but a long screenshot. */
const longestShape = 2.5
/** A strip of two widths is as tall as a phone's screen. */
const stripShape = 2
/** More than a line of a chat, so that the line which one strip cuts apart stands whole on the next. */
const overlapShape = 0.12

/**
 * Cuts a long screenshot into strips of its full width, of one height, each beginning within the one before. A strip is
 * no taller than the `side` to which pictures are shrunk, so that print on it stays as large as it was.
 */
export function stripsOf({ width, height }: Size, side: number): Strip[] {
  if (height <= width * longestShape) return [{ top: 0, height }]
  const tallest = Math.max(width, Math.min(width * stripShape, side))
  const overlap = Math.max(1, Math.round(width * overlapShape))
  const count = Math.ceil((height - overlap) / (tallest - overlap))
  const each = Math.ceil((height + (count - 1) * overlap) / count)
  return Array.from({ length: count }, (_, place) => {
    const top = Math.min(place * (each - overlap), height - each)
    return { top, height: each }
  })
}
