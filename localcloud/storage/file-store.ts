import { randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, type ReadStream, readdirSync, rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CloudError } from '../cloud-error'
import { type DocumentStore, keyOf, toStored, type Write } from '../database/document-store'

/** One file in the bucket. */
export interface FileRecord {
  path: string
  size: number
  contentType: string
  /** Who uploaded it from the mini-program; empty for files written by a server or with a server's ticket. */
  openid: string
  /** The name of the file in the folder that holds the bytes; written once, never overwritten. */
  blob: string
}

/** No name of a collection that a request can say holds a dot. */
const CATALOGUE = 'localcloud.files'

/**
 * The bucket. Bytes lie in a folder under random names; which path they are is one document beside the others. So a
 * file appears, moves and disappears by one durable write, and a crash leaves at most bytes that nobody names.
 */
export class FileStore {
  constructor(
    private readonly folder: string,
    private readonly store: DocumentStore,
  ) {
    mkdirSync(folder, { recursive: true })
    store.addCollection(CATALOGUE)
    this.sweep()
  }

  find(path: string): FileRecord | undefined {
    const document = this.store.find(CATALOGUE, keyOf(path))?.document
    if (!document) return undefined
    const { size, contentType, openid, blob } = document
    return { path, size: Number(size), contentType: String(contentType), openid: String(openid), blob: String(blob) }
  }

  paths(): string[] {
    return [...this.store.all(CATALOGUE)].map(({ document }) => String(document._id))
  }

  /**
   * Stores a file, in place of the one at that path if there is one; readers of that one keep what they read.
   * @param bytes consumed to its end
   * @throws CloudError where there are more than `limit` bytes.
   */
  async write(
    file: Omit<FileRecord, 'blob' | 'size'>,
    bytes: AsyncIterable<Buffer>,
    limit: number,
  ): Promise<FileRecord> {
    const blob = randomUUID()
    const size = await this.writeBlob(blob, bytes, limit)
    return this.register({ ...file, size, blob })
  }

  /** The file's bytes. */
  read(file: FileRecord): ReadStream {
    return createReadStream(join(this.folder, file.blob))
  }

  async remove(path: string): Promise<void> {
    const file = this.find(path)
    if (!file) return
    this.store.commit([{ collection: CATALOGUE, key: keyOf(path), stored: null }])
    await rm(join(this.folder, file.blob), { force: true })
  }

  /** Gives a file another path, overwriting what is there. Nobody sees it at both, or at neither. */
  async move(file: FileRecord, path: string): Promise<FileRecord> {
    const removal: Write = { collection: CATALOGUE, key: keyOf(file.path), stored: null }
    return this.register({ ...file, path, openid: '' }, [removal])
  }

  async copy(file: FileRecord, path: string): Promise<FileRecord> {
    const blob = randomUUID()
    await this.writeBlob(blob, this.read(file), file.size)
    return this.register({ ...file, path, blob, openid: '' })
  }

  private async register(file: FileRecord, alongWith: Write[] = []): Promise<FileRecord> {
    const { path, ...fields } = file
    const replaced = this.find(path)
    const stored = toStored({ _id: path, ...fields })
    this.store.commit([...alongWith, { collection: CATALOGUE, key: keyOf(path), stored }])
    if (replaced && replaced.blob !== file.blob) await rm(join(this.folder, replaced.blob), { force: true })
    return file
  }

  /** On the disk, with its name in the folder, before any path names it. */
  private async writeBlob(blob: string, bytes: AsyncIterable<Buffer>, limit: number): Promise<number> {
    const size = await writeDurably(join(this.folder, blob), bytes, limit)
    const folder = await open(this.folder, 'r')
    await folder.sync().finally(() => folder.close())
    return size
  }

  /** Bytes without a path are what a crash left of an unfinished upload or removal. */
  private sweep(): void {
    const named = new Set(this.paths().map(path => this.find(path)?.blob))
    for (const name of readdirSync(this.folder)) if (!named.has(name)) rmSync(join(this.folder, name))
  }
}

async function writeDurably(file: string, bytes: AsyncIterable<Buffer>, limit: number): Promise<number> {
  const handle = await open(file, 'w')
  let size = 0
  try {
    for await (const chunk of bytes) {
      size += chunk.length
      if (size <= limit) await handle.write(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (size <= limit) return size
  await rm(file)
  throw new CloudError('EntityTooLarge', `the file is ${size} bytes long, the limit is ${limit} bytes`)
}
