import { phone, phoneNow, readPhoneFile, readPhoneFileNow } from '../remote-phone'
import { asynchronous, type Options } from './api'

/** What a file function does: the operation of the phone, its arguments, and what the answer is made of. */
interface FileFunction {
  /** Names of the positional arguments of the Sync form. */
  parameters: string[]
  operation: string
  given(options: Options): Record<string, string | boolean | undefined>
  body?(options: Options): string | ArrayBuffer
  /** The answer of the Sync form. */
  answer?(result: unknown): unknown
  /** The name under which the asynchronous form hands the answer over. */
  under?: string
}

const string = (value: unknown) => (value === undefined ? undefined : String(value))
const at = (options: Options, name: string) => String(options[name])
const bytesOf = (options: Options) => encode(options.data, string(options.encoding))

const functions: Record<string, FileFunction> = {
  access: { parameters: ['path'], operation: 'stat', given: o => ({ path: at(o, 'path') }), answer: () => undefined },
  writeFile: {
    parameters: ['filePath', 'data', 'encoding'],
    operation: 'writeFile',
    given: o => ({ path: at(o, 'filePath') }),
    body: bytesOf,
  },
  appendFile: {
    parameters: ['filePath', 'data', 'encoding'],
    operation: 'appendFile',
    given: o => ({ path: at(o, 'filePath') }),
    body: bytesOf,
  },
  copyFile: {
    parameters: ['srcPath', 'destPath'],
    operation: 'copyFile',
    given: o => ({ from: at(o, 'srcPath'), to: at(o, 'destPath') }),
  },
  rename: {
    parameters: ['oldPath', 'newPath'],
    operation: 'rename',
    given: o => ({ from: at(o, 'oldPath'), to: at(o, 'newPath') }),
  },
  saveFile: {
    parameters: ['tempFilePath', 'filePath'],
    operation: 'saveFile',
    given: o => ({ from: at(o, 'tempFilePath'), to: string(o.filePath) }),
    answer: path => path,
    under: 'savedFilePath',
  },
  unlink: { parameters: ['filePath'], operation: 'unlink', given: o => ({ path: at(o, 'filePath') }) },
  removeSavedFile: { parameters: ['filePath'], operation: 'unlink', given: o => ({ path: at(o, 'filePath') }) },
  mkdir: {
    parameters: ['dirPath', 'recursive'],
    operation: 'mkdir',
    given: o => ({ path: at(o, 'dirPath'), recursive: o.recursive === true }),
  },
  rmdir: {
    parameters: ['dirPath', 'recursive'],
    operation: 'rmdir',
    given: o => ({ path: at(o, 'dirPath'), recursive: o.recursive === true }),
  },
  readdir: {
    parameters: ['dirPath'],
    operation: 'readdir',
    given: o => ({ path: at(o, 'dirPath') }),
    answer: names => names,
    under: 'files',
  },
  stat: {
    parameters: ['path'],
    operation: 'stat',
    given: o => ({ path: at(o, 'path') }),
    answer: stats,
    under: 'stats',
  },
  getFileInfo: {
    parameters: ['filePath'],
    operation: 'stat',
    given: o => ({ path: at(o, 'filePath') }),
    answer: r => r,
  },
  getSavedFileList: {
    parameters: [],
    operation: 'savedFiles',
    given: () => ({}),
    answer: paths => (Array.isArray(paths) ? paths.map(filePath => ({ filePath })) : []),
    under: 'fileList',
  },
}

const manager: Record<string, unknown> = {
  readFile: asynchronous('readFile', async options => ({
    data: decode(await readPhoneFile(at(options, 'filePath')), string(options.encoding)),
  })),
  readFileSync: (path: string, encoding?: string) =>
    named('readFileSync', () => decode(readPhoneFileNow(path), encoding)),
}
for (const [name, { parameters, operation, given, body, answer, under }] of Object.entries(functions)) {
  manager[name] = asynchronous(name, async options => {
    const result = await phone(operation, given(options), body?.(options))
    const answered = answer?.(result)
    return under ? { [under]: answered } : answered
  })
  manager[`${name}Sync`] = (...values: unknown[]) => {
    const options = Object.fromEntries(parameters.map((parameter, index) => [parameter, values[index]]))
    return named(`${name}Sync`, () => {
      const result = phoneNow(operation, given(options), body?.(options))
      return answer?.(result)
    })
  }
}

/** The Sync forms throw what the asynchronous ones hand to `fail`. */
function named<Result>(name: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const errMsg = `${name}:fail ${error instanceof Error ? error.message : error}`
    throw Object.assign(new Error(errMsg), { errMsg })
  }
}

function stats(result: unknown): object {
  const { folder, ...rest }: { folder: boolean; size: number; lastModifiedTime: number } = Object(result)
  return { ...rest, isDirectory: () => folder, isFile: () => !folder }
}

function encode(data: unknown, encoding = 'utf8'): ArrayBuffer {
  if (data instanceof ArrayBuffer) return data
  if (encoding === 'base64') return fromBase64(String(data))
  return new TextEncoder().encode(String(data)).buffer
}

export function fromBase64(letters: string): ArrayBuffer {
  return Uint8Array.from(atob(letters), letter => letter.charCodeAt(0)).buffer
}

function decode(bytes: ArrayBuffer, encoding?: string): ArrayBuffer | string {
  if (encoding === undefined) return bytes
  if (encoding !== 'base64') return new TextDecoder().decode(bytes)
  let letters = ''
  for (const byte of new Uint8Array(bytes)) letters += String.fromCharCode(byte)
  return btoa(letters)
}

export const filesApi = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => manager,
  base64ToArrayBuffer: fromBase64,
  saveFile: manager.saveFile,
  getSavedFileList: manager.getSavedFileList,
  removeSavedFile: manager.removeSavedFile,
  getFileInfo: manager.getFileInfo,
}
