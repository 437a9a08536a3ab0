import { PNG } from 'pngjs'

/** A photographed page: lines of print on paper. Another number is another picture. */
export function pageOfPaper(number: number): Uint8Array {
  const png = new PNG({ width: 300, height: 420 })
  png.data.fill(248)
  for (let line = 3; line < 38; line += 1) {
    const length = 120 + ((line * 37 * number) % 130)
    for (let y = line * 10; y < line * 10 + 4; y += 1) {
      const from = (y * png.width + 25) * 4
      for (let x = 0; x < length; x += 1) png.data.fill(70, from + x * 4, from + x * 4 + 3)
    }
  }
  // Choosing the best filter for each line would take two seconds a page under Jest.
  return PNG.sync.write(png, { filterType: 0 })
}
