import Taro from '@tarojs/taro'
import type { Size } from './orientation'
import type { Painter } from './paint-part'
import { withTimeLimit } from './time-limit'

/** A canvas outside the page, with what it has in WeChat and Taro's typing does not know. */
export interface Canvas extends Size {
  getContext(kind: '2d'): (Painter<CanvasImage> & Pick<CanvasRenderingContext2D, 'getImageData'>) | null
  createImage(): CanvasImage
  toDataURL(type: string, quality: number): string
}
export interface CanvasImage {
  src: string
  onload: () => void
  onerror: () => void
}

/** Beyond this an old phone has not got the memory to open the picture, and says nothing. */
const longestOpening = 20_000

/** @throws where this WeChat has none */
export function makeCanvas(size: Size): Canvas {
  const canvas: unknown = Taro.createOffscreenCanvas({ type: '2d', ...size })
  if (!isCanvas(canvas)) throw new Error('no canvas')
  return canvas
}

const isCanvas = (canvas: unknown): canvas is Canvas =>
  typeof canvas === 'object' && canvas !== null && 'toDataURL' in canvas && 'createImage' in canvas

/** @throws where what lies there is no picture, or one that this phone cannot open */
export async function loadImage(canvas: Canvas, src: string): Promise<CanvasImage> {
  const image = canvas.createImage()
  const loading = new Promise<boolean>(resolve => {
    image.onload = () => resolve(true)
    image.onerror = () => resolve(false)
    image.src = src
  })
  if (!(await withTimeLimit(loading, longestOpening, false))) throw new Error('not a picture')
  return image
}

export function contextOf(canvas: Canvas) {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  return context
}
