import type { PrefersLargeType } from './capabilities'

/** A browser enlarges a page by itself, and does not say so. */
export const prefersLargeType: PrefersLargeType = () => false
