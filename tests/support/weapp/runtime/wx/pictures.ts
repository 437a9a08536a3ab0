import { pictureAddress, putTemporary, readPhoneFile } from '../remote-phone'
import { answerable, asynchronous, type Options, text, WxFailure } from './api'

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
  return (await fetch(pictureAddress(source))).arrayBuffer()
}

async function getImageInfo(options: Options): Promise<object> {
  const src = text(options, 'src')
  const bytes = await bytesOf(src)
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => {
    throw new WxFailure('download image failed')
  })
  const isPng = new Uint8Array(bytes)[0] === 0x89
  const orientation = exifOrientation(bytes)
  // As on a phone: the size of the pixels as they lie, whichever way is up.
  const isOnItsSide = EXIF_ORIENTATIONS.indexOf(orientation) >= 4
  const [width, height] = isOnItsSide ? [bitmap.height, bitmap.width] : [bitmap.width, bitmap.height]
  return { width, height, path: src, orientation, type: isPng ? 'png' : 'jpeg' }
}

/** The orientation that the camera wrote into a JPEG, in WeChat's words. */
function exifOrientation(bytes: ArrayBuffer): string {
  const view = new DataView(bytes)
  let at = 2
  while (at + 10 < view.byteLength && view.getUint8(at) === 0xff) {
    if (view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966) return tiffOrientation(view, at + 10)
    at += 2 + view.getUint16(at + 2)
  }
  return 'up'
}

function tiffOrientation(view: DataView, start: number): string {
  const little = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, little)
  for (let entry = 0; entry < view.getUint16(directory, little); entry += 1) {
    const at = directory + 2 + entry * 12
    if (view.getUint16(at, little) === 0x0112) return EXIF_ORIENTATIONS[view.getUint16(at + 8, little) - 1] ?? 'up'
  }
  return 'up'
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
    set: (source: string) => plainSource?.set?.call(image, pictureAddress(source)),
  })
  return image
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
