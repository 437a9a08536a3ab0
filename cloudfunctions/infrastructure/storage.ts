import { cloud } from './cloud'
import { roundTrip } from './round-trips'

/** How long a signed address opens its file: enough for a slow phone, too short to pass around. */
export const addressSeconds = 600

/** The most files that storage takes in one call. */
export const filesPerCall = 50

/** Where, and with which headers, a raw PUT writes the object at `path`: those of the SDK's own upload. */
export async function uploadAddress(path: string): Promise<{ url: string; headers: Record<string, string> }> {
  const { data } = await roundTrip(() => cloud.getUploadMetadata({ cloudPath: path }))
  return {
    url: data.url,
    headers: {
      Signature: data.authorization,
      authorization: data.authorization,
      'x-cos-security-token': data.token,
      'x-cos-meta-fileid': data.cosFileId,
      key: encodeURIComponent(path),
    },
  }
}

/** Stores an object that no client can write and answers its file id. */
export async function storeObject(path: string, bytes: Buffer): Promise<string> {
  const { fileID } = await roundTrip(() => cloud.uploadFile({ cloudPath: path, fileContent: bytes }))
  return fileID
}

/**
 * Moves objects to paths of the same base name. One that is not there, or whose destination is taken, stays as it is:
 * a repeated move is harmless, and who needs the objects looks at the destinations.
 */
export async function moveObjects(moves: readonly { from: string; to: string }[]): Promise<void> {
  await inCalls(moves, batch =>
    cloud.copyFile({
      fileList: batch.map(({ from, to }) => ({ srcPath: from, dstPath: to, overwrite: false, removeOriginal: true })),
    }),
  )
}

/** Signed addresses by file id, at most 50 a call; a file that does not exist has none. */
export async function signedAddresses(fileIds: readonly string[]): Promise<Map<string, string>> {
  const answers = await inCalls([...new Set(fileIds)], batch =>
    cloud.getTempFileURL({ fileList: batch.map(fileID => ({ fileID, maxAge: addressSeconds })) }),
  )
  const found = answers.flatMap(({ fileList }) => fileList).filter(({ code }) => code === 'SUCCESS')
  // The address names the path as it is; `URL` encodes what a header or a link cannot hold and leaves the rest alone.
  return new Map(found.map(({ fileID, tempFileURL }) => [fileID, new URL(tempFileURL).href]))
}

/** Removes objects; those that are gone already are no failure. */
export async function removeObjects(fileIds: readonly string[]): Promise<void> {
  await inCalls(fileIds, batch => cloud.deleteFile({ fileList: batch }))
}

/** An object as storage hands it out. */
interface ReadObject {
  bytes: Buffer
  /** As the uploader named it. */
  contentType: string
}

/** What is behind a signed address, or null where it is more than `limit` bytes: what is too large is never held. */
export async function readObject(address: string, limit: number): Promise<ReadObject | null> {
  return roundTrip(async () => {
    const response = await fetch(address)
    if (!response.ok || !response.body) throw new Error(`Storage answered ${response.status} for a signed address`)
    const parts: Uint8Array[] = []
    let size = 0
    const reader = response.body.getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value)
      size += next.value.length
      if (size <= limit) continue
      await reader.cancel()
      return null
    }
    return { bytes: Buffer.concat(parts), contentType: response.headers.get('content-type') ?? '' }
  })
}

let fileIdPrefix: Promise<string> | null = null

/** The file id of the object at `path`, there or not. All paths share a prefix, which each worker asks for once. */
export async function fileIdOf(path: string): Promise<string> {
  const probe = 'materials/prefix'
  fileIdPrefix ??= roundTrip(() => cloud.getUploadMetadata({ cloudPath: probe })).then(({ data }) =>
    data.fileId.slice(0, -probe.length),
  )
  try {
    return `${await fileIdPrefix}${path}`
  } catch (failure) {
    fileIdPrefix = null
    throw failure
  }
}

function inCalls<Entry, Answer>(entries: readonly Entry[], call: (batch: Entry[]) => Promise<Answer>) {
  const batches = Array.from({ length: Math.ceil(entries.length / filesPerCall) }, (_, index) =>
    entries.slice(index * filesPerCall, (index + 1) * filesPerCall),
  )
  return Promise.all(batches.map(batch => roundTrip(() => call(batch))))
}
