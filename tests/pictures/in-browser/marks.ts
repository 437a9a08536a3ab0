import type { PictureToMake } from '../picture-set'

type Size = Pick<PictureToMake, 'width' | 'height'>

/** A colour in each corner: a picture that is turned or mirrored has them elsewhere. */
export function cornersOf({ width, height }: Size) {
  const side = Math.round(Math.min(width, height) / 8)
  const [right, low] = [width - side, height - side]
  return [
    { colour: '#f00', left: 0, top: 0, side },
    { colour: '#0a0', left: right, top: 0, side },
    { colour: '#00f', left: 0, top: low, side },
    { colour: '#fe0', left: right, top: low, side },
  ]
}

export const bandHeight = 48
const bits = 9

/** The bands of a long screenshot, each with its number as nine squares, after one black and one white. */
export function bandsOf({ width, height }: Size) {
  const side = Math.floor(width / 40)
  return Array.from({ length: Math.floor(height / bandHeight) }, (_, number) => ({
    number,
    top: number * bandHeight,
    squares: Array.from({ length: bits + 2 }, (_, place) => ({
      left: place * side,
      side,
      isBlack: place === 0 || (place > 1 && ((number >> (place - 2)) & 1) === 1),
    })),
  }))
}
