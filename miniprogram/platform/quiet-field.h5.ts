import type { QuietField } from './capabilities'

/** A browser's own field keeps what is typed; nothing is written back. */
export const quietField: QuietField = () => {}
