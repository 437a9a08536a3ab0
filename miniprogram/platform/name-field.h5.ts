import type { NameField } from './capabilities'

/** The browser's own field stands inside Taro's; only what is handed through reaches it. */
export const nameField: NameField = name => ({ nativeProps: { 'aria-label': name } })
