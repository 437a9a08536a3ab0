import { createServer, type Server } from 'node:http'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { checkContent } from '#shared/materials/check-content'
import { maximumBytes } from '#shared/materials/material'
import { outlineOf } from '#shared/materials/picture-outline'
import type { TakenPictures } from '../../miniprogram/platform/capabilities'
import { openBrowser } from '../support/browser'

// The platform's own code of the H5 build, bundled as it is and run in a real browser: what it makes of real pictures.

let server: Server
let page: Page

beforeAll(async () => {
  const contents = `
    export { pictures } from './miniprogram/platform/pictures.h5'
    export { readPicture } from './miniprogram/platform/picture-store.h5'`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'platform',
    resolveExtensions: ['.h5.ts', '.ts'],
  })
  // The browser keeps pictures for a page with an address only.
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<script>${outputFiles[0]?.text ?? ''}</script>`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  page = await (await openBrowser()).newPage()
  await page.goto(`http://127.0.0.1:${bound.port}/`)
})
afterAll(() => {
  server.close()
})

/** Where a camera that was held this way puts the point (x, y) of an upright w × h picture. Exif 2.3, tag 0x0112. */
const layings: Record<number, (w: number, h: number) => number[]> = {
  1: () => [1, 0, 0, 1, 0, 0],
  2: w => [-1, 0, 0, 1, w, 0],
  3: (w, h) => [-1, 0, 0, -1, w, h],
  4: (_, h) => [1, 0, 0, -1, 0, h],
  5: () => [0, 1, 1, 0, 0, 0],
  6: w => [0, -1, 1, 0, 0, w],
  7: (w, h) => [0, -1, -1, 0, h, w],
  8: (_, h) => [0, 1, -1, 0, h, 0],
}

/** A JPEG of w × h with a red corner top left, or of noise; its pixels laid as `orientation` says. */
async function drawn(w: number, h: number, orientation = 1, isNoise = false): Promise<Buffer> {
  const laid = layings[orientation]?.(w, h) ?? []
  const script = `new Promise(resolve => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = ${orientation >= 5} ? [${h}, ${w}] : [${w}, ${h}]
    const context = canvas.getContext('2d')
    context.setTransform(...${JSON.stringify(laid)})
    context.fillStyle = '#fff'
    context.fillRect(0, 0, ${w}, ${h})
    for (let y = 0; y < ${h}; y += 40) { context.fillStyle = 'hsl(' + (y * 360 / ${h}) + ',30%,60%)'; context.fillRect(${w} / 2, y, 60, 20) }
    if (${isNoise}) {
      const noise = context.createImageData(canvas.width, canvas.height)
      noise.data.forEach((_, at) => { noise.data[at] = at % 4 === 3 ? 255 : Math.random() * 255 })
      context.putImageData(noise, 0, 0)
    }
    context.fillStyle = '#f00'
    context.fillRect(0, 0, ${w} / 5, ${h} / 5)
    canvas.toBlob(async blob => {
      const bytes = new Uint8Array(await blob.arrayBuffer())
      let text = ''
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
      resolve(btoa(text))
    }, 'image/jpeg', 0.95)
  })`
  const plain = Buffer.from(await page.evaluate<string>(script), 'base64')
  return Buffer.concat([plain.subarray(0, 2), exif(orientation), plain.subarray(2)])
}

/** An Exif segment: which way is up, the phone's model, and a place. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    tag >> 8,
    tag & 255,
    0,
    type,
    0,
    0,
    0,
    count,
    ...value,
  ]
  const entries = [
    ...entry(0x0110, 2, 4, [...Buffer.from('P40\0')]),
    ...entry(0x0112, 3, 1, [0, orientation, 0, 0]),
    ...entry(0x8825, 4, 1, [0, 0, 0, 50]),
  ]
  const places = [0, 1, ...entry(1, 2, 2, [...Buffer.from('N\0\0\0')]), 0, 0, 0, 0]
  const tiff = [...Buffer.from('MM'), 0, 42, 0, 0, 0, 8, 0, 3, ...entries, 0, 0, 0, 0, ...places]
  const body = [...Buffer.from('Exif\0\0'), ...tiff]
  return Buffer.from([0xff, 0xe1, 0, body.length + 2, ...body])
}

/** Lets the browser's chooser give these files; answers what was made of them, with the bytes as saved. */
async function take(kind: 'document' | 'scene', ...files: Buffer[]) {
  page.once('filechooser', chooser =>
    chooser.setFiles(files.map((buffer, place) => ({ name: `${place}.jpg`, mimeType: 'image/jpeg', buffer }))),
  )
  const taken = await page.evaluate<TakenPictures>(`platform.pictures.take('album', '${kind}')`)
  const read = async (path: string) =>
    Buffer.from(
      await page.evaluate<number[]>(
        `platform.readPicture('${path}').then(async blob => [...new Uint8Array(await blob.arrayBuffer())])`,
      ),
    )
  const groups = []
  for (const group of taken.groups) {
    const made = []
    for (const { path, thumbnail } of group)
      made.push({ full: await read(path), thumbnail: await read(thumbnail.path) })
    groups.push(made)
  }
  return { groups, failed: taken.failed }
}

/** The colour of the point at these shares of width and height. */
async function colourAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  return page.evaluate<number[]>(`(async () => {
    const blob = await (await fetch('data:image/jpeg;base64,${bytes.toString('base64')}')).blob()
    const image = await createImageBitmap(blob)
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    return [...context.getImageData(Math.floor(${x} * image.width), Math.floor(${y} * image.height), 1, 1).data]
  })()`)
}

function expectFit(bytes: Buffer, side: number, most: number): void {
  const outline = outlineOf(bytes)
  expect(outline).toMatchObject({ bearsMore: false })
  expect(Math.max(outline?.width ?? Number.NaN, outline?.height ?? Number.NaN)).toBeLessThanOrEqual(side)
  expect(bytes.length).toBeLessThanOrEqual(most)
  expect(bytes.includes('Exif')).toBe(false)
  // What a phone makes is what the county takes.
  expect(checkContent(bytes, 'image/jpeg')).toBeNull()
}

test('however the camera was held, a picture is upright, small and tells nothing of phone or place', async () => {
  const laid = []
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) laid.push(await drawn(1500, 1000, orientation))
  const { groups, failed } = await take('scene', ...laid)
  expect([groups.length, failed]).toEqual([8, 0])
  for (const [made] of groups) {
    if (!made) throw new Error('not taken')
    expectFit(made.full, 1600, 200_000)
    expectFit(made.thumbnail, 240, maximumBytes.thumbnail)
    for (const bytes of [made.full, made.thumbnail]) {
      const [red = 0, green = 255] = await colourAt(bytes, 0.1, 0.1)
      expect([red > 200, green < 60]).toEqual([true, true])
    }
    expect(outlineOf(made.full)).toMatchObject({ width: 1500, height: 1000 })
  }
})

test('a picture that hardly shrinks still fits, at the cost of pixels', async () => {
  const { groups } = await take('scene', await drawn(1000, 750, 1, true))
  expectFit(groups[0]?.[0]?.full ?? Buffer.of(), 1600, 200_000)
})

test('a long screenshot becomes pages of full width, and what is no picture does not stop the rest', async () => {
  const { groups, failed } = await take('document', Buffer.from('no picture'), await drawn(1080, 6000))
  expect([groups.length, failed]).toEqual([1, 1])
  const pages = groups[0] ?? []
  expect(pages).toHaveLength(3)
  for (const { full } of pages) {
    expectFit(full, 2400, 450_000)
    expect(outlineOf(full)?.width).toBe(1080)
  }
})
