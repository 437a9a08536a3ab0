import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../cloud-error'
import { contentTypeOf } from '../http/content-types'
import type { FileStore } from './file-store'
import type { SignedAddresses } from './signed-addresses'

const FILE_LIMIT = 50 * 1024 * 1024
/** The H5 page may be served from elsewhere, as in production; the address itself is the permission. */
const CROSS_ORIGIN = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, PUT',
  'access-control-allow-headers':
    'authorization, signature, key, content-type, x-cos-security-token, x-cos-meta-fileid',
  'access-control-max-age': '600',
}

/** `/storage/<path>`: what COS does for those who hold a signed address. */
export class StorageEndpoint {
  constructor(
    private readonly files: FileStore,
    private readonly addresses: SignedAddresses,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    for (const [name, value] of Object.entries(CROSS_ORIGIN)) response.setHeader(name, value)
    const path = decodedPath(url)
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else if (path === undefined) refuse(request, response, 400, 'InvalidURI')
    else if (request.method === 'PUT') await this.put(request, response, path)
    else if (request.method === 'GET' || request.method === 'HEAD') await this.get(request, response, path, url)
    else refuse(request, response, 405, 'MethodNotAllowed')
  }

  private async put(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const refusal = this.addresses.uploadRefusal(path, {
      authorization: header(request.headers, 'authorization'),
      token: header(request.headers, 'x-cos-security-token'),
      cosFileId: header(request.headers, 'x-cos-meta-fileid'),
    })
    if (refusal) return refuse(request, response, 403, refusal)
    const contentType = header(request.headers, 'content-type') || contentTypeOf(path)
    try {
      await this.files.write({ path, contentType, openid: '' }, request, FILE_LIMIT)
    } catch (error) {
      if (error instanceof CloudError) return refuse(request, response, 400, error.code)
      throw error
    }
    response.writeHead(200).end()
  }

  private async get(request: IncomingMessage, response: ServerResponse, path: string, url: URL): Promise<void> {
    if (!this.addresses.mayDownload(path, url.searchParams)) return refuse(request, response, 403, 'AccessDenied')
    const file = this.files.find(path)
    if (!file) return refuse(request, response, 404, 'NoSuchKey')
    response.writeHead(200, {
      'content-type': file.contentType,
      'content-length': file.size,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=600',
    })
    if (request.method === 'HEAD') response.end()
    else await pipeline(this.files.read(file), response)
  }
}

function decodedPath(url: URL): string | undefined {
  try {
    return decodeURIComponent(url.pathname.slice('/storage/'.length))
  } catch {
    return undefined
  }
}

function header(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

/** The SDK reads refusals of COS as XML with exactly these elements. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, code: string): void {
  request.resume()
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message>` +
      `<RequestId>${randomUUID()}</RequestId><TraceId>local</TraceId></Error>`,
  )
}
