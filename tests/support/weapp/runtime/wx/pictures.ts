import { pictureAddress, putTemporary, readPhoneFile } from '../remote-phone'
import { answerable, asynchronous, type Options, text, WxFailure } from './api'
import { exifOrientation, saidToBeUpright } from './exif-orientation'
import { fromBase64 } from './files'

const EXIF_ORIENTATIONS = [
  'up',
  'up-mirrored',
  'down',
  'down-mirrored',
  'left-mirrored',
  'right',
  'right-mirrored',
  'left',
]
const TYPES: Record<string, string> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }

async function bytesOf(source: string): Promise<ArrayBuffer> {
  if (source.startsWith('wxfile://')) return readPhoneFile(source)
  if (source.startsWith('data:')) return fromBase64(source.slice(source.indexOf(',') + 1))
  return (await fetch(pictureAddress(source))).arrayBuffer()
}

async function getImageInfo(options: Options): Promise<object> {
  const src = text(options, 'src')
  const bytes = await bytesOf(src)
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => {
    throw new WxFailure('download image failed')
  })
  const isPng = new Uint8Array(bytes)[0] === 0x89
  const noted = exifOrientation(bytes)
  const orientation = EXIF_ORIENTATIONS[noted - 1] ?? 'up'
  // As on a phone: the size of the pixels as they lie, whichever way is up.
  const isOnItsSide = noted >= 5
  const [width, height] = isOnItsSide ? [bitmap.height, bitmap.width] : [bitmap.width, bitmap.height]
  return { width, height, path: src, orientation, type: isPng ? 'png' : 'jpeg' }
}

async function compressImage(options: Options): Promise<object> {
  const bitmap = await createImageBitmap(new Blob([await bytesOf(text(options, 'src'))]))
  const { compressedWidth, compressedHeight, quality = 80 } = options
  const byWidth = typeof compressedWidth === 'number' ? compressedWidth / bitmap.width : undefined
  const byHeight = typeof compressedHeight === 'number' ? compressedHeight / bitmap.height : undefined
  const scaleX = byWidth ?? byHeight ?? 1
  const scaleY = byHeight ?? byWidth ?? 1
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scaleX), Math.round(bitmap.height * scaleY))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: Number(quality) / 100 })
  return { tempFilePath: await putTemporary(blob, 'jpg') }
}

/** Canvases as the program holds them: with `createImage`, whose pictures may lie on the phone. */
function equipped(canvas: HTMLCanvasElement): HTMLCanvasElement {
  return Object.assign(canvas, {
    createImage: phoneImage,
    requestAnimationFrame: (next: FrameRequestCallback) => requestAnimationFrame(next),
    cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
  })
}

function phoneImage(): HTMLImageElement {
  const image = new Image()
  const plainSource = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
  Object.defineProperty(image, 'src', {
    get: () => plainSource?.get?.call(image),
    set: (source: string) => {
      const show = (address: string) => plainSource?.set?.call(image, address)
      if (window.__leavesPicturesLying) void lyingAddress(source).then(show)
      else show(pictureAddress(source))
    },
  })
  return image
}

/** An address under which the browser, too, shows the pixels as they lie. */
async function lyingAddress(source: string): Promise<string> {
  return URL.createObjectURL(new Blob([saidToBeUpright(await bytesOf(source))]))
}

/** The canvas of a `<canvas type="2d">` on the page, for `createSelectorQuery().node()`. */
export function canvasNode(host: Element): HTMLCanvasElement | null {
  const canvas = host.querySelector('canvas')
  return canvas && equipped(canvas)
}

function createOffscreenCanvas(options: { type?: string; width?: number; height?: number } = {}): HTMLCanvasElement {
  if (options.type !== '2d') throw new WxFailure('only canvases of type 2d are played here')
  const canvas = document.createElement('canvas')
  canvas.width = options.width ?? 300
  canvas.height = options.height ?? 150
  return equipped(canvas)
}

async function canvasToTempFilePath(options: Options): Promise<object> {
  const { canvas, canvasId, x = 0, y = 0, quality = 1, fileType = 'png' } = options
  const source =
    canvas instanceof HTMLCanvasElement ? canvas : document.querySelector(`[canvas-id="${canvasId}"] canvas`)
  // As on a phone: a canvas that was never on the page has no picture that could be saved this way.
  if (!(source instanceof HTMLCanvasElement) || !source.isConnected) throw new WxFailure('invalid viewId')
  const width = Number(options.width ?? source.width)
  const height = Number(options.height ?? source.height)
  const target = new OffscreenCanvas(Number(options.destWidth ?? width), Number(options.destHeight ?? height))
  target.getContext('2d')?.drawImage(source, Number(x), Number(y), width, height, 0, 0, target.width, target.height)
  const extension = String(fileType)
  const blob = await target.convertToBlob({ type: TYPES[extension] ?? 'image/png', quality: Number(quality) })
  return { tempFilePath: await putTemporary(blob, extension) }
}

export const picturesApi = {
  getImageInfo: asynchronous('getImageInfo', getImageInfo),
  compressImage: asynchronous('compressImage', compressImage),
  canvasToTempFilePath: asynchronous('canvasToTempFilePath', canvasToTempFilePath),
  createOffscreenCanvas,
  previewImage: answerable('previewImage', () => undefined),
  previewMedia: answerable('previewMedia', () => undefined),
}

declare global {
  interface Window {
    /** Phones differ in what their canvas does with a picture that lies on its side; true: it draws it as it lies. */
    __leavesPicturesLying?: boolean
  }
}
