import type { Session } from './capabilities'
import { storage } from './storage'

const KEY = 'session'

export const session: Session = {
  token() {
    const token = storage.read(KEY)
    return typeof token === 'string' ? token : null
  },
  keep: token => {
    storage.write(KEY, token)
  },
  end: () => storage.remove(KEY),
  signsIn: 'by-code',
}
