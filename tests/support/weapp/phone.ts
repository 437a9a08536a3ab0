/** WeChat's limits: 10 MB of storage in all, 1 MB a key, 200 MB of files kept by one mini-program. */
const STORAGE_LIMIT = 10 * 1024 * 1024
const STORAGE_KEY_LIMIT = 1024 * 1024
const FILE_LIMIT = 200 * 1024 * 1024

/** The folder a mini-program may write into, as `wx.env.USER_DATA_PATH` names it on a phone. */
const USER_FOLDER = 'wxfile://usr'

/** Refused by the phone; the message is what WeChat puts after 「fail」. */
export class PhoneRefusal extends Error {}

interface KeptFile {
  bytes: Buffer
  changedAt: number
}

/**
 * What outlives the mini-program on a phone: its storage, its files, the subpackages already downloaded, and the state
 * of the network. Held by the test, so that killing the program loses exactly what a phone would lose, and so that a
 * test can look inside.
 */
export class Phone {
  readonly storage = new Map<string, string>()
  readonly files = new Map<string, KeptFile>()
  readonly folders = new Set<string>([USER_FOLDER])
  readonly subpackages = new Set<string>()
  /** Whether the person has agreed to WeChat's question about pictures, today or long ago; false on a new phone. */
  hasAgreedToPrivacy = true
  /** Bytes of files the phone takes; lower it to see what the program does on a full phone. */
  fileLimit = FILE_LIMIT
  /** Bytes of storage the phone takes. */
  storageLimit = STORAGE_LIMIT
  private made = 0

  /** Puts bytes on the phone as the camera does: a temporary file that is gone when the program is killed. */
  putTemporary(bytes: Uint8Array, extension: string): string {
    this.made += 1
    const path = `wxfile://tmp_${String(this.made).padStart(8, '0')}.${extension}`
    this.files.set(path, { bytes: Buffer.from(bytes), changedAt: Date.now() })
    return path
  }

  /** Drops what dies with the program. */
  dropTemporary(): void {
    for (const path of this.files.keys()) if (isTemporary(path)) this.files.delete(path)
  }

  read(path: string): Buffer {
    const file = this.files.get(path)
    if (!file) throw new PhoneRefusal(`no such file or directory, open ${path}`)
    return file.bytes
  }

  /** @throws PhoneRefusal when the folder is missing, the place is not the program's own, or the phone is full. */
  write(path: string, bytes: Uint8Array): void {
    if (!path.startsWith(`${USER_FOLDER}/`)) throw new PhoneRefusal(`permission denied, open ${path}`)
    if (!this.folders.has(parent(path))) throw new PhoneRefusal(`no such file or directory, open ${path}`)
    this.keep(path, bytes)
  }

  append(path: string, bytes: Uint8Array): void {
    this.write(path, Buffer.concat([this.read(path), bytes]))
  }

  /** Moves a temporary file to a lasting place, the named one or one of the phone's own choosing. */
  save(temporary: string, wanted?: string): string {
    const bytes = this.read(temporary)
    if (!isTemporary(temporary)) throw new PhoneRefusal('tempFilePath file not exist')
    this.made += 1
    const extension = /\.\w+$/.exec(temporary)?.[0] ?? ''
    const path = wanted ?? `wxfile://store_${String(this.made).padStart(8, '0')}${extension}`
    if (wanted) this.write(path, bytes)
    else this.keep(path, bytes)
    this.files.delete(temporary)
    return path
  }

  copy(from: string, to: string): void {
    this.write(to, this.read(from))
  }

  rename(from: string, to: string): void {
    this.copy(from, to)
    this.files.delete(from)
  }

  unlink(path: string): void {
    this.read(path)
    this.files.delete(path)
  }

  makeFolder(path: string, recursive: boolean): void {
    if (this.folders.has(path)) throw new PhoneRefusal(`file already exists ${path}`)
    if (!this.folders.has(parent(path))) {
      if (!recursive || !path.startsWith(`${USER_FOLDER}/`)) throw new PhoneRefusal(`no such file or directory ${path}`)
      this.makeFolder(parent(path), true)
    }
    this.folders.add(path)
  }

  removeFolder(path: string, recursive: boolean): void {
    if (!this.folders.has(path)) throw new PhoneRefusal(`no such file or directory ${path}`)
    const inside = `${path}/`
    const names = this.list(path)
    if (names.length > 0 && !recursive) throw new PhoneRefusal('directory not empty')
    for (const file of this.files.keys()) if (file.startsWith(inside)) this.files.delete(file)
    for (const folder of this.folders) if (folder === path || folder.startsWith(inside)) this.folders.delete(folder)
  }

  list(path: string): string[] {
    if (!this.folders.has(path)) throw new PhoneRefusal(`no such file or directory ${path}`)
    const here = [...this.files.keys(), ...this.folders].filter(each => parent(each) === path)
    return here.map(each => each.slice(path.length + 1))
  }

  /** Size in bytes and time of change in seconds; a folder's size is 0. */
  stat(path: string): { size: number; lastModifiedTime: number; folder: boolean } {
    if (this.folders.has(path)) return { size: 0, lastModifiedTime: 0, folder: true }
    const bytes = this.read(path)
    const changedAt = this.files.get(path)?.changedAt ?? 0
    return { size: bytes.length, lastModifiedTime: Math.floor(changedAt / 1000), folder: false }
  }

  setStorage(key: string, value: string): void {
    if (value.length > STORAGE_KEY_LIMIT) throw new PhoneRefusal('entry size limit reached')
    const others = this.storageSize() - (this.storage.get(key)?.length ?? 0)
    if (others + value.length > this.storageLimit) throw new PhoneRefusal('exceed storage max size')
    this.storage.set(key, value)
  }

  /** Characters held in storage, all keys together. */
  storageSize(): number {
    let size = 0
    for (const value of this.storage.values()) size += value.length
    return size
  }

  private keep(path: string, bytes: Uint8Array): void {
    let size = bytes.length
    for (const [kept, file] of this.files) if (kept !== path && !isTemporary(kept)) size += file.bytes.length
    if (size > this.fileLimit) throw new PhoneRefusal('the maximum size of the file storage limit is exceeded')
    this.files.set(path, { bytes: Buffer.from(bytes), changedAt: Date.now() })
  }
}

function isTemporary(path: string): boolean {
  return path.startsWith('wxfile://tmp_')
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
