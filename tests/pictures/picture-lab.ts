import { createServer } from 'node:http'
import path from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { checkContent } from '#shared/materials/check-content'
import { maximumBytes } from '#shared/materials/material'
import { outlineOf } from '#shared/materials/picture-outline'
import { openBrowser } from '../support/browser'
import { exif } from './exif'
import type { Seen } from './in-browser/look'
import type { PictureToMake } from './picture-set'

/** A page as it would travel. */
export interface MadePage {
  full: Buffer
  thumbnail: Buffer
}

/** What is to be held, written down again here: DESIGN §5.4. */
const limits = {
  document: { side: 2400, bytes: 450_000 },
  scene: { side: 1600, bytes: 200_000 },
}
/** Of print that people read without effort; at 1600 pixels it is 0.36, at 800, where they cannot, it is 0.02. */
export const legibleFrom = 0.5

/** A browser page that makes pictures, has the H5 build's own code to take them, and looks at what came of them. */
export interface PictureLab {
  page: Page
  make(wanted: PictureToMake): Promise<Buffer>
  /** What is wrong with what was made of a picture; nothing, if all is well. */
  faultsOf(wanted: PictureToMake, kind: keyof typeof limits, pages: MadePage[]): Promise<string[]>
  legibilityAt(wanted: PictureToMake, upright: Buffer, height: number): Promise<number>
  close(): void
}

export async function openPictureLab(): Promise<PictureLab> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'in-browser/lab.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'lab',
    resolveExtensions: ['.h5.ts', '.ts'],
  })
  // The browser keeps pictures for a page with an address only.
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<script>${outputFiles[0]?.text ?? ''}</script>`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  const page = await (await openBrowser()).newPage()
  await page.goto(`http://127.0.0.1:${bound.port}/`)
  const ask = <Answer>(name: string, ...given: unknown[]) =>
    page.evaluate<Answer>(`lab.${name}(${given.map(value => JSON.stringify(value)).join(',')})`)

  return {
    page,
    async make(wanted) {
      const plain = Buffer.from(await ask<string>('draw', wanted), 'base64')
      if (wanted.format === 'png') return plain
      return Buffer.concat([plain.subarray(0, 2), exif(wanted.orientation), plain.subarray(2)])
    },
    async faultsOf(wanted, kind, pages) {
      const texts = pages.map(({ full, thumbnail }) => ({ full: base64(full), thumbnail: base64(thumbnail) }))
      const seen = await ask<Seen>('look', wanted, texts)
      const illegible = kind === 'document' && seen.legibility !== null && seen.legibility < legibleFrom
      return [
        ...pages.flatMap(made => outerFaults(wanted, kind, made)),
        ...(seen.misplaced.length > 0 ? [`not upright: ${seen.misplaced.join()}`] : []),
        ...(seen.lostBands.length > 0 ? [`lost lines: ${seen.lostBands.join()}`] : []),
        ...(illegible ? [`illegible: ${seen.legibility?.toFixed(2)}`] : []),
      ]
    },
    legibilityAt: (wanted, upright, height) => ask('legibilityAt', wanted, base64(upright), height),
    close: () => {
      server.close()
    },
  }
}

const base64 = (bytes: Buffer) => bytes.toString('base64')

/** Too many pixels, too many bytes, too few pixels, something besides a picture, not what the county takes. */
function outerFaults(wanted: PictureToMake, kind: keyof typeof limits, { full, thumbnail }: MadePage): string[] {
  const { side, bytes } = limits[kind]
  const longest = longestSideOf(full)
  const isLong = wanted.kind === 'screenshot'
  // Noise does not fit into the bytes and loses pixels instead, as print does among the scenes; nothing else may.
  const keepsPixels = wanted.kind !== 'noise' && !(wanted.kind === 'print' && kind === 'scene')
  const width = outlineOf(full)?.width
  return [
    !(longest <= side) && `${longest} pixels`,
    full.length > bytes && `${full.length} bytes`,
    keepsPixels && !isLong && longest !== Math.min(side, Math.max(wanted.width, wanted.height)) && 'shrunk',
    isLong && width !== Math.min(side, wanted.width) && `not full width: ${width} of ${wanted.width}`,
    !(longestSideOf(thumbnail) <= 240) && 'thumbnail too wide',
    thumbnail.length > maximumBytes.thumbnail && `thumbnail of ${thumbnail.length} bytes`,
    [full, thumbnail].some(made => made.includes('Exif') || outlineOf(made)?.bearsMore !== false) && 'Exif',
    [full, thumbnail].some(made => checkContent(made, 'image/jpeg') !== null) && 'the county would not take it',
  ].filter(fault => fault !== false)
}

function longestSideOf(bytes: Buffer): number {
  const outline = outlineOf(bytes)
  return outline ? Math.max(outline.width, outline.height) : Number.NaN
}
