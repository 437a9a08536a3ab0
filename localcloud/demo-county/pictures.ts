import { PNG } from 'pngjs'
import { chanceFrom } from './chance'

type Colour = readonly [number, number, number]
const desk: Colour = [222, 216, 204]
const paper: Colour = [253, 252, 249]
const heading: Colour = [92, 87, 78]
const writing: Colour = [172, 165, 150]
const seal: Colour = [200, 22, 29]

/** A photographed page, drawn small: a sheet of paper with a heading, a table or lines, and a round seal. */
export function drawPage(seed: number, width: number): Buffer {
  const chance = chanceFrom(seed)
  const height = Math.round(width * 1.4)
  const picture = new PNG({ width, height, colorType: 2 })
  const unit = width / 100
  const pixels = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height)
  const fill = (x: number, y: number, w: number, h: number, [red, green, blue]: Colour) => {
    const pixel = (255 << 24) | (blue << 16) | (green << 8) | red
    const [left, right] = [Math.round(x * unit), Math.min(width, Math.round((x + w) * unit))]
    for (let row = Math.round(y * unit); row < Math.min(height, Math.round((y + h) * unit)); row += 1) {
      pixels.fill(pixel, row * width + left, row * width + right)
    }
  }
  fill(0, 0, 100, 140, desk)
  fill(7, 4, 86, 132, paper)
  fill(28, 15, 44, 4, heading)
  fill(38, 22, 24, 2, writing)
  if (chance() < 0.4) {
    for (let row = 0; row <= 9; row += 1) fill(16, 34 + row * 9, 68, 0.7, heading)
    for (let column = 0; column <= 4; column += 1) fill(16 + column * 17, 34, 0.7, 81.7, heading)
    for (let row = 0; row < 9; row += 1) fill(20, 37 + row * 9, 9, 2, writing)
  } else {
    for (let row = 0; row < 11; row += 1) fill(16, 34 + row * 6, row === 10 ? 30 : 62 + chance() * 6, 2, writing)
  }
  const radius = 10
  for (let angle = 0; angle < 360; angle += 1) {
    const turn = (angle * Math.PI) / 180
    fill(68 + radius * Math.cos(turn), 116 + radius * Math.sin(turn), 1.4, 1.4, seal)
  }
  fill(66, 114, 5, 5, seal)
  return PNG.sync.write(picture, { colorType: 2, filterType: 1 })
}
