import { existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { answerText } from './answers'
import { contentTypeOf } from './content-types'

const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/
const WORTH_COMPRESSING = 1024
/** A name that holds a hash of its content: `app.3f2a91bc.js`, `chunk-3f2a91bc12.css`. */
const HASHED_NAME = /[.-][0-9a-f]{8,}\./

/** Serves a build of the H5 page: one index page for every address of the app, and its files. */
export class StaticFiles {
  private readonly compressed = new Map<string, Buffer>()

  constructor(private readonly folder: string) {}

  answer(request: IncomingMessage, response: ServerResponse, path: string): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      answerText(response, 405, 'method not allowed')
      return
    }
    const file = this.fileFor(path)
    if (!file) {
      answerText(response, 404, 'not found')
      return
    }
    const contentType = contentTypeOf(file)
    const content = readFileSync(file)
    const compress = COMPRESSIBLE.test(contentType) && content.length > WORTH_COMPRESSING
    const gzip = compress && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const body = gzip ? this.gzipped(file, content) : content
    response.writeHead(200, {
      'content-type': contentType,
      'content-length': body.length,
      'cache-control': HASHED_NAME.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      ...(compress ? { vary: 'accept-encoding' } : {}),
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  /** The file that an address names; the index page where it names a screen and no file. */
  private fileFor(path: string): string | undefined {
    const named = this.inside(path)
    if (named && existsSync(named) && statSync(named).isFile()) return named
    const index = join(this.folder, 'index.html')
    return extname(path) === '' && existsSync(index) ? index : undefined
  }

  private inside(path: string): string | undefined {
    try {
      const file = normalize(join(this.folder, decodeURIComponent(path)))
      return file.startsWith(normalize(this.folder + sep)) ? file : undefined
    } catch {
      return undefined
    }
  }

  private gzipped(file: string, content: Buffer): Buffer {
    const key = `${file} ${statSync(file).mtimeMs}`
    const body = this.compressed.get(key) ?? gzipSync(content)
    this.compressed.set(key, body)
    return body
  }
}
