import type { ConsentBox } from './capabilities'

/** Messages of WeChat are agreed to in WeChat. */
export const consentBox: ConsentBox = { available: false, ask: async () => ({ kind: 'not-shown' }) }
