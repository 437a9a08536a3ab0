import type { FileRecord, FileStore } from './file-store'

/** A look into the bucket from the process that runs the cloud. */
export interface BucketContent {
  paths(): string[]
  find(path: string): Omit<FileRecord, 'blob'> | undefined
  read(path: string): Promise<Buffer>
}

export function bucketContent(files: FileStore): BucketContent {
  return {
    paths: () => files.paths(),
    find: path => files.find(path),
    async read(path) {
      const file = files.find(path)
      if (!file) throw new Error(`there is no file at ${path}`)
      const chunks: Buffer[] = []
      for await (const chunk of files.read(file)) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks)
    },
  }
}
