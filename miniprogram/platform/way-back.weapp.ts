import type { WayBack } from './capabilities'

export const wayBack: WayBack = { needed: () => false }
