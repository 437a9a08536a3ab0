/** A picture to be made: what it shows, its size once upright, and how the camera was held (Exif orientation 1 to 8). */
export interface PictureToMake {
  kind: 'photo' | 'noise' | 'screenshot' | 'print'
  width: number
  height: number
  orientation: number
  format: 'jpeg' | 'png'
}

/** What phones take, in the sizes in which they take it, and what people send each other. */
const photographs = [
  [4000, 3000],
  [3000, 4000],
  [4608, 3456],
  [1920, 1080],
  [1080, 1920],
  [1600, 1200],
  [640, 480],
  [2400, 2400],
  [6000, 1500],
  [300, 200],
  [1000, 2500],
] as const
/** Widths of phones, and how many widths tall a screenshot of a conversation is. */
const phoneWidths = [720, 1080, 1170, 1290, 1440] as const
const tallness = [2.6, 3, 4.5, 6, 9, 12] as const

const at = <Value>(values: readonly Value[], place: number): Value => {
  const value = values[place % values.length]
  if (value === undefined) throw new Error('no values')
  return value
}

/** Of ten pictures five are photographs, one is noise, two are long screenshots and two are pages of print. */
export function pictureSet(count: number): PictureToMake[] {
  return Array.from({ length: count }, (_, place) => pictureAt(place))
}

function pictureAt(place: number): PictureToMake {
  const round = Math.floor(place / 10)
  // Nine steps a round, so that every orientation meets every kind.
  const orientation = ((round * 9 + place) % 8) + 1
  switch (place % 10) {
    case 6:
      return { kind: 'noise', width: 1500 + round * 40, height: 1100, orientation, format: 'jpeg' }
    case 7:
    case 8: {
      const width = at(phoneWidths, place + round)
      const height = Math.round(width * at(tallness, place + round * 5))
      return { kind: 'screenshot', width, height, orientation: 1, format: place % 2 === 0 ? 'png' : 'jpeg' }
    }
    case 0:
    case 9:
      return { kind: 'print', width: 3000, height: 4000, orientation, format: 'jpeg' }
    default: {
      const [width, height] = at(photographs, round * 5 + (place % 10))
      return { kind: 'photo', width, height, orientation, format: 'jpeg' }
    }
  }
}
