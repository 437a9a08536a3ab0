import type { PictureKind } from './capabilities'

/** Longest side in pixels and size in bytes of a picture that travels: 10.5 pt print on A4 stays readable. */
export const pictureSizes: Record<PictureKind, { side: number; bytes: number }> = {
  document: { side: 2400, bytes: 450_000 },
  scene: { side: 1600, bytes: 200_000 },
}
export const thumbnailSize = { side: 240, bytes: 50_000 }

/**
 * JPEG qualities tried in turn until the picture is small enough. A full page of print needs the last: its strokes stand
 * clearer in 2400 pixels at 0.3 than in 2160 at 0.4 (`npm run prove -- pictures` measures it).
 */
const qualities = [0.8, 0.65, 0.5, 0.4, 0.3] as const

/** Where even the last quality is too large (gravel, leaves, noise at night) so many of the pixels do. */
export const shrinkings = [1, 0.9, 0.8, 0.6, 0.45] as const

/** With fewer pixels only the last quality is tried: each attempt costs an old phone half a second. */
export function qualitiesAt(share: number): readonly number[] {
  return share === 1 ? qualities : qualities.slice(-1)
}

/** Shrinks to fit into a square, never enlarges. */
export function fitted(width: number, height: number, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
