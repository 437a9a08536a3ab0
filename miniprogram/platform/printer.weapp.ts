import type { Printer } from './capabilities'

export const printer: Printer = { available: false, print() {} }
