import type { Upload, UploadOrder, UploadOutcome } from './capabilities'
import { readPicture } from './picture-store'

/** A picture of 450 KB on a network that is barely there. */
const LIMIT = 60_000

/** A raw PUT to the signed address. XMLHttpRequest, because `fetch` tells no progress of an upload. */
export const upload: Upload = order => {
  const request = new XMLHttpRequest()
  return { outcome: send(request, order), abort: () => request.abort() }
}

async function send(request: XMLHttpRequest, { path, ticket, onProgress }: UploadOrder): Promise<UploadOutcome> {
  const blob = await readPicture(path)
  if (!blob) return 'lost'
  const { put } = ticket
  if (!put) return 'refused'
  return new Promise(resolve => {
    request.open('PUT', put.url)
    for (const [name, value] of Object.entries(put.headers)) request.setRequestHeader(name, value)
    request.timeout = LIMIT
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total)
    request.onload = () => resolve(request.status < 300 ? 'uploaded' : request.status < 500 ? 'refused' : 'unreachable')
    request.onerror = () => resolve('unreachable')
    request.ontimeout = () => resolve('unreachable')
    request.onabort = () => resolve('unreachable')
    request.send(blob)
  })
}
