import { type Phone, PhoneRefusal } from './phone'

/** Arguments of an operation, as the runner's page sends them. */
type Arguments = Record<string, string | boolean | undefined>
type Operation = (phone: Phone, given: Arguments, body: Buffer) => unknown

const text = (given: Arguments, name: string): string => {
  const value = given[name]
  if (typeof value !== 'string') throw new PhoneRefusal(`parameter error: ${name} should be a string`)
  return value
}

/** What the runner's page can ask of the phone. A Buffer is answered as raw bytes, anything else as JSON. */
const operations: Record<string, Operation> = {
  readFile: (phone, given) => phone.read(text(given, 'path')),
  writeFile: (phone, given, body) => phone.write(text(given, 'path'), body),
  appendFile: (phone, given, body) => phone.append(text(given, 'path'), body),
  putTemporary: (phone, given, body) => phone.putTemporary(body, text(given, 'extension')),
  saveFile: (phone, given) => phone.save(text(given, 'from'), given.to === undefined ? undefined : text(given, 'to')),
  copyFile: (phone, given) => phone.copy(text(given, 'from'), text(given, 'to')),
  rename: (phone, given) => phone.rename(text(given, 'from'), text(given, 'to')),
  unlink: (phone, given) => phone.unlink(text(given, 'path')),
  mkdir: (phone, given) => phone.makeFolder(text(given, 'path'), given.recursive === true),
  rmdir: (phone, given) => phone.removeFolder(text(given, 'path'), given.recursive === true),
  readdir: (phone, given) => phone.list(text(given, 'path')),
  stat: (phone, given) => phone.stat(text(given, 'path')),
  savedFiles: phone => [...phone.files.keys()].filter(path => path.startsWith('wxfile://store_')),
  setStorage: (phone, _, body) => {
    const { key, value }: { key: string; value: string } = JSON.parse(body.toString())
    phone.setStorage(key, value)
  },
  getStorage: (phone, given) => ({ value: phone.storage.get(text(given, 'key')) ?? null }),
  removeStorage: (phone, given) => phone.storage.delete(text(given, 'key')),
  clearStorage: phone => phone.storage.clear(),
  storageInfo: phone => ({
    keys: [...phone.storage.keys()],
    currentSize: Math.ceil(phone.storageSize() / 1024),
    limitSize: Math.floor(phone.storageLimit / 1024),
  }),
  hasAgreedToPrivacy: phone => phone.hasAgreedToPrivacy,
  agreeToPrivacy: phone => {
    phone.hasAgreedToPrivacy = true
  },
  hasSubpackage: (phone, given) => phone.subpackages.has(text(given, 'root')),
  addSubpackage: (phone, given) => phone.subpackages.add(text(given, 'root')).size,
}

/** Carries out one operation by its name. @throws PhoneRefusal with WeChat's words when the phone refuses. */
export function operatePhone(phone: Phone, name: string, given: Arguments, body: Buffer): unknown {
  const operation = operations[name]
  if (!operation) throw new PhoneRefusal(`the runner knows no operation ${name}`)
  return operation(phone, given, body)
}
