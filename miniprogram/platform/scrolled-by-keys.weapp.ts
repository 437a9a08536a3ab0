import type { PageByKeys, ScrolledByKeys } from './capabilities'

/** A phone scrolls by touch. */
export const scrolledByKeys: ScrolledByKeys = {}

export const pageByKeys: PageByKeys = () => {}
