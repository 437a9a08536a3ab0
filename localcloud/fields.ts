/** Named values as they come over the wire or out of the database; what they hold is checked where they are used. */
export type Fields = { [name: string]: unknown }

/** True for plain objects only: arrays, dates, patterns and binary values are values, not fields. */
export function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Object of another realm (tests, workers) counts as plain: its prototype is the top of its own chain.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
