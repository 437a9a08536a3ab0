import type { Session } from './capabilities'
import { storage } from './storage'

const KEY = 'session'

// Read once: when somebody else signs in on another tab, this one must not go on in their name.
let token = parseToken(storage.read(KEY))

export const session: Session = {
  token: () => token,
  keep(given) {
    token = given
    storage.write(KEY, given)
  },
  end() {
    token = null
    storage.remove(KEY)
  },
  signsIn: 'by-code',
}

function parseToken(stored: unknown): string | null {
  return typeof stored === 'string' ? stored : null
}
