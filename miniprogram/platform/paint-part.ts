import { type Matrix, type Orientation, type Size, toUpright } from './orientation'

/** A part of an upright picture, in its pixels. */
export interface Part extends Size {
  left: number
  top: number
}

/** What is used of a canvas's drawing context, alike in a browser and in WeChat. */
export interface Painter<Image> {
  fillStyle: unknown
  imageSmoothingQuality?: 'low' | 'medium' | 'high'
  fillRect(x: number, y: number, width: number, height: number): void
  setTransform(...matrix: Matrix): void
  drawImage(image: Image, x: number, y: number, width: number, height: number): void
}

/** An image as it was decoded: its size as its pixels lie, which may be more than it has in memory. */
export interface LyingImage<Image> extends Size {
  image: Image
  orientation: Orientation
}

/** Paints a part of the picture, turned upright, over a whole canvas of `onto`. */
export function paintPart<Image>(painter: Painter<Image>, lying: LyingImage<Image>, part: Part, onto: Size): void {
  painter.setTransform(1, 0, 0, 1, 0, 0)
  // A JPEG has no transparency: what was transparent would turn black.
  painter.fillStyle = '#fff'
  painter.fillRect(0, 0, onto.width, onto.height)
  painter.imageSmoothingQuality = 'high'
  const [a, b, c, d, e, f] = toUpright(lying, lying.orientation)
  const [x, y] = [onto.width / part.width, onto.height / part.height]
  painter.setTransform(a * x, b * y, c * x, d * y, (e - part.left) * x, (f - part.top) * y)
  painter.drawImage(lying.image, 0, 0, lying.width, lying.height)
}
