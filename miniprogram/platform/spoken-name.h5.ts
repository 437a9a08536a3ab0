import type { SpokenName } from './capabilities'

/** The browser's own field or picture stands inside Taro's; only what is handed through reaches it. */
export const spokenName: SpokenName = name => ({ nativeProps: { 'aria-label': name } })
