import type { IncomingMessage } from 'node:http'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from '../fields'
import { contentTypeOf } from '../http/content-types'
import { type Auth, compileRule, type Rule } from '../rules/rule-expression'
import { checkCloudPath, fileIdOf, pathOfFileId } from '../storage/file-ids'
import type { FileStore } from '../storage/file-store'
import type { SignedAddresses } from '../storage/signed-addresses'

/** The rule of the bucket, as deployed. */
export interface StorageRules {
  read: Rule
  write: Rule
}

export const STORAGE_DENIED = 'STORAGE_PERMISSION_DENIED'
const UPLOAD_LIMIT = 50 * 1024 * 1024
const ADDRESS_LIFETIME_SECONDS = 7200

/** What a mini-program may do in the bucket: only what the bucket's rule lets its person do. */
export class ClientFiles {
  private readonly mayRead: ReturnType<typeof compileRule>
  private readonly mayWrite: ReturnType<typeof compileRule>

  constructor(
    private readonly envId: string,
    rules: StorageRules,
    private readonly files: FileStore,
    private readonly bucket: SignedAddresses,
  ) {
    this.mayRead = compileRule(rules.read)
    this.mayWrite = compileRule(rules.write)
  }

  async upload(auth: Auth, cloudPath: unknown, bytes: IncomingMessage): Promise<Fields> {
    const path = checkCloudPath(cloudPath)
    // A new file belongs to who writes it; one that is there keeps its owner until the rule has been asked.
    const owner = this.files.find(path)?.openid ?? auth?.openid ?? ''
    if (!auth || !this.mayWrite(auth, { openid: owner, path })) {
      bytes.resume()
      throw denied(path)
    }
    await this.files.write({ path, contentType: contentTypeOf(path), openid: auth.openid }, bytes, UPLOAD_LIMIT)
    return { fileID: fileIdOf(this.envId, path), statusCode: 200 }
  }

  async remove(auth: Auth, fileIds: unknown[]): Promise<Fields> {
    const fileList: Fields[] = []
    for (const fileID of fileIds) {
      const file = this.fileOf(fileID)
      const allowed = file && this.mayWrite(auth, file)
      if (file && allowed) await this.files.remove(file.path)
      fileList.push({ fileID, ...statusOf(file !== undefined, allowed === true) })
    }
    return { fileList }
  }

  addresses(auth: Auth, list: unknown[]): Fields {
    const fileList = list.map(entry => {
      const fileID = isFields(entry) ? entry.fileID : entry
      const maxAge = isFields(entry) && typeof entry.maxAge === 'number' ? entry.maxAge : ADDRESS_LIFETIME_SECONDS
      const file = this.fileOf(fileID)
      const allowed = file !== undefined && this.mayRead(auth, file)
      const tempFileURL = file && allowed ? encodeURI(this.bucket.download(file.path, maxAge)) : ''
      return { fileID, tempFileURL, maxAge, ...statusOf(file !== undefined, allowed) }
    })
    return { fileList }
  }

  private fileOf(fileId: unknown) {
    const path = pathOfFileId(this.envId, fileId)
    return path === undefined ? undefined : this.files.find(path)
  }
}

function statusOf(exists: boolean, allowed: boolean): { status: number; errMsg: string } {
  if (!exists) return { status: -503003, errMsg: 'STORAGE_FILE_NONEXIST' }
  return allowed ? { status: 0, errMsg: 'ok' } : { status: -503002, errMsg: STORAGE_DENIED }
}

function denied(path: string): CloudError {
  return new CloudError(STORAGE_DENIED, `the rule of the bucket does not let this person write ${path}`)
}
