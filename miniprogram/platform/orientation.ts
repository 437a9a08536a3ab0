/** How a picture's pixels lie, as a camera notes it: Exif 2.3, tag 0x0112. 1 is upright; from 5 on they lie on their side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export interface Size {
  width: number
  height: number
}

/** A matrix as a canvas takes it: a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** The size of a picture once it is upright. */
export function uprightSize({ width, height }: Size, orientation: Orientation): Size {
  return orientation < 5 ? { width, height } : { width: height, height: width }
}

const clockwise: Record<Orientation, Orientation> = { 1: 6, 6: 3, 3: 8, 8: 1, 2: 7, 7: 4, 4: 5, 5: 2 }

/** How the pixels lie once the upright picture is turned by quarters, clockwise. */
export function turnedBy(orientation: Orientation, quarters: number): Orientation {
  return quarters <= 0 ? orientation : turnedBy(clockwise[orientation], quarters - 1)
}

/** Brings the pixels of a picture, `width` × `height` as they lie, to where they are when it is upright. */
export function toUpright({ width, height }: Size, orientation: Orientation): Matrix {
  switch (orientation) {
    case 1:
      return [1, 0, 0, 1, 0, 0]
    case 2:
      return [-1, 0, 0, 1, width, 0]
    case 3:
      return [-1, 0, 0, -1, width, height]
    case 4:
      return [1, 0, 0, -1, 0, height]
    case 5:
      return [0, 1, 1, 0, 0, 0]
    case 6:
      return [0, 1, -1, 0, height, 0]
    case 7:
      return [0, -1, -1, 0, height, width]
    case 8:
      return [0, -1, 1, 0, 0, width]
  }
}
