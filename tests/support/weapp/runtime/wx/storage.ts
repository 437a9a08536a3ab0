import { phoneNow } from '../remote-phone'
import { recordCall } from '../spy'
import { asynchronous, type Options, text } from './api'

function write(key: string, value: unknown): void {
  phoneNow('setStorage', {}, JSON.stringify({ key, value: JSON.stringify(value ?? '') }))
}

/** The stored text of a key, or null. */
function read(key: string): string | null {
  const { value }: { value: string | null } = Object(phoneNow('getStorage', { key }))
  return value
}

/** Storage of the phone: kept as JSON, so that what comes back is always a copy. */
export const storageApi = {
  setStorageSync: (key: string, data: unknown) => {
    recordCall('setStorageSync', { key, data })
    write(key, data)
  },
  getStorageSync: (key: string): unknown => JSON.parse(read(key) ?? '""'),
  removeStorageSync: (key: string) => {
    recordCall('removeStorageSync', { key })
    phoneNow('removeStorage', { key })
  },
  clearStorageSync: () => {
    recordCall('clearStorageSync', {})
    phoneNow('clearStorage')
  },
  getStorageInfoSync: () => phoneNow('storageInfo'),
  setStorage: asynchronous('setStorage', options => write(text(options, 'key'), options.data)),
  getStorage: asynchronous('getStorage', (options: Options) => {
    const stored = read(text(options, 'key'))
    if (stored === null) throw new Error('data not found')
    return { data: JSON.parse(stored) }
  }),
  removeStorage: asynchronous(
    'removeStorage',
    options => void phoneNow('removeStorage', { key: text(options, 'key') }),
  ),
  clearStorage: asynchronous('clearStorage', () => void phoneNow('clearStorage')),
  getStorageInfo: asynchronous('getStorageInfo', () => phoneNow('storageInfo')),
}
