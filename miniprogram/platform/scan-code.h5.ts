import type { Scanner } from './capabilities'

/** A PC shows codes; it does not read them. */
export const scanner: Scanner = { available: false, scan: async () => null }
