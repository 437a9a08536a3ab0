import type { Upload, UploadOrder, UploadOutcome } from './capabilities'
import { readPicture } from './picture-store'
import { withStallLimit } from './stall-limit'

/** A raw PUT to the signed address. XMLHttpRequest, because `fetch` tells no progress of an upload. */
export const upload: Upload = order =>
  withStallLimit(moved => {
    const request = new XMLHttpRequest()
    return { outcome: send(request, order, moved), abort: () => request.abort() }
  })

async function send(request: XMLHttpRequest, order: UploadOrder, moved: () => void): Promise<UploadOutcome> {
  const { path, ticket, onProgress } = order
  const blob = await readPicture(path)
  if (!blob) return 'lost'
  const { put } = ticket
  if (!put) return 'refused'
  return new Promise(resolve => {
    request.open('PUT', put.url)
    for (const [name, value] of Object.entries(put.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => {
      moved()
      onProgress?.(total === 0 ? 0 : loaded / total)
    }
    request.onload = () => resolve(request.status < 300 ? 'uploaded' : request.status < 500 ? 'refused' : 'unreachable')
    request.onerror = () => resolve('unreachable')
    request.onabort = () => resolve('unreachable')
    request.send(blob)
  })
}
